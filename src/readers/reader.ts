// What a reader is: it recognises a format by the beginning of a file, and turns text into conversations one at a time.
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import type { SpeakerWords } from './settle/speaker-words.ts';

/** What reading yields: a conversation, or the account of something that could not be used. */
export type Item =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The beginning of a file, by which readers recognise it. */
export interface Head {
  /** The file's own name in lower case, without folders and without `.gz` or `.zst`. */
  readonly name: string;
  readonly text: string;
  /** Whether `text` is all there is. */
  readonly isWhole: boolean;
  /** The JSON value that the text begins with, closed where it is cut; undefined where it is no JSON. */
  readonly json: unknown;
  readonly speakers: SpeakerWords;
}

/** One file to read, decoded. */
export interface Input {
  /** The file as the user named it; inside an archive, the archive and the entry. */
  readonly file: string;
  readonly head: Head;
  readonly text: AsyncIterable<string>;
  readonly options: ReaderOptions;
}

/** What the user asks of every reader. */
export interface ReaderOptions {
  /** The speaker that is the agent, as the export names it, where the export does not say who is who. */
  readonly agent?: string;
  /** Hears what was left out and why, and how roles were decided. */
  readonly onNotice?: (notice: Notice) => void;
}

/** Something a reader did that loses no conversation, but that people want to know. */
export interface Notice {
  readonly kind: 'dropped' | 'roles' | 'encoding' | 'format';
  /** `internal note`, `event`, `invented subtitle credit`, `given by the export`, `windows-1252`… */
  readonly what: string;
  readonly count: number;
  readonly file: string;
}

/** A format. */
export interface Reader<Id extends string = string> {
  readonly id: Id;
  readonly detects: (head: Head) => boolean;
  readonly read: (input: Input) => AsyncIterable<Item>;
}

/** A problem as an item. */
export function problem(place: Problem['place'], reason: string, id?: string): Item {
  return { kind: 'problem', problem: id === undefined ? { place, reason } : { place, reason, id } };
}
