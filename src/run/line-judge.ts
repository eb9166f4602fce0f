// Lines of the project's own NDJSON as bytes → assessments as text. The same code in one thread and in many.
import type { Rules } from '../model/rules.ts';
import { type Item, parseLine } from '../readers/parse-line.ts';
import { csv } from '../writers/csv.ts';
import { jsonLines } from '../writers/json-bytes.ts';
import type { Judged, Lines } from './batch.ts';
import { conversationJudge } from './conversation-judge.ts';
import { idsOf, judgedItems } from './judged-items.ts';
import { lineAnswers } from './line-answers.ts';
import { longestLine } from './line-batches.ts';
import { veilWhereAsked } from './privacy.ts';
import { splitLines } from './split-lines.ts';
import type { Privacy } from './veil.ts';

/** The output formats that are written line by line, and so can be made in a thread; `answers` has a line for every line. */
export type LineFormat = 'ndjson' | 'csv' | 'excel' | 'answers';

const tooLong = `a line longer than ${longestLine >> 20} MB; a conversation is one line`;

/** Makes `judge(lines)` for the rules and output format in force. */
export async function lineJudge(
  rules: Rules,
  format: LineFormat,
  privacy?: Privacy,
): Promise<(lines: Lines) => Promise<Judged>> {
  const veil = await veilWhereAsked(privacy, rules);
  const judge = await conversationJudge(rules, veil);
  if (format === 'answers') return async (lines) => lineAnswers(lines, judge, tooLong);
  const table = csv(format === 'excel' ? 'excel' : 'plain');
  return async (lines) => {
    const { assessments, problems } = judgedItems(itemsOf(lines), judge);
    const output = format === 'ndjson' ? jsonLines(assessments) : await table.write(assessments);
    return { output, ids: idsOf(assessments), problems, met: veil?.met() ?? [] };
  };
}

function itemsOf({ file, line, bytes, isTooLong }: Lines): Item[] {
  if (isTooLong) return [{ kind: 'problem', problem: { place: { file, line: line + 1 }, reason: tooLong } }];
  const items: Item[] = [];
  splitLines(bytes).forEach((text, at) => {
    if (text.trim() !== '') items.push(parseLine(text, { file, line: line + at + 1 }));
  });
  return items;
}
