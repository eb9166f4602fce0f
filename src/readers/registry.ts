// Every format that is read. A reader not in this list does not exist.
import { csv } from './csv.ts';
import { ndjson } from './ndjson.ts';
import { plainText } from './plain-text.ts';
import type { Head, Reader } from './reader.ts';

export const readers = [ndjson, csv, plainText] as const;

export type ReaderId = (typeof readers)[number]['id'];

export const readerIds: readonly ReaderId[] = readers.map((reader) => reader.id);

/** The reader that recognises an input most surely, or undefined. */
export function readerFor(head: Head): Reader | undefined {
  let best: { reader: Reader; sureness: number } | undefined;
  for (const reader of readers) {
    const sureness = reader.detects(head);
    if (sureness > (best?.sureness ?? 0)) best = { reader, sureness };
  }
  return best?.reader;
}
