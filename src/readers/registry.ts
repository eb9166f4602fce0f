// Every format that can be read, in the order in which they are tried.
import { csv } from './formats/csv-messages.ts';
import { ndjson } from './formats/ndjson.ts';
import { plainText } from './formats/plain-text.ts';
import type { Head, Reader } from './reader.ts';

/** The readers. A format that is not in this list does not exist. */
export const readers = [ndjson, csv, plainText] as const satisfies readonly Reader[];

export type ReaderId = (typeof readers)[number]['id'];

/** What `--from` may name. */
export const readerIds: readonly ReaderId[] = readers.map(({ id }) => id);

/** Where content does not tell, the name does: better an account of every line than none. */
const byName: readonly (readonly [RegExp, ReaderId])[] = [
  [/\.(ndjson|jsonl)$/, 'ndjson'],
  [/\.(csv|tsv)$/, 'csv'],
  [/^-$/, 'ndjson'],
];

/** The reader of a file, by its content and then its name. */
export function readerOf(head: Head): Reader<ReaderId> | undefined {
  const byContent = readers.find((reader) => reader.detects(head));
  if (byContent !== undefined) return byContent;
  const id = byName.find(([name]) => name.test(head.name))?.[1];
  return readers.find((reader) => reader.id === id);
}

/** The reader of that id. */
export function readerNamed(id: string): Reader<ReaderId> | undefined {
  return readers.find((reader) => reader.id === id);
}
