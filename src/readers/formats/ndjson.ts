// The project's own NDJSON: one conversation a line, in the shape that `conversation-record.ts` reads.
import { startsWithOwnLine } from '../own-lines.ts';
import { parseLine } from '../parse-line.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import { longestLine, textLines } from '../text-lines.ts';

/** One conversation a line. A bad line never stops the run; blank lines are skipped. */
export const ndjson = {
  id: 'ndjson',
  detects: ({ text, isWhole }) => startsWithOwnLine(text, isWhole),
  read,
} as const satisfies Reader;

async function* read({ file, text }: Input): AsyncGenerator<Item> {
  for await (const { text: line, line: number, isTooLong } of textLines(text)) {
    const place = { file, line: number };
    if (isTooLong) yield problem(place, `a line longer than ${longestLine >> 20} MB; a conversation is one line`);
    else if (line.trim() !== '') yield parseLine(line, place);
  }
}
