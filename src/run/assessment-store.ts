// Score files read once from end to end, and then again wherever a page needs one assessment.
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { IoError } from '../errors.ts';
import type { Assessment } from '../model/assessment.ts';
import { parseAssessment } from '../model/assessment-schema.ts';
import type { Problem } from '../model/place.ts';
import { inputFiles, openInput } from '../readers/input-files.ts';
import { longestLine } from './line-batches.ts';

/** An assessment and where it lies. */
export interface Stored {
  readonly assessment: Assessment;
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

/** Score files that can be read again. */
export interface AssessmentStore {
  /** Everything once, in order, in batches. */
  readonly batches: () => AsyncGenerator<readonly (Stored | Problem)[]>;
  /** One assessment again. */
  readonly read: (place: { readonly file: number; readonly offset: number; readonly length: number }) => Assessment;
  readonly close: () => Promise<void>;
}

const lineFeed = 10;
const gzipMark = [0x1f, 0x8b];

/** Opens score files: files, folders, globs, `-`; compressed ones and standard input are copied to a temporary file. */
export async function assessmentStore(inputs: readonly string[]): Promise<AssessmentStore> {
  const names = await inputFiles(inputs);
  const files: { readonly name: string; readonly path: string; readonly handle: number }[] = [];
  let folder: string | undefined;
  for (const [at, name] of names.entries()) {
    const isPlain = name !== '-' && !/\.gz$/i.test(name);
    if (!isPlain) folder ??= await mkdtemp(join(tmpdir(), 'ecoute-'));
    const path = isPlain ? name : join(folder!, `${at}.ndjson`);
    if (!isPlain) await copyBytes(name, path);
    try {
      files.push({ name, path, handle: openSync(path, 'r') });
    } catch (error) {
      throw new IoError(`${name}: ${(error as Error).message}`, 66);
    }
  }
  return {
    async *batches() {
      for (const [file, { name, path }] of files.entries()) yield* linesOf(name, path, file);
    },
    read: ({ file, offset, length }) => {
      const bytes = Buffer.allocUnsafe(length);
      readSync(files[file]!.handle, bytes, 0, length, offset);
      return JSON.parse(bytes.toString('utf8')) as Assessment;
    },
    close: async () => {
      for (const { handle } of files) closeSync(handle);
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function copyBytes(name: string, path: string): Promise<void> {
  const bytes = Readable.from(openInput(name));
  const isSqueezed = await startsWith(bytes, gzipMark);
  const copying = isSqueezed
    ? pipeline(bytes, createGunzip(), createWriteStream(path))
    : pipeline(bytes, createWriteStream(path));
  await copying.catch((error) => {
    throw new IoError(`${name}: ${(error as Error).message}`, 65);
  });
}

async function startsWith(stream: Readable, mark: readonly number[]): Promise<boolean> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    stream.unshift(chunk);
    return mark.every((byte, at) => (chunk as Uint8Array)[at] === byte);
  }
  return false;
}

async function* linesOf(name: string, path: string, file: number): AsyncGenerator<readonly (Stored | Problem)[]> {
  let rest: Uint8Array = new Uint8Array(0);
  let at = 0;
  let line = 0;
  const taken = (bytes: Buffer, from: number, to: number): readonly (Stored | Problem)[] => {
    line += 1;
    const text = bytes.toString('utf8', from, to).replace(/^\uFEFF/, '');
    if (text.trim() === '') return [];
    try {
      const assessment = parseAssessment(JSON.parse(text));
      return [{ assessment, file, offset: at + from, length: to - from }];
    } catch (error) {
      return [{ place: { file: name, line }, reason: reasonOf(error) }];
    }
  };
  for await (const chunk of openInput(path)) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.length > longestLine && bytes.indexOf(lineFeed) < 0)
      throw new IoError(`${name}: a line longer than ${longestLine >> 20} MB: not a score file`, 65);
    const found: (Stored | Problem)[] = [];
    let from = 0;
    for (let to = bytes.indexOf(lineFeed); to >= 0; to = bytes.indexOf(lineFeed, from)) {
      found.push(...taken(bytes, from, to));
      from = to + 1;
    }
    yield found;
    rest = bytes.subarray(from);
    at += from;
  }
  if (rest.length > 0) yield taken(Buffer.from(rest), 0, rest.length);
}

function reasonOf(error: unknown): string {
  const issues = (error as { readonly issues?: readonly { path: readonly PropertyKey[]; message: string }[] }).issues;
  const first = issues?.[0];
  const what = first === undefined ? (error as Error).message : `${first.path.join('.')}: ${first.message}`;
  return `not an assessment (ecoute score writes them): ${what.slice(0, 200)}`;
}
