// Compressed bytes → the bytes that were compressed.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Faults } from './faults.ts';
import { guarded } from './guard.ts';

/** Bytes without their compression, gzip or Zstandard, told by how they begin. */
export function inflated(
  file: string,
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
): AsyncIterable<Uint8Array> {
  if (head[0] === 0x1f && head[1] === 0x8b) return guarded(bytes, gunzipped, { file, kind: 'gzip', faults });
  if (isZstd(head)) return guarded(bytes, unzstandard, { file, kind: 'Zstandard', faults });
  return bytes;
}

/** The first bytes, and all of them. */
export async function withMagic(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  let isEnd = false;
  while (head.length < 8 && !isEnd) {
    const { done, value } = await iterator.next();
    if (done === true) isEnd = true;
    else head = head.length === 0 ? value : Buffer.concat([head, value]);
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      if (isEnd) return;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, bytes: bytes() };
}

function isZstd(head: Uint8Array): boolean {
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const source = Readable.from(bytes);
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* gunzip;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function* unzstandard(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { zstdBytes } = await import('./zstd.ts');
  yield* zstdBytes(bytes);
}
