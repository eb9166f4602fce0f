// Messages that are too many for memory, in temporary files: each file is read as a whole or, where it is large, in parts.
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IoError } from '../../errors.ts';
import { eachMessage, recordStart } from './held-messages.ts';

/** Numbered files of messages. */
export interface SpilledMessages {
  /** Whether nothing was ever written. */
  readonly isEmpty: () => boolean;
  readonly append: (file: number, messages: Uint8Array) => Promise<void>;
  /** The messages of a file. */
  readonly whole: (file: number) => Promise<Buffer>;
  /** Those of its messages whose conversation is wanted. */
  readonly part: (file: number, isWanted: (conversation: number) => boolean) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

const chunkBytes = 256 * 1024;

/** No file is there before the first message. */
export function spilledMessages(): SpilledMessages {
  let folder: string | undefined;
  return {
    isEmpty: () => folder === undefined,
    append: (file, messages) =>
      writing(async () => {
        folder ??= await mkdtemp(join(tmpdir(), 'ecoute-messages-'));
        await appendFile(join(folder, `${file}`), messages);
      }),
    whole: (file) => readFile(join(folder!, `${file}`)),
    part: (file, isWanted) => part(join(folder!, `${file}`), isWanted),
    close: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writing(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new IoError(`cannot write temporary files in ${tmpdir()}: ${(error as Error).message}`, 74);
  }
}

async function part(file: string, isWanted: (conversation: number) => boolean): Promise<Buffer> {
  const parts: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const whole = eachMessage(bytes, (conversation, start, end) => {
      // A copy: a part of the chunk would keep all of it.
      if (isWanted(conversation)) parts.push(Buffer.from(bytes.subarray(recordStart(start), end)));
    });
    rest = bytes.subarray(whole);
  }
  return Buffer.concat(parts);
}
