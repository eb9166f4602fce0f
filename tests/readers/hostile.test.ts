// Whatever bytes come in, every reader ends in time, without a crash, and accounts for what it could not use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IoError } from '../../src/errors.ts';
import { readerIds } from '../../src/readers/registry.ts';
import { type Reading, reading } from './reading.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
/** In CI many more: 10,000 over all readers. */
const runs = Number(process.env.FUZZ_RUNS ?? (process.env.CI ? 12_000 : 1500));
const perReader = Math.ceil(runs / readerIds.length);

const inputs = readerIds.map((id) => {
  const folder = join(samples, id);
  const names = readdirSync(folder).filter((name) => !name.includes('.expected.'));
  return [id, names.map((name) => readFileSync(join(folder, name)))] as const;
});

/** A conversation has an id, turns in order, and the agent's role is never lost on the way. */
function expectSound({ conversations, problems }: Reading): void {
  for (const { id, turns, from } of conversations) {
    expect(typeof id === 'string' && id !== '').toBe(true);
    expect(turns.length).toBeGreaterThan(0);
    expect(turns.every((turn, i) => turn.index === i && typeof turn.text === 'string')).toBe(true);
    expect(turns.every(({ startMs }) => startMs === undefined || Number.isFinite(startMs))).toBe(true);
    expect(from.file).toBe('-');
  }
  for (const { reason } of problems) {
    expect(reason.length).toBeGreaterThan(5);
    expect(reason.length).toBeLessThan(700);
  }
}

/** An input that cannot be understood at all may be refused, in words. */
async function sound(bytes: Uint8Array | readonly Uint8Array[], from?: string): Promise<void> {
  try {
    expectSound(await reading(bytes, from === undefined ? {} : { from }));
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
  }
}

interface Damage {
  readonly kind: 'cut' | 'flip' | 'insert' | 'repeat' | 'swap';
  readonly at: number;
  readonly with: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'insert', 'repeat', 'swap'),
  at: fc.nat(),
  with: fc.nat({ max: 255 }),
});

const strange = [
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u202e',
  '"',
  '{',
  '[',
  '}',
  '\n',
  '\r',
  ';',
  '\u2028',
  'null',
  '-1',
  '1e999',
  '\\u0000',
  '\\ud83d',
  '<v ',
  '-->',
];

function damaged(bytes: Buffer, { kind, at, with: value }: Damage): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  if (kind === 'cut') return bytes.subarray(0, place);
  if (kind === 'flip') {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[place]! ^= 1 << (value % 8);
    return copy;
  }
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(strange[value % strange.length]!), after]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, value), after]);
  return Buffer.concat([after, before]);
}

test.each(inputs)('%s: samples cut, flipped, mixed up', async (id, originals) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 400 }),
      async (original, damages, isForced, size) => {
        const bytes = damages.reduce((so, one) => damaged(so, one), original);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        await sound(chunks, isForced ? id : undefined);
      },
    ),
    { numRuns: perReader },
  );
});

test.each(readerIds)('%s: any JSON, any text, any bytes', async (id) => {
  const source = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }).map((value) => Buffer.from(JSON.stringify(value))),
    fc.string({ unit: 'binary', maxLength: 400 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(source, (bytes) => sound(bytes, id)),
    { numRuns: Math.ceil(perReader / 2) },
  );
});

const deep = '['.repeat(200_000);
const emptyTurns = `{"id":"vide","turns":[${'{"speaker":"client","text":""},'.repeat(999_999)}{"speaker":"agent","text":"oui"}]}`;

test.each([
  ['a value that is nested without end', deep],
  ['an object that is nested without end', '{"turns":'.repeat(100_000)],
  ['a record with a nested text', `{"id":1,"turns":[{"speaker":"agent","text":${deep}${']'.repeat(200_000)}}]}`],
  ['a million empty turns', emptyTurns],
  [
    'a line of 40 MB',
    `{"id":"long","turns":[{"speaker":"agent","text":"${'x'.repeat(40_000_000)}"}]}\n{"id":"ok","turns":[{"speaker":"agent","text":"oui"}]}\n`,
  ],
  ['null bytes', `ticket;auteur;texte\n1;client;a\u0000b\n${'\u0000'.repeat(100_000)}`],
  [
    'lone surrogates and marks from right to left',
    `{"id":"s","turns":[{"speaker":"client","text":"\\ud800 \u202e\u200f oui"}]}\n`,
  ],
  ['a million quotes', `ticket;auteur;texte\n${'"'.repeat(1_000_001)}`],
  ['a million line feeds', '\n'.repeat(1_000_000)],
  ['a million labels', 'Client : oui\n'.repeat(300_000)],
  ['frames without end', `=== ${' '.repeat(300_000)}x\nAgent : oui\nClient : non\n===\nAgent : oui\n`],
  ['a cell of spaces', `ticket,transcript\n1,"Agent : oui${' '.repeat(300_000)}x"\n`],
  ['a message of spaces', `12/03/2026 14:05 - Agent: x${' '.repeat(300_000)}y\n12/03/2026 14:06 - Client: oui\n`],
  ['a speaker of spaces', `ticket;auteur;texte\n1;a${' '.repeat(300_000)}b;oui\n1;Client;oui\n`],
  ['styles without end', `WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: ${'{\\'.repeat(300_000)}`],
  ['tags without end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(300_000)}`],
  ['brackets without end', `${'['.repeat(300_000)}Agent : oui\nClient : non\nAgent : oui\n`],
  ['spaces without end', `Agent : oui\nClient${' '.repeat(300_000)}: non\nAgent : oui\n`],
])('%s: ends in time', async (_, text) => {
  const began = performance.now();
  await sound(Buffer.from(text));
  expect(performance.now() - began).toBeLessThan(15_000);
});
