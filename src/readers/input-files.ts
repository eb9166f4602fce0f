// What the user names → files to read, in a steady order; and how one of them is opened.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { IoError } from '../errors.ts';
import { filesMatching, filesUnder, isGlob } from './glob.ts';
import { hasOwnLine } from './own-lines.ts';

const chunkBytes = 256 * 1024;
const headBytes = 64 * 1024;

/** Files, folders (recursively, sorted, hidden files skipped), globs, `-`. Throws an IoError where nothing is found. */
export async function inputFiles(inputs: readonly string[]): Promise<string[]> {
  return inputs.flatMap((input) => {
    if (input === '-') return ['-'];
    if (existsSync(input)) {
      if (!statSync(input).isDirectory()) return [input];
      const files = filesUnder(input);
      if (files.length === 0) throw new IoError(`${input}: the folder holds no file to read`, 66);
      return files;
    }
    if (!isGlob(input)) throw new IoError(`${input}: no such file or folder`, 66);
    const files = filesMatching(input);
    if (files.length === 0) throw new IoError(`${input}: no file matches this pattern`, 66);
    return files;
  });
}

/** The bytes of a file, or of standard input (`-`), from an offset on. */
export async function* openInput(file: string, offset = 0): AsyncGenerator<Uint8Array> {
  if (file === '-') {
    yield* after(process.stdin, offset);
    return;
  }
  try {
    yield* createReadStream(file, { start: offset, highWaterMark: chunkBytes });
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/**
 * Whether a file can be read line by line without more ado: the project's own NDJSON, in UTF-8, not compressed.
 * Standard input is looked at without being consumed.
 */
export async function isOwnLines(
  file: string,
  options: { readonly from?: string; readonly map?: string; readonly stdin?: AsyncIterable<Uint8Array> } = {},
): Promise<boolean> {
  if (options.from !== undefined && options.from !== 'ndjson') return false;
  if (options.map !== undefined || (file === '-' && options.stdin !== undefined)) return false;
  const { bytes, isWhole } = file === '-' ? await headOfStream(process.stdin) : await headOfFile(file);
  return hasOwnLine(bytes, isWhole, options.from === 'ndjson');
}

async function headOfFile(file: string): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const handle = await open(file).catch((error) => {
    throw cannotRead(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead < headBytes };
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    await handle.close();
  }
}

/** Reads until a whole line is there (or enough for a very long one), and puts it back. */
async function headOfStream(stream: Readable): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  let bytes = Buffer.alloc(0);
  while (true) {
    const chunk = stream.read() as Buffer | string | null;
    if (chunk !== null) bytes = Buffer.concat([bytes, typeof chunk === 'string' ? Buffer.from(chunk) : chunk]);
    const isWhole = stream.readableEnded || (stream as { readonly destroyed: boolean }).destroyed;
    if (isWhole || bytes.length >= headBytes || (chunk !== null && bytes.includes('\n'))) {
      if (bytes.length > 0) stream.unshift(bytes);
      return { bytes, isWhole };
    }
    if (chunk === null) {
      const ended = await readableOrEnd(stream);
      if (ended) return { bytes, isWhole: true };
    }
  }
}

function readableOrEnd(stream: Readable): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const done = (isEnd: boolean) => () => {
      for (const [event, listener] of listeners) stream.off(event, listener);
      resolve(isEnd);
    };
    const listeners: [string, (error?: unknown) => void][] = [
      ['readable', done(false)],
      ['end', done(true)],
      ['close', done(true)],
      ['error', (error) => reject(error)],
    ];
    for (const [event, listener] of listeners) stream.on(event, listener);
  });
}

async function* after(stream: AsyncIterable<Uint8Array | string>, offset: number): AsyncGenerator<Uint8Array> {
  let skip = offset;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (skip < bytes.length) yield skip === 0 ? bytes : bytes.subarray(skip);
    skip = Math.max(0, skip - bytes.length);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'reading it is not allowed',
  EISDIR: 'it is a folder',
};

function cannotRead(file: string, error: unknown): IoError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new IoError(`${file}: ${reasons[code ?? ''] ?? message}`, 66);
}
