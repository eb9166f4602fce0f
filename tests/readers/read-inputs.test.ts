import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputFiles, isOwnLines } from '../../src/readers/input-files.ts';
import { folderWith } from './folder.ts';
import { readingOf } from './reading.ts';

const line = (id: string): string => `${JSON.stringify({ id, turns: [{ speaker: 'client', text: 'allô' }] })}\n`;

test('folders are read to the bottom, sorted, without hidden files and without what lies beside transcripts', async () => {
  const folder = folderWith({
    'b.ndjson': line('b'),
    'a/z.ndjson': line('z'),
    'a/.cache.ndjson': line('no'),
    '.git/x.ndjson': line('no'),
    'README.md': '# rien',
    'appel.wav': 'RIFF',
  });
  const { conversations, problems } = await readingOf([folder]);
  expect(conversations.map((c) => c.id)).toEqual(['z', 'b']);
  expect(problems).toEqual([]);
});

test.each([
  ['*.ndjson', ['b.ndjson', 'c.ndjson']],
  ['**/*.ndjson', ['a/d/e.ndjson', 'a/z.ndjson', 'b.ndjson', 'c.ndjson']],
  ['a/*/?.ndjson', ['a/d/e.ndjson']],
  ['[bx].nd*', ['b.ndjson']],
  ['[!b].nd*', ['c.ndjson']],
  ['{a/z,b}.ndjson', ['a/z.ndjson', 'b.ndjson']],
])('the pattern %s', async (pattern, expected) => {
  const folder = folderWith({ 'b.ndjson': '', 'c.ndjson': '', 'a/z.ndjson': '', 'a/d/e.ndjson': '' });
  expect(await inputFiles([join(folder, pattern)])).toEqual(expected.map((name) => join(folder, name)));
});

test.each(['nulle-part.ndjson', 'rien-*.csv'])('an input that is nowhere is told by its name: %s', async (name) => {
  await expect(inputFiles([name])).rejects.toMatchObject({ exitCode: 66, message: expect.stringContaining(name) });
});

test('a file that no reader understands stops the run only where it stands alone', async () => {
  const folder = folderWith({ 'a.bin': '\u0001\u0002 ???', 'b.ndjson': line('b') });
  await expect(readingOf([join(folder, 'a.bin')])).rejects.toMatchObject({ exitCode: 65 });
  const { conversations, problems } = await readingOf([folder]);
  expect(conversations.map((c) => c.id)).toEqual(['b']);
  expect(problems).toMatchObject([{ place: { file: join(folder, 'a.bin') } }]);
});

test('a broken line, a blank line and a line that is too long stop nothing', async () => {
  const folder = folderWith({ 'a.ndjson': `${line('1')}\n  \n{"id": "2", tur\n${line('3')}`, 'b.jsonl': 'oups\n' });
  const { conversations, problems } = await readingOf([folder]);
  expect(conversations.map((c) => [c.id, c.from.line])).toEqual([
    ['1', 1],
    ['3', 5],
  ]);
  expect(problems.map((p) => [p.place.line, p.id])).toEqual([
    [4, '2'],
    [1, undefined],
  ]);
});

test('an unknown format names those that are known', async () => {
  await expect(readingOf(['-'], { from: 'wav' })).rejects.toThrow(/"wav".*ndjson.*csv.*text/);
});

test('a document that holds conversations is not taken for a line', async () => {
  const one = line('x').trim();
  const document = `{"export":"e","conversations":[${`${one},`.repeat(9000)}${one}]}`;
  const folder = folderWith({ 'a.json': document });
  expect(await isOwnLines(join(folder, 'a.json'))).toBe(false);
  expect((await readingOf([join(folder, 'a.json')])).conversations).toHaveLength(9001);
});

test('own lines can be read as they are only in plain UTF-8', async () => {
  const accents = `${JSON.stringify({ id: 'é', turns: [{ speaker: 'client', text: 'réglé' }] })}\n`;
  const folder = folderWith({
    'plain.ndjson': accents,
    'marked.ndjson': `\ufeff${accents}`,
    'wide.ndjson': Buffer.from(accents, 'utf16le'),
    'latin.ndjson': Buffer.from(accents, 'latin1'),
    'other.csv': 'ticket;auteur;texte\n1;client;un\n',
  });
  const own = async (name: string, from?: string) => isOwnLines(join(folder, name), from === undefined ? {} : { from });
  expect(await own('plain.ndjson')).toBe(true);
  expect(await own('marked.ndjson')).toBe(true);
  expect(await own('wide.ndjson')).toBe(false);
  expect(await own('latin.ndjson')).toBe(false);
  expect(await own('other.csv')).toBe(false);
  expect(await own('plain.ndjson', 'csv')).toBe(false);
  const { conversations } = await readingOf([folder]);
  expect(conversations.map((c) => c.id)).toEqual(['é', 'é', '1', 'é', 'é']);
});
