// Decoded text → lines with their numbers. A line beyond the limit is told, not held.

/** One line without its end. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The line went on beyond the limit; `text` is its beginning. */
  readonly isTooLong: boolean;
}

/** Bytes in UTF-8; no conversation is that long. */
export const longestLine = 16 * 1024 * 1024;
/** What is kept of a line that is too long: enough to find its id. */
const keptOfTooLong = 2000;

/** The lines of a text that arrives in pieces; `\r\n` and `\n` end a line. */
export async function* textLines(text: AsyncIterable<string>, limit = longestLine): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let size = 0;
  let line = 1;
  const take = (end: string): Line => {
    const isTooLong = size + 3 * end.length > limit && size + Buffer.byteLength(end) > limit;
    const whole = isTooLong ? (pieces[0] ?? end).slice(0, keptOfTooLong) : withoutReturn(pieces.join('') + end);
    pieces = [];
    size = 0;
    return { text: whole, line: line++, isTooLong };
  };
  for await (const chunk of text) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield take(chunk.slice(start, end));
      start = end + 1;
    }
    const rest = chunk.slice(start);
    if (rest === '') continue;
    size += Buffer.byteLength(rest);
    if (size <= limit) pieces.push(rest);
    else pieces = [(pieces[0] ?? rest).slice(0, keptOfTooLong)];
  }
  if (size > 0) yield take('');
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
