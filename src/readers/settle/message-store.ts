// Messages of interleaved conversations, put together again: in memory as long as they are few, on disk beyond.
// Conversations are numbered as they first appear; each temporary file holds the messages of a range of numbers.
import { eachMessage, heldMessages } from './held-messages.ts';
import { idNumbers } from './id-numbers.ts';
import { spilledMessages } from './spilled-messages.ts';

/** Messages by conversation, each as a text. */
export interface MessageStore {
  /** Waits only when messages go to disk. `length`: characters of what is said. */
  readonly add: (conversation: string, length: number, message: string) => Promise<void> | undefined;
  /** Each conversation once, in the order of first appearance; the first message alone where it is too long to be one. */
  readonly conversations: () => AsyncGenerator<Group>;
  /** Removes what lies on disk. */
  readonly close: () => Promise<void>;
}

/** The messages of a conversation. */
export interface Group {
  readonly messages: readonly string[];
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
  const sizes: number[] = [];
  const held = heldMessages(perFile);
  const disk = spilledMessages();

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
    for (const [file, bytes] of held.byFile()) await disk.append(file, bytes);
    held.clear();
  };
  const isTooLong = (number: number): boolean => sizes[number]! > limits.conversation;

  /** Whether a message is one of the conversations `from` to `to`, and not one too many. */
  const wantedIn = (from: number, to: number): ((number: number) => boolean) => {
    const told = new Set<number>();
    return (number) => {
      if (number < from || number >= to || told.has(number)) return false;
      if (isTooLong(number)) told.add(number);
      return true;
    };
  };

  /** Conversations `from` to `to`, whose messages are among some bytes. */
  function* groups(bytes: Buffer, from: number, to: number): Generator<Group> {
    const places: number[][] = Array.from({ length: to - from }, () => []);
    eachMessage(bytes, (number, start, end) => {
      const group = number < from || number >= to ? undefined : places[number - from]!;
      if (group !== undefined && (group.length === 0 || !isTooLong(number))) group.push(start, end);
    });
    for (const [i, group] of places.entries()) {
      const messages: string[] = [];
      for (let at = 0; at < group.length; at += 2) messages.push(bytes.toString('utf8', group[at], group[at + 1]));
      yield { messages, isTooLong: isTooLong(from + i) };
    }
  }

  return {
    add: (conversation, length, message) => {
      const number = numberOf(conversation);
      sizes[number]! += length + overhead;
      // Of a conversation that is too long, its first messages are enough to tell of it.
      if (isTooLong(number)) return undefined;
      held.add(number, message);
      return held.size() > limits.memory ? spill() : undefined;
    },
    conversations: async function* () {
      if (!disk.isEmpty()) await spill();
      const small = disk.isEmpty() ? held.byFile() : undefined;
      for (let file = 0; file * perFile < sizes.length; file++) {
        const wanted = ranges(sizes, file * perFile, limits.memory * 4);
        for (const [from, to] of wanted) {
          const isAll = wanted.length === 1 && !isTooLong(from);
          const bytes = small?.get(file) ?? (await (isAll ? disk.whole(file) : disk.part(file, wantedIn(from, to))));
          yield* groups(bytes, from, to);
        }
      }
    },
    close: disk.close,
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
