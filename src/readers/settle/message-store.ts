// Messages of interleaved conversations, put together again: in memory as long as they are few, on disk beyond.
// Conversations are numbered as they first appear; each temporary file holds the messages of a range of numbers.
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IoError } from '../../errors.ts';
import { textLines } from '../text-lines.ts';
import { heldMessages } from './held-messages.ts';
import { idNumbers } from './id-numbers.ts';

/** Messages by conversation, in the form in which they are kept: plain data that JSON can hold. */
export interface MessageStore<Kept> {
  /** Waits only when messages go to disk. `length`: characters of the message. */
  readonly add: (conversation: string, length: number, message: Kept) => Promise<void> | undefined;
  /** Each conversation once, in the order of first appearance; the first message alone where it is too long to be one. */
  readonly conversations: () => AsyncGenerator<Group<Kept>>;
  /** Removes what lies on disk. */
  readonly close: () => Promise<void>;
}

/** The messages of a conversation. */
export interface Group<Kept> {
  readonly messages: readonly Kept[];
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

/** A message behind the number of its conversation, in one list that alternates. */
type Numbered<Kept> = (number | Kept)[];

/** A store that is empty. */
export function messageStore<Kept extends object>(limits: StoreLimits = storeLimits): MessageStore<Kept> {
  const sizes: number[] = [];
  const held = heldMessages(perFile);
  let folder: string | undefined;

  const numbered = idNumbers();
  let last = { id: '', number: -1 };
  const numberOf = (id: string): number => {
    // Most messages come behind another of their conversation.
    if (id === last.id && last.number >= 0) return last.number;
    const number = numbered(id);
    if (number === sizes.length) sizes.push(0);
    last = { id, number };
    return number;
  };
  const spill = async (): Promise<void> => {
    folder ??= await temporaryFolder();
    for (const [file, bytes] of held.byFile()) await append(join(folder, `${file}`), bytes);
    held.clear();
  };
  const isTooLong = (number: number): boolean => sizes[number]! > limits.conversation;

  /** Conversations `from` to `to` among numbered messages. */
  const grouped = (from: number, to: number): { add: (messages: Numbered<Kept>) => void; groups: Kept[][] } => {
    const groups: Kept[][] = Array.from({ length: to - from }, () => []);
    const add = (messages: Numbered<Kept>): void => {
      for (let at = 0; at < messages.length; at += 2) {
        const number = messages[at] as number;
        if (number < from || number >= to) continue;
        const group = groups[number - from]!;
        if (group.length === 0 || !isTooLong(number)) group.push(messages[at + 1] as Kept);
      }
    };
    return { add, groups };
  };

  return {
    add: (conversation, length, message) => {
      const number = numberOf(conversation);
      sizes[number]! += length + overhead;
      // Of a conversation that is too long, its first messages are enough to tell of it.
      if (isTooLong(number)) return undefined;
      held.add(number, JSON.stringify(message));
      return held.size() > limits.memory ? spill() : undefined;
    },
    conversations: async function* () {
      if (folder !== undefined) await spill();
      const small = folder === undefined ? held.byFile() : undefined;
      for (let file = 0; file * perFile < sizes.length; file++) {
        const wanted = ranges(sizes, file * perFile, limits.memory * 4);
        for (const [from, to] of wanted) {
          const { add, groups } = grouped(from, to);
          if (folder === undefined) add(messagesIn(small!.get(file)!.toString()));
          else for await (const messages of spilled<Kept>(join(folder, `${file}`), wanted.length === 1)) add(messages);
          for (const [i, messages] of groups.entries()) yield { messages, isTooLong: isTooLong(from + i) };
        }
      }
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

async function append(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await appendFile(file, bytes);
  } catch (error) {
    throw new IoError(`cannot write temporary files in ${tmpdir()}: ${(error as Error).message}`, 74);
  }
}

/** What was appended to a file, piece by piece, or as a whole where it is not large. */
async function* spilled<Kept>(file: string, isSmall: boolean): AsyncGenerator<Numbered<Kept>> {
  if (isSmall) {
    yield messagesIn(await readFile(file, 'utf8'));
    return;
  }
  const text = createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  for await (const { text: line } of textLines(text, Number.POSITIVE_INFINITY))
    yield JSON.parse(`[${line}]`) as Numbered<Kept>;
}

/** The messages of some lines. */
function messagesIn<Kept>(lines: string): Numbered<Kept> {
  return JSON.parse(`[${lines.slice(0, -1).replaceAll('\n', ',')}]`) as Numbered<Kept>;
}
