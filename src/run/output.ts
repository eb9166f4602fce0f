// Where assessments go: a stream such as standard output, or a file that gets its final name only when it is whole.
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { IoError } from '../errors.ts';

/** A place to write to, in order. */
export interface Output {
  /** Resolves when more may come; false once the reader at the other end has gone. */
  readonly write: (piece: string | Uint8Array) => Promise<boolean>;
  /** Makes sure that what was written stays written; tells how many bytes that is. */
  readonly settle: () => Promise<number>;
  readonly close: () => Promise<void>;
  /** Lets go without finishing: a file keeps its temporary name. */
  readonly abandon: () => Promise<void>;
}

/** The temporary name of a file that is being written. */
export function unfinished(file: string): string {
  return `${file}.part`;
}

/** Writes to a stream and waits whenever it is full. The reader of a pipe may leave at any time. */
export function streamOutput(stream: Writable): Output {
  let gone = false;
  let failure: Error | undefined;
  let wake = (): void => {};
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') gone = true;
    else failure = new IoError(`standard output: ${error.message}`, 74);
    wake();
  };
  stream.on('error', onError);
  stream.on('drain', () => wake());
  const write = async (piece: string | Uint8Array): Promise<boolean> => {
    if (gone || piece.length === 0) return !gone;
    if (!stream.write(piece) && !gone && failure === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== undefined) throw failure;
    return !gone;
  };
  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      if (gone) resolve();
      else stream.write('', () => resolve());
    });
  return { write, settle: async () => 0, close: flush, abandon: async () => {} };
}

/** Writes to `file.part`, from a byte on that an earlier run had reached, and renames it at the end. */
export async function fileOutput(file: string, from: number): Promise<Output> {
  const part = unfinished(file);
  const failed = (error: unknown): never => {
    throw new IoError(`cannot write ${file}: ${(error as Error).message}`, 74);
  };
  const handle: FileHandle = await open(part, from === 0 ? 'w' : 'r+').catch(failed);
  await handle.truncate(from).catch(failed);
  let at = from;
  return {
    write: async (piece) => {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at).catch(failed);
        done += bytesWritten;
        at += bytesWritten;
      }
      return true;
    },
    settle: async () => {
      await handle.datasync().catch(failed);
      return at;
    },
    close: async () => {
      await handle.sync().catch(failed);
      await handle.close().catch(failed);
      await rename(part, file).catch(failed);
    },
    abandon: () => handle.close().catch(() => {}),
  };
}

/** Removes what an interrupted run left behind under a temporary name. */
export async function removeUnfinished(file: string): Promise<void> {
  await rm(unfinished(file), { force: true });
}
