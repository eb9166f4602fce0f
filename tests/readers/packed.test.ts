import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { reading, readingOf, said } from './reading.ts';

const packed = fileURLToPath(new URL('../../samples/packed/', import.meta.url));
const xlsx = fileURLToPath(new URL('../../samples/xlsx/', import.meta.url));
const bytes = (file: string): Buffer => readFileSync(file);

test.each(['messages.csv.gz', 'messages.csv.zst'])('%s is read as what it holds', async (name) => {
  const { conversations, problems } = await readingOf([packed + name]);
  expect(said(conversations[0]!)).toEqual(['client: bonjour, rien ne marche', "agent: Bonjour, je m'en occupe."]);
  expect(problems).toEqual([]);
});

test('each file of a zip is read, what lies beside transcripts is not; through a pipe too', async () => {
  const files = ['mars/a.csv', 'mars/b.vtt', 'mars/c.csv.gz'];
  const fromFile = await readingOf([`${packed}export.zip`]);
  expect(fromFile.conversations.map((c) => c.from.file)).toEqual(files.map((name) => `${packed}export.zip/${name}`));
  const fromPipe = await reading(bytes(`${packed}export.zip`));
  expect(fromPipe.conversations.map((c) => c.from.file)).toEqual(files.map((name) => `-/${name}`));
});

test('a workbook is read sheet by sheet: dates, quotes and lines in cells; hidden sheets are not', async () => {
  const { conversations, problems } = await readingOf([`${xlsx}plain.xlsx`]);
  expect(problems).toEqual([]);
  expect(conversations.map((c) => [c.id, c.from.line, c.startedAt, said(c)])).toEqual([
    [
      'X1',
      2,
      '2026-03-09T09:00:00',
      [
        'client: Bonjour, mon abonnement a été coupé ; pourquoi ?',
        'agent: Bonjour, je regarde "tout de suite".',
        'client: merci',
      ],
    ],
    ['X2', 6, '2026-03-09T09:00:00', ['client: deux\nlignes']],
  ]);
  const apart = await readingOf([`${xlsx}date-and-time-apart.xlsx`]);
  expect(apart.conversations[0]!.turns.map((turn) => turn.at)).toEqual(['2026-03-10T12:00:00', '2026-03-10T12:01:26']);
});

test('what is whole in a compressed file that is cut short is read, and the cut is told', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i};client;message ${(i * 7919) % 10_007}\n`).join('');
  const whole = gzipSync(`ticket;auteur;texte\n${rows}`);
  const { conversations, problems } = await reading(whole.subarray(0, whole.length / 2));
  expect(conversations.length).toBeGreaterThan(5000);
  expect(problems.at(-1)!.reason).toMatch(/damaged or cut short gzip data/);
});

test.each([
  ['messages.csv.zst', 60],
  ['export.zip', 500],
  ['messages.csv.gz', 40],
])('%s cut short is a problem, no crash', async (name, length) => {
  const { problems } = await reading(bytes(packed + name).subarray(0, length));
  expect(problems.length).toBeGreaterThan(0);
});

function zipOf(name: string, content: Buffer, flags = 0): Buffer {
  const data = deflateRawSync(content);
  const header = (signature: string, start: number): Buffer => {
    const fixed = Buffer.alloc(start === 0 ? 30 : 46);
    fixed.write(signature, 0, 'latin1');
    const at = start === 0 ? 4 : 6;
    fixed.writeUInt16LE(20, at);
    fixed.writeUInt16LE(flags, at + 2);
    fixed.writeUInt16LE(8, at + 4);
    fixed.writeUInt32LE(data.length, at + 14);
    fixed.writeUInt32LE(content.length, at + 18);
    fixed.writeUInt16LE(name.length, at + 22);
    return Buffer.concat([fixed, Buffer.from(name)]);
  };
  const local = Buffer.concat([header('PK\u0003\u0004', 0), data]);
  const central = header('PK\u0001\u0002', 1);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('a bomb is recognised before it goes off', async () => {
  const zeros = Buffer.alloc(150 * 1024 * 1024, 'a');
  const began = performance.now();
  const byGzip = await reading(gzipSync(zeros), { from: 'text' });
  expect(byGzip.problems.at(-1)!.reason).toMatch(/swells more than 200 times/);
  const byZip = await reading(zipOf('a.txt', zeros));
  expect(byZip.problems.at(-1)!.reason).toMatch(/swells/);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('an encrypted entry, and an archive within an archive, are told by name', async () => {
  expect((await reading(zipOf('secret.csv', Buffer.from('x'), 1))).problems[0]).toMatchObject({
    place: { file: '-/secret.csv' },
    reason: expect.stringContaining('encrypted'),
  });
  const inner = zipOf('a.csv', Buffer.from('ticket;auteur;texte\n1;client;un\n'));
  expect((await reading(zipOf('inner.zip', inner))).problems[0]!.reason).toContain('unpack it first');
});

test('a folder goes on behind an archive that cannot be opened', async () => {
  const folder = folderWith({ 'a.zip': 'PK\u0003\u0004 rien de bon', 'b.csv': 'ticket;auteur;texte\n1;client;un\n' });
  const { conversations, problems } = await readingOf([folder]);
  expect(conversations).toHaveLength(1);
  expect(problems).toMatchObject([{ place: { file: `${folder}/a.zip` } }]);
});
