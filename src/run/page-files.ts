// Writes the pages of a report: only those that have changed, each whole or not at all, and takes away those of before that are no more.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IoError } from '../errors.ts';

/** How many files the report has, and how many of them were written or removed this time. */
export interface PageCount {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
}

/** A folder of pages that is being made. */
export interface PageFiles {
  readonly write: (name: string, content: string) => void;
  /** Ends the report: forgets pages of an earlier one. */
  readonly close: () => PageCount;
}

/** The only names that a report gives to files, and so the only ones that it ever removes. */
const ownName = /^(?:[a-z]+\/)?[a-z0-9][a-z0-9-]{0,80}\.(?:html|csv|json)$/;

/** Opens the folder of a report, making it where it is missing; the manifest lists its files for the next time. */
export function pageFiles(folder: string, manifest = '.ecoute-report.json'): PageFiles {
  const before = readManifest(join(folder, manifest));
  const now = new Map<string, string>();
  const folders = new Set<string>();
  let written = 0;
  return {
    write: (name, content) => {
      if (!ownName.test(name)) throw new Error(`not a name of a page: ${name}`);
      const hash = createHash('sha1').update(content).digest('base64url').slice(0, 16);
      now.set(name, hash);
      const file = join(folder, name);
      if (before.get(name) === hash && sizeOf(file) === Buffer.byteLength(content)) return;
      attempt(file, () => {
        const parent = dirname(file);
        if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
        folders.add(parent);
        writeFileSync(`${file}.part`, content);
        renameSync(`${file}.part`, file);
      });
      written += 1;
    },
    close: () => {
      const gone = [...before.keys()].filter((name) => !now.has(name) && ownName.test(name));
      for (const name of gone) rmSync(join(folder, name), { force: true });
      const file = join(folder, manifest);
      attempt(file, () => writeFileSync(file, `${JSON.stringify(Object.fromEntries([...now].sort()))}\n`));
      return { files: now.size, written, removed: gone.length };
    },
  };
}

function readManifest(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  } catch {
    return new Map();
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}

function attempt(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new IoError(`cannot write ${file}: ${(error as Error).message}`, 74);
  }
}
