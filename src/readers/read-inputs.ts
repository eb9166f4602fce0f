// Inputs → conversations, one at a time: finds the files, their encoding and format, and lets the reader work.
import { decoded, encodingOf } from './decode.ts';
import { headOf, inputFiles, openInput } from './input-files.ts';
import type { Item, Reader } from './reader.ts';
import { readerFor, readerIds, readers } from './registry.ts';

export type { Item } from './reader.ts';
export { type ReaderId, readerIds } from './registry.ts';

export interface ReadOptions {
  /** Id of the format, one of `readerIds`; detected by content otherwise. */
  readonly from?: string;
  /** Stands for standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Reads files, folders, globs or `-`. Throws an IoError where an input is not there; everything else becomes a problem. */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  for (const file of await inputFiles(inputs)) yield* readFile(file, options);
}

async function* readFile(file: string, { from, stdin }: ReadOptions): AsyncGenerator<Item> {
  const head = await headOf(file, stdin);
  if (head.length === 0) {
    yield { kind: 'problem', problem: { place: { file }, reason: 'an empty file' } };
    return;
  }
  const encoding = encodingOf(head);
  let text = '';
  for await (const chunk of decoded(once(head), encoding)) text += chunk;
  const reader: Reader | undefined =
    from === undefined ? readerFor({ file, text }) : readers.find((r) => r.id === from);
  if (!reader) {
    yield {
      kind: 'problem',
      problem: {
        place: { file },
        reason: `found no format that is known; name it with --from (${readerIds.join(', ')})`,
      },
    };
    return;
  }
  yield* reader.read({ file, text: decoded(openInput(file, 0, stdin), encoding) });
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
