// Records → assessments as text. The same code in one thread and in many.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import { type Item, parseLine } from '../readers/parse-line.ts';
import { linesUpTo, putLine } from '../writers/assessment-lines.ts';
import { csvRow } from '../writers/csv.ts';
import type { Writer } from '../writers/writer.ts';
import type { Judge, Judged, Lines, Records } from './batch.ts';
import { conversationJudge } from './conversation-judge.ts';
import { idsOf, judgedItems } from './judged-items.ts';
import { lineAnswers } from './line-answers.ts';
import { longestLine } from './line-batches.ts';
import { veilWhereAsked } from './privacy.ts';
import { splitLines } from './split-lines.ts';
import type { Privacy } from './veil.ts';

/** The output formats that are written record by record, and so can be made in a thread; `answers` has a line for every line. */
export type LineFormat = 'ndjson' | 'csv' | 'excel' | 'answers';

const tooLong = `a line longer than ${longestLine >> 20} MB; a conversation is one line`;

/** Makes `judge(records)` for the rules and output format in force; a writer takes what no thread can make. */
export async function recordJudge(rules: Rules, format: LineFormat | Writer, privacy?: Privacy): Promise<Judge> {
  const veil = await veilWhereAsked(privacy, rules);
  const judge = await conversationJudge(rules, veil);
  const met = () => veil?.met() ?? [];
  switch (format) {
    case 'answers':
      return async (lines) => lineAnswers(lines as Lines, judge, tooLong);
    case 'ndjson':
      return async (records) => ({ ...judgedOneByOne(records, judge, lines(veil === undefined)), met: met() });
    case 'csv':
    case 'excel':
      return async (records) => ({ ...judgedOneByOne(records, judge, rows(format)), met: met() });
    default:
      return async (records) => {
        const { assessments, problems } = judgedItems([...groupsOf(records)].flat(), judge);
        return { output: await format.write(assessments), ids: idsOf(assessments), problems, met: met() };
      };
  }
}

/** Where assessments are written one by one. */
interface Sheet {
  readonly put: (assessment: Assessment, conversation: Conversation) => void;
  readonly output: () => string | Uint8Array;
}

/** `isAsSaid`: nothing is hidden in what comes out, so that quotes are parts of turns. */
function lines(isAsSaid: boolean): Sheet {
  let end = 0;
  return {
    put: (assessment, { turns }) => {
      end = putLine(end, assessment, isAsSaid ? turns : undefined);
    },
    output: () => linesUpTo(end),
  };
}

function rows(format: 'csv' | 'excel'): Sheet {
  let text = '';
  return {
    put: (assessment) => {
      text += csvRow(assessment, format === 'excel' ? 'excel' : 'plain');
    },
    output: () => text,
  };
}

/** Conversations that are read before they are judged: what is soon written is soon forgotten. */
const atOnce = 8;

function judgedOneByOne(records: Records, judge: (conversation: Conversation) => Assessment, sheet: Sheet): Judged {
  const ids: string[] = [];
  const problems: Problem[] = [];
  const written = (conversation: Conversation): Assessment => {
    const assessment = judge(conversation);
    sheet.put(assessment, conversation);
    return assessment;
  };
  for (const items of groupsOf(records)) {
    const judged = judgedItems(items, written);
    for (const id of idsOf(judged.assessments)) ids.push(id);
    for (const problem of judged.problems) problems.push(problem);
  }
  return { output: sheet.output(), ids, problems };
}

function* groupsOf(records: Records): Generator<readonly Item[]> {
  if ('items' in records) {
    for (let at = 0; at < records.items.length; at += atOnce) yield records.items.slice(at, at + atOnce);
    return;
  }
  const { file, line, bytes, isTooLong } = records;
  if (isTooLong) yield [{ kind: 'problem', problem: { place: { file, line: line + 1 }, reason: tooLong } }];
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
