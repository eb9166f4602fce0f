// A batch of records, and what becomes of it: the unit that is judged at a time and travels between threads.
import type { Problem } from '../model/place.ts';
import type { Item } from '../readers/reader.ts';
import type { Position } from './checkpoint.ts';

/** Some whole lines of one input, as bytes. */
export interface Lines {
  readonly file: string;
  /** Lines of the file before these. */
  readonly line: number;
  /** Owns its whole buffer, which is what travels. */
  readonly bytes: Uint8Array;
  /** One line that is too long to be held; `bytes` is empty. */
  readonly isTooLong: boolean;
}

/** Records of one input that are read already. */
export interface Items {
  readonly items: readonly Item[];
}

/** Records to judge. */
export type Records = Lines | Items;

/** Records and where the one after them begins. */
export type Batch<T extends Records = Records> = T & {
  /** How much there is to judge; about as many bytes of NDJSON. */
  readonly size: number;
  /** The input makes us wait for more: these must not wait with us. */
  readonly isUrgent: boolean;
  readonly next: Position;
};

/** What was made of some records, ready to be written. */
export interface Judged {
  readonly output: string | Uint8Array;
  /** Each conversation that was judged, by its id and agent. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  /** Pseudonyms given for the first time, each with its agent. */
  readonly met?: readonly (readonly [pseudonym: string, agent: string])[];
}

/** Judges some records. */
export type Judge = (records: Records) => Promise<Judged>;

/** Judged records and the place in the input that they reach. */
export interface Piece extends Judged {
  readonly next: Position;
}
