// Small text files that people write, in the encodings that spreadsheets and editors save.
import { readFile } from 'node:fs/promises';
import { IoError } from '../errors.ts';
import { decodeText } from '../readers/decode-text.ts';

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
  let text = '';
  for await (const part of decodeText(once(bytes))) text += part;
  return text;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
