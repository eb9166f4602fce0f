// What a reader is: it recognises its format by the first characters, and turns text into conversations one at a time.
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';

/** What reading yields: a conversation, or a record that could not be used. */
export type Item =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The beginning of an input, decoded; enough to tell its format. */
export interface Head {
  readonly file: string;
  readonly text: string;
}

/** An input, decoded, in chunks that may end anywhere but inside a character. */
export interface TextSource {
  readonly file: string;
  readonly text: AsyncIterable<string>;
}

export interface Reader {
  readonly id: string;
  /** How surely the text is of this format, 0..1. */
  detects(head: Head): number;
  read(source: TextSource): AsyncIterable<Item>;
}

/** A problem at a line of a file. */
export function problemAt(file: string, line: number, reason: string, id?: string): Item {
  return { kind: 'problem', problem: { place: { file, line }, reason, ...(id !== undefined && { id }) } };
}
