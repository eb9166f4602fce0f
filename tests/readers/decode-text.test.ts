import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/readers/decode-text.ts';

async function decoded(chunks: readonly Uint8Array[]): Promise<{ text: string; encoding: string | undefined }> {
  let encoding: string | undefined;
  let text = '';
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  for await (const piece of decodeText(bytes(), (found) => {
    encoding = found;
  }))
    text += piece;
  return { text, encoding };
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

test('a few spoiled bytes do not change the encoding of the whole', async () => {
  const bytes = Buffer.from('déjà prévenue, hélas, été après été ; voilà');
  const spoiled = Buffer.concat([bytes, Buffer.from([0xff]), Buffer.from(' après')]);
  const { text, encoding } = await decoded([spoiled]);
  expect(encoding).toBe('utf-8');
  expect(text).toContain('déjà prévenue');
  expect(text).toContain('\ufffd');
});

test('UTF-16 without a mark is seen by its zeros', async () => {
  const { text, encoding } = await decoded(cut(Buffer.from('Conseiller : déjà vu\n', 'utf16le'), 7));
  expect(encoding).toBe('utf-16le');
  expect(text).toBe('Conseiller : déjà vu\n');
});

test('nothing is nothing', async () => {
  expect((await decoded([])).text).toBe('');
});
