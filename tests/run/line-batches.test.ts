import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLines } from '../../src/readers/text-lines.ts';
import type { Batch, Lines } from '../../src/run/batch.ts';
import { start } from '../../src/run/checkpoint.ts';
import { lineBatches, longestLine } from '../../src/run/line-batches.ts';

async function batchesOf(chunks: readonly Uint8Array[], from = start): Promise<Batch<Lines>[]> {
  const batches: Batch<Lines>[] = [];
  for await (const batch of lineBatches(stream(chunks), 'in.ndjson', from)) batches.push(batch);
  return batches;
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((p) => p % (bytes.length + 1)).sort((x, y) => x - y), bytes.length];
  return at.slice(1).map((end, i) => bytes.slice(at[i], end));
}

test('however the bytes arrive, batches hold all of them, cut at line ends, with the right line numbers', async () => {
  const line = fc.oneof(fc.string({ maxLength: 30 }), fc.constant('é😀'.repeat(40_000)));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 8 }), async (lines, places) => {
      const bytes = new TextEncoder().encode(lines.map((l) => l.replaceAll('\n', ' ')).join('\n'));
      const batches = await batchesOf(cut(bytes, places));
      expect(Buffer.concat(batches.map((b) => b.bytes)).equals(Buffer.from(bytes))).toBe(true);
      let seen = 0;
      for (const [i, batch] of batches.entries()) {
        expect(batch.line).toBe(seen);
        seen += batch.bytes.filter((b) => b === 10).length;
        if (i < batches.length - 1) expect(batch.bytes.at(-1)).toBe(10);
      }
      expect(batches.at(-1)?.next.offset ?? 0).toBe(bytes.length);
    }),
    { numRuns: 60 },
  );
});

test('every batch can be handed over whole: it owns its buffer', async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `${'x'.repeat(100_000)}${i}\n`).join('');
  for (const { bytes } of await batchesOf(cut(new TextEncoder().encode(lines), [70_000, 900_000])))
    expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test('a line that is far too long is set aside without being held, and the lines around it stay', async () => {
  const piece = new Uint8Array(1024 * 1024).fill(120);
  const chunks = [
    new TextEncoder().encode('first\n'),
    ...Array.from({ length: longestLine / piece.length + 2 }, () => piece),
    new TextEncoder().encode('\nlast\n'),
  ];
  const batches = await batchesOf(chunks);
  expect(batches.filter((b) => b.isTooLong).map((b) => b.line)).toEqual([1]);
  const kept = batches.filter((b) => !b.isTooLong).map((b) => new TextDecoder().decode(b.bytes));
  expect(kept.join('')).toBe('first\nlast\n');
  expect(batches.at(-1)?.next).toMatchObject({ line: 3, offset: chunks.reduce((sum, c) => sum + c.length, 0) });
});

test('a line is too long at the same byte, whether it is read as bytes or as text', async () => {
  for (const extra of [0, 1]) {
    const line = new TextEncoder().encode(`${'é'.repeat(longestLine / 2)}${'x'.repeat(extra)}\nlast\n`);
    const chunks = cut(line, [300_000, longestLine - 5, longestLine + 4]);
    const batches = await batchesOf(chunks);
    const lines: boolean[] = [];
    for await (const { isTooLong } of textLines(decoded(chunks))) lines.push(isTooLong);
    expect(batches.some((b) => b.isTooLong)).toBe(extra > 0);
    expect(lines).toEqual([extra > 0, false]);
  }
});

test('a slow input gives what it has', async () => {
  let go = (): void => {};
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('one\ntw');
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    yield new TextEncoder().encode('o\n');
  }
  const batches = lineBatches(slow(), '-', start);
  expect(new TextDecoder().decode((await batches.next()).value?.bytes)).toBe('one\n');
  go();
  expect(new TextDecoder().decode((await batches.next()).value?.bytes)).toBe('two\n');
});

async function* decoded(chunks: readonly Uint8Array[]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
}

test('stray Windows-1252 bytes are mended and counted; places in the file stay those of the file', async () => {
  const bytes = Buffer.concat([Buffer.from('déjà\n'), Buffer.from('réglé\n', 'latin1'), Buffer.from('voilà\n')]);
  let stray = 0;
  const batches: Batch<Lines>[] = [];
  for await (const batch of lineBatches(stream([bytes]), 'in.ndjson', start, (count) => {
    stray += count;
  }))
    batches.push(batch);
  expect(Buffer.concat(batches.map((b) => b.bytes)).toString()).toBe('déjà\nréglé\nvoilà\n');
  expect(stray).toBe(2);
  expect(batches.at(-1)?.next.offset).toBe(bytes.length);
});
