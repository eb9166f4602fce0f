// Conversations that people labelled or graded, heard by ecoute, and how far the two agree.
import { basename } from 'node:path';
import { agreement, measured } from '../agreement/agreement.ts';
import { calibration } from '../agreement/calibration.ts';
import { noCriteriaMap, parseCriteriaMap } from '../agreement/criteria.ts';
import { parseSheet } from '../agreement/graded-sheet.ts';
import { parseLabels } from '../agreement/labels.ts';
import { labelsById, misfits, unmatched } from '../agreement/pairing.ts';
import { strip } from '../agreement/strip.ts';
import { IoError } from '../errors.ts';
import type { Agreement, AgreementReport, Grouping, Pair, SheetAgreement } from '../model/agreement.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Grade } from '../model/human-labels.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';
import { type Problem, showPlace } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import { readInputs } from '../readers/read-inputs.ts';
import { conversationJudge } from './conversation-judge.ts';
import { textFile } from './text-file.ts';

/** What to measure, against what. */
export interface EvaluationRun {
  readonly transcripts: readonly string[];
  /** Label files (NDJSON by the annotation guide), or one graded sheet (CSV). */
  readonly labels: readonly string[];
  readonly rules: Rules;
  readonly how?: EvaluationChoices;
}

export interface EvaluationChoices {
  readonly from?: string;
  readonly by?: readonly Grouping[];
  /** Also measure on text without punctuation, capitals and accents. */
  readonly strip?: boolean;
  /** Markers not to measure, everywhere (`client-name`) or in a source that cannot show them (`client-name@shop`). */
  readonly leaveOut?: readonly string[];
  /** The team's own names for criteria and grades. */
  readonly criteria?: string;
}

/** What came of it; `misfit` where labels and conversations do not fit, and nothing was measured. */
export type Evaluation =
  | { readonly kind: 'misfit'; readonly problems: readonly Problem[] }
  | (Heard & {
      readonly kind: 'labels';
      readonly report: AgreementReport;
      readonly stripped?: Agreement;
      readonly pairs: readonly Pair[];
    })
  | (Heard & {
      readonly kind: 'sheet';
      readonly agreement: SheetAgreement;
      readonly assessments: ReadonlyMap<string, Assessment>;
    });

/** What else was met on the way. */
interface Heard {
  /** Conversations that nobody labelled: not measured. */
  readonly unlabelled: number;
  /** Records of the transcripts that could not be read. */
  readonly setAside: readonly Problem[];
}

/** Measures ecoute against labels, or against a team's graded sheet. */
export async function evaluate(run: EvaluationRun): Promise<Evaluation> {
  const files = await Promise.all(run.labels.map(async (file) => ({ file, text: await textFile(file) })));
  const sheets = files.filter(({ text }) => !/^\s*[{[]/.test(text.replace(/^\uFEFF/, '')) && text.trim() !== '');
  if (sheets.length === 0) return evaluateLabels(files, run);
  if (files.length > 1)
    throw new IoError(`${sheets[0]!.file} is a graded sheet: it must be the only file of labels`, 65);
  return evaluateSheet(sheets[0]!, run);
}

interface TextFile {
  readonly file: string;
  readonly text: string;
}

async function evaluateLabels(files: readonly TextFile[], run: EvaluationRun): Promise<Evaluation> {
  const { rules, how = {} } = run;
  const read = files.map(({ file, text }) => parseLabels(text, file));
  const { byId, problems: twice } = labelsById(read.flatMap(({ labels }) => labels));
  const { wanted, unlabelled, setAside, problems: doubles } = await conversationsOf(run, new Set(byId.keys()));
  const problems = [
    ...read.flatMap((file) => file.problems),
    ...twice,
    ...doubles,
    ...wanted.flatMap((conversation) => misfits(byId.get(conversation.id)!, conversation)),
    ...unmatched(byId, new Set(wanted.map(({ id }) => id)), setAside),
  ];
  if (problems.length > 0) return { kind: 'misfit', problems };
  const judge = await conversationJudge(rules);
  const pairsOf = (conversations: readonly Conversation[]): readonly Pair[] =>
    conversations.map((conversation) => {
      const source = basename(conversation.from.file).replace(/(\.transcripts)?\.\w+(\.gz)?$/, '');
      const unmeasured = leftOut(how.leaveOut ?? [], source);
      return { conversation, labels: byId.get(conversation.id)!, assessment: judge(conversation), source, unmeasured };
    });
  const pairs = pairsOf(wanted);
  const stripped = how.strip === true ? { stripped: measured(pairsOf(wanted.map(strip))) } : {};
  return { kind: 'labels', report: agreement(pairs, how.by), ...stripped, pairs, unlabelled, setAside };
}

async function evaluateSheet({ file, text }: TextFile, run: EvaluationRun): Promise<Evaluation> {
  const { rules, how = {} } = run;
  const map = how.criteria === undefined ? noCriteriaMap : parseCriteriaMap(await textFile(how.criteria), how.criteria);
  const { sheet, problems: unread } = await parseSheet(text, file, rules.scorecard.behaviours, map);
  const ids = new Set(sheet.grades.map(({ conversation }) => conversation));
  const { wanted, unlabelled, setAside, problems: doubles } = await conversationsOf(run, ids);
  const met = new Set(wanted.map(({ id }) => id));
  const problems = [...unread, ...doubles, ...unheard(sheet.grades, met)];
  if (problems.length > 0) return { kind: 'misfit', problems };
  const judge = await conversationJudge(rules);
  const assessments = new Map(wanted.map((conversation) => [conversation.id, judge(conversation)]));
  return { kind: 'sheet', agreement: calibration(sheet, assessments), assessments, unlabelled, setAside };
}

interface Wanted {
  readonly wanted: readonly Conversation[];
  readonly unlabelled: number;
  readonly setAside: readonly Problem[];
  readonly problems: readonly Problem[];
}

async function conversationsOf({ transcripts, how }: EvaluationRun, ids: ReadonlySet<string>): Promise<Wanted> {
  const wanted = new Map<string, Conversation>();
  const setAside: Problem[] = [];
  const problems: Problem[] = [];
  let unlabelled = 0;
  for await (const item of readInputs(transcripts, how?.from === undefined ? {} : { from: how.from })) {
    if (item.kind === 'problem') {
      setAside.push(item.problem);
      continue;
    }
    const { conversation } = item;
    const first = wanted.get(conversation.id);
    if (!ids.has(conversation.id)) unlabelled += 1;
    else if (first === undefined) wanted.set(conversation.id, conversation);
    else {
      const reason = `conversation "${conversation.id}" comes twice, first at ${showPlace(first.from)}`;
      problems.push({ place: conversation.from, reason, id: conversation.id });
    }
  }
  return { wanted: [...wanted.values()], unlabelled, setAside, problems };
}

function unheard(grades: readonly Grade[], met: ReadonlySet<string>): readonly Problem[] {
  const firsts = new Map(grades.map((grade) => [grade.conversation, grade] as const).reverse());
  return [...firsts.values()]
    .reverse()
    .filter(({ conversation }) => !met.has(conversation))
    .map(({ conversation, place }) => ({
      place,
      reason: `conversation "${conversation}" is graded, but is in none of the transcripts`,
      id: conversation,
    }));
}

// `client-name` everywhere, `client-name@shop` in one source.
function leftOut(choices: readonly string[], source: string): readonly MarkerId[] {
  return markerIds.filter((marker) => choices.includes(marker) || choices.includes(`${marker}@${source}`));
}
