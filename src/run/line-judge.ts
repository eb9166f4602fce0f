// Lines of the project's own NDJSON as bytes → assessments as text. The same code in one thread and in many.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import { type Item, parseLine } from '../readers/parse-line.ts';
import { assessmentLines } from '../writers/assessment-lines.ts';
import { csv } from '../writers/csv.ts';
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
  if (format === 'ndjson') return async (lines) => ({ ...judgedLines(lines, judge), met: veil?.met() ?? [] });
  const table = csv(format === 'excel' ? 'excel' : 'plain');
  return async (lines) => {
    const { assessments, problems } = judgedItems(lines.isTooLong ? [tooLongItem(lines)] : itemsOf(lines), judge);
    return { output: await table.write(assessments), ids: idsOf(assessments), problems, met: veil?.met() ?? [] };
  };
}

/** Conversations that are read before they are judged: what is soon written is soon forgotten. */
const atOnce = 8;

function judgedLines(lines: Lines, judge: (conversation: Conversation) => Assessment): Judged {
  const output: Uint8Array[] = [];
  const ids: string[] = [];
  const problems: Problem[] = [];
  const answer = (items: readonly Item[]): void => {
    const judged = judgedItems(items, judge);
    output.push(assessmentLines(judged.assessments));
    for (const id of idsOf(judged.assessments)) ids.push(id);
    for (const problem of judged.problems) problems.push(problem);
  };
  if (lines.isTooLong) answer([tooLongItem(lines)]);
  else for (const items of groupsOf(lines)) answer(items);
  return { output: joined(output), ids, problems };
}

function tooLongItem({ file, line }: Lines): Item {
  return { kind: 'problem', problem: { place: { file, line: line + 1 }, reason: tooLong } };
}

function itemsOf(lines: Lines): Item[] {
  return [...groupsOf(lines)].flat();
}

function* groupsOf({ file, line, bytes }: Lines): Generator<readonly Item[]> {
  let items: Item[] = [];
  let number = line;
  for (const text of splitLines(bytes)) {
    number += 1;
    if (text.trim() === '') continue;
    items.push(parseLine(text, { file, line: number }));
    if (items.length < atOnce) continue;
    yield items;
    items = [];
  }
  if (items.length > 0) yield items;
}

/** One array that owns its buffer, so that it can be handed to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
