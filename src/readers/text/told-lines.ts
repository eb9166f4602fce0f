// The lines of a transcript in text; what is cut off a line that is far too long is told.
import type { Input } from '../reader.ts';
import { tell } from '../settle/settle.ts';
import { type Line, textLines } from '../text-lines.ts';

/** The lines of an input. */
export async function* toldLines(input: Input): AsyncGenerator<Line> {
  for await (const line of textLines(input.text)) {
    if (line.isTooLong) tell(input, 'dropped', 'end of a line that is too long');
    yield line;
  }
}
