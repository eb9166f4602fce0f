// Decompression that never ends a run: damage ends the part early, and a bomb is recognised by how much comes out of how little.
import type { Faults } from './faults.ts';

/** Below this much output nothing is a bomb. */
const harmless = 64 * 1024 * 1024;
/** Transcripts shrink to a fifth or a twentieth; nothing that people say shrinks to less than this. */
const mostRatio = 200;

/** Whether so much output of so much input can only be meant to harm. */
export function isBomb(input: number, output: number): boolean {
  return output > harmless && output > input * mostRatio;
}

/** What is guarded, and who hears of it. */
export interface Guarded {
  readonly file: string;
  readonly kind: string;
  readonly faults: Faults;
  /** Bytes of the compressed form, where they are not counted as they come. */
  readonly size?: number;
}

/** Decompresses; tells damage and bombs to `faults` and ends there. */
export async function* guarded(
  bytes: AsyncIterable<Uint8Array>,
  decompress: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  { file, kind, faults, size = 0 }: Guarded,
): AsyncGenerator<Uint8Array> {
  let input = size;
  let output = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      input += chunk.length;
      yield chunk;
    }
  }
  try {
    for await (const chunk of decompress(counted())) {
      output += chunk.length;
      if (isBomb(input, output)) {
        faults.push({ file, reason: `${kind} data that swells more than ${mostRatio} times: not read further` });
        return;
      }
      yield chunk;
    }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    // The input itself could not be read: that is another matter.
    if (code !== undefined && /^E[A-Z]+$/.test(code)) throw error;
    faults.push({ file, reason: `damaged or cut short ${kind} data after ${output} bytes: ${message}` });
  }
}
