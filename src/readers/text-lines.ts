// Lines of a decoded input with their numbers, in bounded memory.

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The line was longer than allowed; `text` is its beginning. */
  readonly isCut: boolean;
}

/** Longest line kept, in characters; a conversation is one line at most. */
export const longestLine = 64 << 20;

/** Splits chunks into lines at LF, CRLF or a lone CR at the end of a chunk's line. */
export async function* textLines(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest: string[] = [];
  let length = 0;
  let number = 0;
  const take = (end: string): Line => {
    const line = rest.length === 0 ? end : rest.join('') + end;
    const isCut = length + end.length > longestLine;
    rest = [];
    length = 0;
    number += 1;
    return { number, text: line.endsWith('\r') ? line.slice(0, -1) : line, isCut };
  };
  for await (const chunk of text) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield take(chunk.slice(start, end));
      start = end + 1;
    }
    const tail = chunk.slice(start);
    length += tail.length;
    if (tail !== '' && length <= longestLine) rest.push(tail);
  }
  if (length > 0) yield take('');
}
