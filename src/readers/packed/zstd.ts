// Zstandard, streamed. This Node has no decoder of its own.
import { Decompress } from 'fzstd';

/** Small steps keep what one of them can swell to small. */
const step = 4 * 1024;
/** What `zstd` writes without `--long`, and more. */
const largestWindow = 128 * 1024 * 1024;

/** Decompresses a stream of frames. Throws where it is damaged, cut short, or asks for too much memory. */
export async function* zstdBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => {
    if (chunk.length > 0) out.push(chunk);
  });
  let isStart = true;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += step) {
      const piece = chunk.subarray(at, at + step);
      if (isStart && windowOf(piece) > largestWindow) throw new Error('it asks for a window of more than 128 MB');
      isStart = false;
      decompress.push(piece);
      yield* out;
      out = [];
    }
  }
  decompress.push(new Uint8Array(0), true);
  yield* out;
}

/** Bytes that the first frame wants to have at hand. */
function windowOf(frame: Uint8Array): number {
  const [, , , , descriptor = 0, window = 0] = frame;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (!isSingleSegment) {
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6]!;
  const start = 5 + [0, 1, 2, 4][descriptor & 3]!;
  let size = 0;
  for (let i = sizeBytes - 1; i >= 0; i--) size = size * 256 + (frame[start + i] ?? 0);
  return size;
}
