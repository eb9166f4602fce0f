// Lines of the project's own NDJSON as bytes → assessments as text. The same code in one thread and in many.
import type { Rules } from '../model/rules.ts';
import { type Item, parseLine } from '../readers/parse-line.ts';
import { csv } from '../writers/csv.ts';
import { ndjson } from '../writers/ndjson.ts';
import type { Batch, Judged } from './batch.ts';
import { conversationJudge } from './conversation-judge.ts';
import { idsOf, judgedItems } from './judged-items.ts';
import { longestLine } from './line-batches.ts';
import { type Privacy, veilFor } from './veil.ts';

/** The output formats that are written line by line, and so can be made in a thread. */
export type LineFormat = 'ndjson' | 'csv' | 'excel';

/** Lines to judge, without what only the reader of the input needs. */
export type Lines = Pick<Batch, 'file' | 'line' | 'bytes' | 'isTooLong'>;

const lineFeed = 10;
const tooLong = `a line longer than ${longestLine >> 20} MB; a conversation is one line`;

/** Makes `judge(lines)` for the rules and output format in force. */
export async function lineJudge(
  rules: Rules,
  format: LineFormat,
  privacy?: Privacy,
): Promise<(lines: Lines) => Promise<Judged>> {
  const veil = veilFor(privacy, rules);
  const judge = await conversationJudge(rules, veil);
  const writer = format === 'ndjson' ? ndjson() : csv(format === 'csv' ? 'plain' : 'excel');
  return async (lines) => {
    const { assessments, problems } = judgedItems(itemsOf(lines), judge);
    return { output: await writer.write(assessments), ids: idsOf(assessments), problems, met: veil?.met() ?? [] };
  };
}

function itemsOf({ file, line, bytes, isTooLong }: Lines): Item[] {
  if (isTooLong) return [{ kind: 'problem', problem: { place: { file, line: line + 1 }, reason: tooLong } }];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const items: Item[] = [];
  let number = line;
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf(lineFeed, start);
    const end = found < 0 ? buffer.length : found;
    number += 1;
    const text = buffer.toString('utf8', start, end);
    start = end + 1;
    if (text.trim() !== '') items.push(parseLine(text, { file, line: number }));
  }
  return items;
}
