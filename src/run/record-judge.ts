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
import { idOf, judgedItem, judgedItems } from './judged-items.ts';
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
        const { assessments, problems } = judgedItems([...itemsOf(records)], judge);
        return { output: await format.write(assessments), ids: assessments.map(idOf), problems, met: met() };
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

// One is read, judged and written before the next is read: what came before is garbage while it is still young.
function judgedOneByOne(records: Records, judge: (conversation: Conversation) => Assessment, sheet: Sheet): Judged {
  const ids: string[] = [];
  const problems: Problem[] = [];
  const written = (conversation: Conversation): Assessment => {
    const assessment = judge(conversation);
    sheet.put(assessment, conversation);
    return assessment;
  };
  for (const item of itemsOf(records)) {
    const assessment = judgedItem(item, written, problems);
    if (assessment !== undefined) ids.push(idOf(assessment));
  }
  return { output: sheet.output(), ids, problems };
}

function* itemsOf(records: Records): Generator<Item> {
  if ('items' in records) {
    yield* records.items;
    return;
  }
  const { file, line, bytes, isTooLong } = records;
  if (isTooLong) yield { kind: 'problem', problem: { place: { file, line: line + 1 }, reason: tooLong } };
  let number = line;
  for (const text of splitLines(bytes)) {
    number += 1;
    if (text.trim() !== '') yield parseLine(text, { file, line: number });
  }
}
