import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultIn, toldIn } from '../../src/cli/messages/told.ts';
import { conversationFromRecord } from '../../src/readers/conversation-record.ts';
import { parseLine } from '../../src/readers/parse-line.ts';

const told = toldIn('fr');
const english = /\b(?:the|is|are|not|no|found|expected|Unexpected|one of)\b/;
const place = { file: 'f', line: 1 };

test('every reason for which a line is set aside has a French sentence', () => {
  const lines = ['{', 'x', '{"a":1}}', '["a"', '{"a" 1}', '"', '{"a":"\u0001"}', '[1,]', 'nul', '{"a":1,}', '\\'];
  for (const line of lines) {
    const item = parseLine(line, place);
    if (item.kind === 'problem') expect(told(item.problem.reason)).not.toMatch(english);
  }
  const turn = { speaker: 'agent', text: 'bonjour' };
  const records: unknown[] = [
    null,
    [],
    1,
    'x',
    {},
    { turns: 'x' },
    { turns: [] },
    { turns: [1] },
    { turns: [null] },
    { turns: [{}] },
    { turns: [{ speaker: 'chef', text: '' }] },
    { turns: [{ speaker: 'agent' }] },
    { turns: [{ speaker: 'agent', text: 3 }] },
    { channel: 'fax', turns: [turn] },
    { channel: [], turns: [turn] },
  ];
  for (const record of records) {
    const reason = conversationFromRecord(record, place);
    if (typeof reason === 'string') expect(told(reason)).not.toMatch(english);
  }
});

test('what nobody has translated is told as it is, and English stays English', () => {
  expect(told('something quite new')).toBe('something quite new');
  expect(toldIn('en')('not JSON: x')).toBe('not JSON: x');
});

test('the sentences of the readers that name a reason are known in French', () => {
  const sources = ['settle/settle.ts', 'csv/rows.ts', 'packed/zip.ts', 'formats/whatsapp.ts', 'formats/plain-text.ts'];
  for (const source of sources) {
    const text = readFileSync(new URL(`../../src/readers/${source}`, import.meta.url), 'utf8');
    const reasons = [...text.matchAll(/(?:problem\([^,]*, |reason: |fault: |'dropped', )'([^']+)'/g)].map((m) => m[1]!);
    for (const reason of reasons) expect(told(reason), reason).not.toBe(reason);
  }
});

test('faults of lexicons and mappings have French sentences', () => {
  const told = faultIn('fr');
  expect(told('found "(" without its ")"')).toBe('« ( » sans « ) »');
  expect(told('found speaker "chef"; allowed: agent, client, any')).toBe(
    'locuteur « chef » ; permis : agent, client, any',
  );
  for (const source of [
    'lexicon/phrase-syntax.ts',
    'lexicon/examples.ts',
    'lexicon/lexicon-file.ts',
    'lexicon/compile.ts',
  ]) {
    const text = readFileSync(new URL(`../../src/${source}`, import.meta.url), 'utf8');
    const plain = [...text.matchAll(/(?:message: |fault\([^,`']*, )'([^']+)'/g)].map((m) => m[1]!);
    for (const sentence of plain) expect(told(sentence), sentence).not.toBe(sentence);
  }
  expect(faultIn('en')('found "(" without its ")"')).toBe('found "(" without its ")"');
});
