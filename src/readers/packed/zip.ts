// Zip archives: each file in them is read like a file; a workbook becomes its sheets.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { isBeside } from '../glob.ts';
import type { Faults } from './faults.ts';
import { guarded, isBomb } from './guard.ts';
import { inflated, withMagic } from './inflate.ts';
import type { Part } from './part.ts';

const skipped = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** The parts of an archive, in its own order. `path`: where it lies as a file. */
export async function* zipParts(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
  path: string | undefined,
): AsyncGenerator<Part> {
  if (path !== undefined) {
    yield* partsIn(path, file, faults);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'ecoute-zip-'));
  try {
    // A zip is read from its end: what comes through a pipe lies on disk meanwhile.
    const copy = join(folder, 'archive.zip');
    await pipeline(Readable.from(bytes), createWriteStream(copy));
    yield* partsIn(copy, file, faults);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* partsIn(path: string, file: string, faults: Faults): AsyncGenerator<Part> {
  let zip: ZipFile;
  const entries: Entry[] = [];
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    faults.push({ file, reason: `damaged or cut short zip archive: ${(error as Error).message}` });
    return;
  }
  try {
    if (entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) {
      const { sheetParts } = await import('./workbook.ts');
      yield* sheetParts(file, entries, (entry) => opened(zip, entry, file, faults), faults);
      return;
    }
    let output = 0;
    for (const entry of entries) {
      const name = `${file}/${entry.fileName}`;
      if (entry.fileName.endsWith('/') || skipped.test(entry.fileName) || isBeside(entry.fileName)) continue;
      output += entry.uncompressedSize;
      // Entries of a bomb lie over each other: together they promise what no archive of this size holds.
      if (isBomb(zip.fileSize, output)) {
        faults.push({ file, reason: `an archive that swells to more than ${output} bytes: not read further` });
        return;
      }
      const { head, bytes } = await withMagic(opened(zip, entry, name, faults));
      if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3)
        faults.push({ file: name, reason: 'an archive within an archive: unpack it first' });
      else yield { file: name, bytes: inflated(name, head, bytes, faults) };
    }
  } finally {
    zip.close();
  }
}

function opened(zip: ZipFile, entry: Entry, file: string, faults: Faults): AsyncIterable<Uint8Array> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    if (entry.isEncrypted()) throw new Error('it is encrypted');
    yield* await zip.openReadStreamPromise(entry);
  }
  return guarded(none(), bytes, { file, kind: 'zip', faults, size: entry.compressedSize });
}

async function* none(): AsyncGenerator<Uint8Array> {}
