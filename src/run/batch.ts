// A batch of whole lines as bytes, and what becomes of it: the unit that travels between threads.
import type { Problem } from '../model/place.ts';
import type { Position } from './checkpoint.ts';

/** Some whole lines of one input. */
export interface Batch {
  readonly file: string;
  /** Lines of the file before this batch. */
  readonly line: number;
  /** Owns its whole buffer, so that it can be handed to a thread without a copy. */
  readonly bytes: Uint8Array;
  /** One line that is too long to be held; `bytes` is empty. */
  readonly isTooLong: boolean;
  /** Where the record after this batch begins. */
  readonly next: Position;
}

/** Lines to judge, without what only the reader of the input needs. */
export type Lines = Pick<Batch, 'file' | 'line' | 'bytes' | 'isTooLong'>;

/** What was made of some records, ready to be written. */
export interface Judged {
  readonly output: string | Uint8Array;
  /** Each conversation that was judged, by its id and agent. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  /** Pseudonyms given for the first time, each with its agent. */
  readonly met?: readonly (readonly [pseudonym: string, agent: string])[];
}

/** Judged records and the place in the input that they reach. */
export interface Piece extends Judged {
  readonly next: Position;
}
