// What went wrong below the text: told once the readable part of a file has been read.

/** A part of an input that could not be read to its end. */
export interface Fault {
  readonly file: string;
  readonly reason: string;
}

/** Collects faults while a file is read. */
export type Faults = Fault[];
