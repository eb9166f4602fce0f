// Messages of interleaved conversations, put together again: in memory as long as they are few, on disk beyond.
// Conversations are numbered as they first appear; each temporary file holds the messages of a range of numbers.
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IoError } from '../../errors.ts';
import { textLines } from '../text-lines.ts';
import type { Message } from './message.ts';

/** Messages by conversation. */
export interface MessageStore {
  /** Waits only when messages go to disk. */
  readonly add: (message: Message) => Promise<void> | undefined;
  /** Each conversation once, in the order of first appearance; the first message alone where it is too long to be one. */
  readonly conversations: () => AsyncGenerator<Group>;
  /** Removes what lies on disk. */
  readonly close: () => Promise<void>;
}

/** The messages of a conversation. */
export interface Group {
  readonly messages: readonly Message[];
  readonly isTooLong: boolean;
}

export interface StoreLimits {
  /** Characters that are held in memory. */
  readonly memory: number;
  /** Characters of one conversation. */
  readonly conversation: number;
}

export const storeLimits: StoreLimits = { memory: 4 * 1024 * 1024, conversation: 64 * 1024 * 1024 };

/** Conversations whose messages share a file. */
const perFile = 1024;
/** What a message takes besides its text. */
const overhead = 300;

/** A store that is empty. */
export function messageStore(limits: StoreLimits = storeLimits): MessageStore {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  /** Messages in memory, by conversation number; once on disk, waiting lines by file number. */
  let held: Message[][] = [];
  const waiting = new Map<number, string[]>();
  let size = 0;
  let folder: string | undefined;

  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    // A copy: the id may be a slice that holds on to the whole text it was cut from.
    numbers.set(Buffer.from(id).toString(), sizes.length);
    return sizes.push(0) - 1;
  };
  const wait = (number: number, message: Message): void => {
    const file = Math.floor(number / perFile);
    const lines = waiting.get(file);
    const line = JSON.stringify([number, message]);
    if (lines === undefined) waiting.set(file, [line]);
    else lines.push(line);
  };
  const spill = async (): Promise<void> => {
    folder ??= await temporaryFolder();
    for (const [number, messages] of held.entries()) for (const message of messages) wait(number, message);
    held = [];
    for (const [file, lines] of waiting) await append(join(folder, `${file}`), lines);
    waiting.clear();
    size = 0;
  };

  const isTooLong = (number: number): boolean => sizes[number]! > limits.conversation;

  async function* fromDisk(home: string): AsyncGenerator<Group> {
    for (let file = 0; file * perFile < sizes.length; file++)
      for (const [from, to] of ranges(sizes, file * perFile, limits.memory * 4)) {
        const groups: Message[][] = Array.from({ length: to - from }, () => []);
        for await (const { text } of textLines(fileText(join(home, `${file}`)), Number.POSITIVE_INFINITY)) {
          const number = Number(text.slice(1, text.indexOf(',')));
          if (number < from || number >= to) continue;
          const group = groups[number - from]!;
          if (group.length === 0 || !isTooLong(number)) group.push((JSON.parse(text) as [number, Message])[1]);
        }
        for (const [i, messages] of groups.entries()) yield { messages, isTooLong: isTooLong(from + i) };
      }
  }

  return {
    add: (message) => {
      const number = numberOf(message.conversation);
      const length = message.turn.text.length + overhead;
      sizes[number]! += length;
      // Of a conversation that is too long, its first messages are enough to tell of it.
      if (isTooLong(number)) return undefined;
      size += length;
      if (folder !== undefined) wait(number, message);
      else {
        held[number] ??= [];
        held[number].push(message);
      }
      return size > limits.memory ? spill() : undefined;
    },
    conversations: async function* () {
      if (folder !== undefined) {
        await spill();
        yield* fromDisk(folder);
        return;
      }
      for (const [number, messages] of held.entries()) yield { messages, isTooLong: isTooLong(number) };
    },
    close: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ranges of conversation numbers of one file, none larger than a size unless it is a single conversation. */
function ranges(sizes: readonly number[], first: number, most: number): [number, number][] {
  const end = Math.min(first + perFile, sizes.length);
  const found: [number, number][] = [];
  let from = first;
  let size = 0;
  for (let number = first; number < end; number++) {
    if (number > from && size + sizes[number]! > most) {
      found.push([from, number]);
      from = number;
      size = 0;
    }
    size += sizes[number]!;
  }
  found.push([from, end]);
  return found;
}

async function temporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'ecoute-messages-'));
  } catch (error) {
    throw new IoError(`cannot write temporary files in ${tmpdir()}: ${(error as Error).message}`, 74);
  }
}

async function append(file: string, lines: readonly string[]): Promise<void> {
  try {
    await appendFile(file, `${lines.join('\n')}\n`);
  } catch (error) {
    throw new IoError(`cannot write temporary files in ${tmpdir()}: ${(error as Error).message}`, 74);
  }
}

async function* fileText(file: string): AsyncGenerator<string> {
  yield* createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 });
}
