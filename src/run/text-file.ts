// Small text files that people write: UTF-8, or what a French Excel saves.
import { readFile } from 'node:fs/promises';
import { IoError } from '../errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'not allowed',
};

/** The whole text of a file. Throws an IoError where it cannot be read. */
export async function textFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new IoError(`cannot read ${file}: ${reasons[error.code ?? ''] ?? error.message}`, 66);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { default: iconv } = await import('iconv-lite');
    return iconv.decode(bytes, 'windows-1252');
  }
}
