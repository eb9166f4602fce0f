// Every format is read from samples worded for it: a plain one, and at least one trap. `UPDATE=1` rewrites what is expected.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readerIds } from '../../src/readers/registry.ts';
import { type Reading, reading, readingOf } from './reading.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

function inputsOf(id: string): string[] {
  const folder = join(samples, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => !name.includes('.expected.') && !name.endsWith('.md'));
}

/** Conversations, problems, and what was left out, a line each. */
function lines({ conversations, problems, notices }: Reading): string {
  const dropped: Record<string, number> = {};
  for (const { kind, what, count } of notices) if (kind === 'dropped') dropped[what] = (dropped[what] ?? 0) + count;
  const place = ({ line, record }: { line?: number; record?: number }): object => ({ line, record });
  const told = [
    ...conversations.map(({ from, ...conversation }) => ({ ...conversation, from: place(from) })),
    ...problems.map((problem) => ({ problem: problem.reason, id: problem.id, from: place(problem.place) })),
    ...(Object.keys(dropped).length === 0 ? [] : [{ dropped }]),
  ];
  return `${told.map((one) => JSON.stringify(one)).join('\n')}\n`;
}

test.each(readerIds)('%s has a plain sample and a trap', (id) => {
  expect(inputsOf(id).length).toBeGreaterThanOrEqual(2);
});

const all = readerIds.flatMap((id) => inputsOf(id).map((name) => [id, name] as const));

test.each(all)('samples/%s/%s is recognised, and read as expected', async (id, name) => {
  const file = join(samples, id, name);
  const reading = await readingOf([file]);
  expect(reading.notices.filter(({ kind }) => kind === 'format').map(({ what }) => what)).toEqual([id]);
  const expected = `${file}.expected.ndjson`;
  if (process.env.UPDATE === '1') writeFileSync(expected, lines(reading));
  expect(lines(reading)).toBe(readFileSync(expected, 'utf8'));
});

const inLines = ['vtt', 'srt', 'whatsapp', 'csv', 'csv-transcripts', 'text', 'ndjson', 'json-messages'] as const;

test.each(all.filter(([id]) => (inLines as readonly string[]).includes(id)))(
  'samples/%s/%s reads the same with Windows line ends and a byte order mark',
  async (id, name) => {
    const bytes = readFileSync(join(samples, id, name));
    // Line ends within quoted cells are part of what is said.
    const text = bytes.toString(name.includes('1252') ? 'latin1' : 'utf8').replace(/\r?\n/g, '\n');
    if (/"[^"\n]*\n[^"]*"/.test(text) && id.startsWith('csv')) return;
    const unix = await reading(text.replace(/^\ufeff/, ''));
    const windows = await reading(`\ufeff${text.replace(/^\ufeff/, '').replaceAll('\n', '\r\n')}`);
    expect(windows.notices.filter(({ kind }) => kind === 'format')).toMatchObject([{ what: id }]);
    expect(windows.conversations).toEqual(unix.conversations);
    expect(windows.problems).toEqual(unix.problems);
  },
);
