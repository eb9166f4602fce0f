import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DecodingNotes, decodeText } from '../../src/readers/decode-text.ts';

interface Decoded {
  readonly text: string;
  readonly encoding: string | undefined;
  readonly stray: number;
}

async function decoded(chunks: readonly Uint8Array[]): Promise<Decoded> {
  let encoding: string | undefined;
  let stray = 0;
  let text = '';
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const notes: DecodingNotes = {
    onEncoding: (found) => {
      encoding = found;
    },
    onStray: (count) => {
      stray += count;
    },
  };
  for await (const piece of decodeText(bytes(), notes)) text += piece;
  return { text, encoding, stray };
}

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

test('UTF-8 comes out the same however it is cut', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '’', '€', '😀', '\n', 'œ'), minLength: 1 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
      expect((await decoded(cut(Buffer.from(whole), size))).text).toBe(whole);
    }),
    { numRuns: 500 },
  );
});

test('Windows-1252 keeps the euro, the apostrophe and the œ, even after kilobytes of plain ASCII', async () => {
  const bytes = Buffer.concat([
    Buffer.from('x'.repeat(100_000)),
    Buffer.from([0x80, 0x20, 0x92, 0x20, 0x9c, 0x20, 0xe9, 0x74, 0xe9]),
  ]);
  const { text, encoding } = await decoded(cut(bytes, 60_000));
  expect(text.slice(-9)).toBe('€ ’ œ été');
  expect(encoding).toBe('windows-1252');
});

test('a stray line of Windows-1252 in a UTF-8 file keeps its accents, however it is cut, and is counted', async () => {
  const bytes = Buffer.concat([
    Buffer.from('déjà prévenue, hélas, été après été ; voilà\n'),
    Buffer.from('réglé à l\u0092œil'.replace('œ', '\u009c'), 'latin1'),
    Buffer.from('\nça recommence à côté'),
  ]);
  for (const size of [1000, 7, 3, 1]) {
    const { text, encoding, stray } = await decoded(
      size === 1000 ? [bytes] : [bytes.subarray(0, 44), ...cut(bytes.subarray(44), size)],
    );
    expect(text).toBe('déjà prévenue, hélas, été après été ; voilà\nréglé à l’œil\nça recommence à côté');
    expect(encoding).toBe('utf-8');
    expect(stray).toBe(5);
  }
});

test('a byte that means nothing in either encoding is told too', async () => {
  const { text, stray } = await decoded([
    Buffer.concat([Buffer.from('été '), Buffer.from([0x81]), Buffer.from(' là')]),
  ]);
  expect(text).toBe('été \ufffd là');
  expect(stray).toBe(1);
});

test('UTF-16 without a mark is seen by its zeros', async () => {
  const { text, encoding } = await decoded(cut(Buffer.from('Conseiller : déjà vu\n', 'utf16le'), 7));
  expect(encoding).toBe('utf-16le');
  expect(text).toBe('Conseiller : déjà vu\n');
});

test('nothing is nothing', async () => {
  expect((await decoded([])).text).toBe('');
});
