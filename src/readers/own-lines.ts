// Recognises the project's own NDJSON by its first lines: cheap, for it stands before everything else.
import { valueOfPrefix } from './json/prefix.ts';

const triedLines = 5;

/** Whether the first bytes of an input hold a line of the project's own NDJSON that can be read as it is, in UTF-8. */
export function hasOwnLine(bytes: Uint8Array, isWhole: boolean, isAsked: boolean): boolean {
  // Compressed, UTF-16, or an archive.
  if (bytes.subarray(0, 256).includes(0) || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return false;
  const text = new TextDecoder().decode(bytes);
  // Windows-1252 has to be decoded first.
  if (text.slice(0, -4).includes('\ufffd')) return false;
  return isAsked || startsWithOwnLine(text, isWhole);
}

/** Whether one of the first lines is a conversation in the project's own shape, whole or cut short by the end of the text. */
export function startsWithOwnLine(text: string, isWhole: boolean): boolean {
  let tried = 0;
  for (let start = 0; start < text.length && tried < triedLines; ) {
    const found = text.indexOf('\n', start);
    const line = text
      .slice(start, found < 0 ? text.length : found)
      .replace(/^\ufeff/, '')
      .trim();
    start = found < 0 ? text.length : found + 1;
    if (line === '') continue;
    tried += 1;
    const isCut = found < 0 && !isWhole;
    if (isCut ? looksOwn(line) : isOwn(line)) return true;
  }
  return false;
}

function isOwn(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return isOwnRecord(JSON.parse(line));
  } catch {
    return false;
  }
}

/** The same of a line whose end is not there yet. */
function looksOwn(line: string): boolean {
  return line.startsWith('{') && isOwnRecord(valueOfPrefix(line));
}

function isOwnRecord(value: unknown): boolean {
  const { turns } = Object(value) as { readonly turns?: unknown };
  return Array.isArray(turns) && (turns.length === 0 || 'speaker' in Object(turns[0]));
}
