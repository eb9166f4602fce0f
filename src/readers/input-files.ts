// Which files to read: as named, in folders, by glob; `-` is standard input.
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IoError } from '../errors.ts';
import { encodingOf } from './decode.ts';
import { ndjson } from './ndjson.ts';

const headSize = 64 << 10;
const chunkSize = 512 << 10;

/** Expands inputs into files in a stable order: folders recursively (hidden files and README left out), globs with * ? **. */
export async function inputFiles(inputs: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    if (input === '-') {
      files.push(input);
      continue;
    }
    const found = await stat(input).catch(() => null);
    if (found?.isDirectory()) files.push(...(await filesIn(input)));
    else if (found) files.push(input);
    else if (/[*?]/.test(input)) files.push(...(await globbed(input)));
    else throw new IoError(`no such file or folder: ${input}`, 66);
  }
  if (files.length === 0) throw new IoError(`no files to read in ${inputs.join(', ')}`, 66);
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || /^readme(\.|$)/i.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

async function globbed(pattern: string): Promise<string[]> {
  const fixed = pattern.slice(0, pattern.search(/[*?]/));
  const root = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.';
  const regex = new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?/g, '\u0000')
      .replace(/\*/g, '[^/]*')
      .replace(/\?/g, '[^/]')
      .replaceAll('\u0000', '.*')}$`,
  );
  const files = await filesIn(root || '/').catch(() => []);
  const matching = files.filter((file) => regex.test(file));
  if (matching.length === 0) throw new IoError(`no file matches ${pattern}`, 66);
  return matching;
}

let standardInput: { readonly head: Buffer; readonly rest: AsyncIterator<Uint8Array> } | undefined;

/** The first bytes of an input, which stay to be read. */
export async function headOf(file: string, stdin: AsyncIterable<Uint8Array> = process.stdin): Promise<Uint8Array> {
  if (file === '-') {
    if (!standardInput) {
      const rest = stdin[Symbol.asyncIterator]();
      const chunks: Uint8Array[] = [];
      for (let size = 0; size < headSize; ) {
        const { done, value } = await rest.next();
        if (done) break;
        chunks.push(value);
        size += value.length;
        // A pipe that sends line by line is not waited for: one whole line tells the format.
        if (value.includes(10)) break;
      }
      standardInput = { head: Buffer.concat(chunks), rest };
    }
    return standardInput.head;
  }
  const handle = await open(file).catch(() => null);
  if (!handle) throw new IoError(`cannot read ${file}`, 66);
  try {
    const buffer = Buffer.alloc(headSize);
    const { bytesRead } = await handle.read(buffer, 0, headSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The bytes of an input from an offset on. */
export async function* openInput(
  file: string,
  offset = 0,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<Uint8Array> {
  if (file !== '-') {
    yield* createReadStream(file, { start: offset, highWaterMark: chunkSize });
    return;
  }
  await headOf(file, stdin);
  const { head, rest } = standardInput!;
  standardInput = undefined;
  let skip = offset;
  const cut = (chunk: Uint8Array) => {
    const kept = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - kept.length;
    return kept;
  };
  if (head.length > skip) yield cut(head);
  else skip -= head.length;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const kept = cut(next.value);
    if (kept.length > 0) yield kept;
  }
}

/** Whether an input is the project's own NDJSON in UTF-8, which may be split into lines of bytes. */
export async function isOwnLines(
  file: string,
  { from, stdin }: { readonly from?: string; readonly stdin?: AsyncIterable<Uint8Array> },
): Promise<boolean> {
  if (from !== undefined && from !== 'ndjson') return false;
  if (file !== '-' && /\.(gz|zst|zip|xlsx)$/i.test(file)) return false;
  const head = await headOf(file, stdin);
  if (head[0] === 0xef || encodingOf(head) !== 'utf-8') return false;
  return from === 'ndjson' || ndjson.detects({ file, text: Buffer.from(head).toString('utf8') }) === 1;
}
