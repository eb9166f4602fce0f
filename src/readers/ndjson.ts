// The project's own format: one conversation a line.
import { parseLine } from './parse-line.ts';
import { problemAt, type Reader } from './reader.ts';
import { longestLine, textLines } from './text-lines.ts';

export const ndjson = {
  id: 'ndjson',
  detects({ text }) {
    const start = text.trimStart();
    if (!start.startsWith('{')) return 0;
    const line = start.slice(0, start.indexOf('\n') < 0 ? undefined : start.indexOf('\n'));
    return /"turns"\s*:/.test(line) ? 1 : 0.3;
  },
  async *read({ file, text }) {
    for await (const line of textLines(text)) {
      if (line.isCut)
        yield problemAt(file, line.number, `a line longer than ${longestLine >> 20} MB; a conversation is one line`);
      else if (line.text.trim() !== '') yield parseLine(line.text, { file, line: line.number });
    }
  },
} as const satisfies Reader;
