// Files, folders, globs, standard input → conversations, one at a time, and an account of what could not be read.
import { basename } from 'node:path';
import { IoError } from '../errors.ts';
import { type DecodingNotes, decodeText } from './decode-text.ts';
import { inputFiles, openInput } from './input-files.ts';
import { valueOfPrefix } from './json/prefix.ts';
import { strayBytes } from './mend-utf8.ts';
import type { Faults } from './packed/faults.ts';
import { partsOf } from './packed/parts.ts';
import { type Head, type Item, problem, type Reader, type ReaderOptions } from './reader.ts';
import { readerIds, readerNamed, readerOf } from './registry.ts';
import { speakerWords } from './settle/speaker-file.ts';

export type { Item } from './reader.ts';

/** How inputs are read. */
export interface ReadOptions extends ReaderOptions {
  /** Format of every file; told by content otherwise. One of `readerIds`. */
  readonly from?: string;
  /** Mapping file (YAML) that says how every file is to be read. */
  readonly map?: string;
  /** Stands for `-`; the process's own standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Sees the beginning of each file before it is read. */
  readonly onHead?: (head: Head) => void;
  /** Lexicon folder whose `speakers.yaml` names the speakers. */
  readonly lexicons?: string;
}

const headLength = 256 * 1024;

/** Reads inputs in order. Throws an IoError where one cannot be opened, or where the only one cannot be understood. */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  if (options.from !== undefined && readerNamed(options.from) === undefined)
    throw new IoError(`unknown format "${options.from}"; one of ${readerIds.join(', ')} is expected`, 65);
  const mapping = options.map === undefined ? undefined : await mappingReader(options.map);
  const files = await inputFiles(inputs);
  for (const file of files) {
    const isOnly = files.length === 1;
    const path = file === '-' ? undefined : file;
    const bytes = file === '-' && options.stdin !== undefined ? options.stdin : openInput(file);
    yield* readParts(file, bytes, options, { path, isOnly, mapping });
  }
}

interface Reading {
  readonly path: string | undefined;
  readonly isOnly: boolean;
  readonly mapping: Reader | undefined;
}

async function mappingReader(file: string): Promise<Reader> {
  const [{ mappingFrom }, { mappedReader }] = await Promise.all([
    import('./mapping/mapping-file.ts'),
    import('./mapping/mapped-reader.ts'),
  ]);
  return mappedReader(await mappingFrom(file));
}

/** Reads a file, or each file of an archive; what could not be read of it comes last. */
async function* readParts(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  { path, isOnly, mapping }: Reading,
): AsyncGenerator<Item> {
  const faults: Faults = [];
  for await (const part of partsOf(file, bytes, faults, path)) {
    try {
      yield* readText(part.file, decodeText(part.bytes, tellDecoding(part.file, options)), options, mapping);
    } catch (error) {
      if (!(error instanceof IoError) || error.exitCode !== 65) throw error;
      if (isOnly && part.file === file && faults.length === 0) throw error;
      yield problem({ file: part.file }, error.message.replace(`${part.file}: `, ''));
    }
  }
  for (const fault of faults) yield problem({ file: fault.file }, fault.reason);
}

function tellDecoding(file: string, { onNotice }: ReadOptions): DecodingNotes {
  return {
    onEncoding: (what) => onNotice?.({ kind: 'encoding', what, count: 1, file }),
    onStray: (count) => onNotice?.({ kind: 'encoding', what: strayBytes, count, file }),
  };
}

async function* readText(
  file: string,
  text: AsyncIterable<string>,
  options: ReadOptions,
  mapping: Reader | undefined,
): AsyncGenerator<Item> {
  const { head: beginning, isWhole, all } = await withHead(text);
  if (isWhole && beginning.trim() === '') return;
  const speakers = await speakerWords(options.lexicons);
  const name = basename(file)
    .toLowerCase()
    .replace(/\.(gz|zst)$/, '');
  const head = { name, text: beginning, isWhole, json: valueOfPrefix(beginning), speakers };
  options.onHead?.(head);
  const reader = mapping ?? (options.from === undefined ? readerOf(head) : readerNamed(options.from));
  if (reader === undefined)
    throw new IoError(`${file}: no known format; tell it with --from, one of ${readerIds.join(', ')}`, 65);
  options.onNotice?.({ kind: 'format', what: reader.id, count: 1, file });
  yield* reader.read({ file, head, text: all, options });
}

interface Beginning {
  readonly head: string;
  readonly isWhole: boolean;
  /** The whole text, its beginning included. */
  readonly all: AsyncIterable<string>;
}

async function withHead(text: AsyncIterable<string>): Promise<Beginning> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let isWhole = false;
  while (head.length < headLength && !isWhole) {
    const { done, value } = await iterator.next();
    if (done === true) isWhole = true;
    else head += value;
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    head = '';
    if (isWhole) return;
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, isWhole, all: all() };
}
