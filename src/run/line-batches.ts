// Cuts a stream of bytes at line ends into batches that a thread can take over.
import { mended } from '../readers/mend-utf8.ts';
import { longestLine } from '../readers/text-lines.ts';
import type { Batch, Lines } from './batch.ts';
import type { Position } from './checkpoint.ts';
import { pause, withPauses } from './with-pauses.ts';

export { longestLine };

const lineFeed = 10;
/** About 64 conversations: enough to make the hand-over cheap, little enough that their bytes are soon forgotten. */
const batchBytes = 128 * 1024;
/** The first batch is of about so many, so that its answers are soon there. */
const firstBytes = 8 * 1024;
/** How long a batch waits for more when its input is slow, in milliseconds. */
const patience = 20;

/**
 * The lines of one input in batches, from a position on. The last line may lack its line feed.
 * Bytes that are no UTF-8 are read as Windows-1252, and their number told.
 */
export async function* lineBatches(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  from: Position,
  onStray?: (count: number) => void,
): AsyncGenerator<Batch<Lines>> {
  let position = from;
  let pending = noBytes();
  const batch = (bytes: Uint8Array, length: number, isTooLong: boolean, isUrgent = false): Batch<Lines> => {
    const line = position.line;
    const ended = isTooLong ? 1 : lineFeeds(bytes);
    position = { ...position, offset: position.offset + length, line: line + ended };
    const { bytes: whole, stray } = mended(bytes);
    if (stray > 0) onStray?.(stray);
    return { file, line, bytes: whole, isTooLong, size: Math.max(1, whole.length), isUrgent, next: position };
  };
  let enough = firstBytes;
  for await (const chunk of withPauses(openingApart(chunks), patience)) {
    if (chunk !== pause) pending = withChunk(pending, chunk);
    if (pending.overlong > 0 && pending.cut > 0) {
      yield batch(new Uint8Array(0), pending.cut, true);
      pending = restOf(pending);
    }
    if (pending.overlong > 0 || pending.cut === 0) continue;
    if (chunk !== pause && pending.size < enough) continue;
    enough = batchBytes;
    const head = joined(pending.chunks, 0, pending.cut);
    pending = restOf(pending);
    yield batch(head, head.length, false, chunk === pause);
  }
  if (pending.size > 0 && pending.overlong === 0)
    yield batch(joined(pending.chunks, 0, pending.size), pending.size, false);
  if (pending.overlong > 0) yield batch(new Uint8Array(0), pending.size, true);
}

async function* openingApart(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && chunk.length > firstBytes) {
      yield chunk.subarray(0, firstBytes);
      yield chunk.subarray(firstBytes);
    } else yield chunk;
    isFirst = false;
  }
}

/** Bytes that wait for their batch. */
interface Pending {
  readonly chunks: readonly Uint8Array[];
  /** Bytes in all, dropped ones included. */
  readonly size: number;
  /** Bytes up to the last line end, or the first one after a line that is too long; 0 = none yet. */
  readonly cut: number;
  /** Bytes that were dropped, being the beginning of a line that is too long: one beyond the limit is not held in memory. */
  readonly overlong: number;
}

const noBytes = (): Pending => ({ chunks: [], size: 0, cut: 0, overlong: 0 });

function withChunk(pending: Pending, chunk: Uint8Array): Pending {
  const size = pending.size + chunk.length;
  if (pending.overlong > 0) {
    const end = chunk.indexOf(lineFeed);
    if (end < 0) return { ...pending, size, overlong: size };
    return { ...pending, chunks: [chunk], size, cut: pending.size + end + 1 };
  }
  if (pending.cut === 0 && size > longestLine) {
    const end = chunk.indexOf(lineFeed);
    if (end < 0) return { chunks: [], size, cut: 0, overlong: size };
    if (pending.size + end > longestLine)
      return { chunks: [chunk], size, cut: pending.size + end + 1, overlong: pending.size };
  }
  const at = chunk.lastIndexOf(lineFeed);
  const cut = at >= 0 ? pending.size + at + 1 : pending.cut;
  return { chunks: [...pending.chunks, chunk], size, cut, overlong: 0 };
}

function restOf({ chunks, size, cut, overlong }: Pending): Pending {
  const rest = joined(chunks, cut - overlong, size - overlong);
  return rest.length === 0 ? noBytes() : withChunk(noBytes(), rest);
}

// Nothing is zeroed that is written over at once; and in a Buffer line feeds are found many times faster.
function joined(chunks: readonly Uint8Array[], from: number, to: number): Buffer {
  const whole = Buffer.allocUnsafeSlow(to - from);
  let offset = 0;
  for (const chunk of chunks) {
    const start = Math.max(0, from - offset);
    const end = Math.min(chunk.length, to - offset);
    if (start < end) whole.set(chunk.subarray(start, end), offset + start - from);
    offset += chunk.length;
  }
  return whole;
}

function lineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
