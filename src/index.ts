// The library's face: what a program may use, and all that the command line is built from. Heavy rooms load on first use.

import type { Listening, Opening } from './analyse.ts';
import type { Fault } from './errors.ts';
import type { RuleOptions as RuleSources } from './lexicon/load.ts';
import type { DisagreementTopic } from './model/agreement.ts';
import type { Assessment } from './model/assessment.ts';
import type { Conversation } from './model/conversation.ts';
import type { Rules } from './model/rules.ts';
import type { Suggestions } from './model/suggestion.ts';
import type { Item, ReadOptions } from './readers/read-inputs.ts';
import type { AnswerRun } from './run/answer-lines.ts';
import type { CalibrationRun } from './run/calibration-pages.ts';
import type { DrawnSample, SampleRun } from './run/draw-sample.ts';
import type { Evaluation, EvaluationRun } from './run/evaluate.ts';
import type { FlatOutcome, FlatRun } from './run/flat-csv.ts';
import type { InspectedInputs, InspectionRun } from './run/inspect-inputs.ts';
import type { Ledger } from './run/ledger.ts';
import type { PrivacyChoice } from './run/privacy.ts';
import type { ReportOutcome } from './run/report.ts';
import type { ReportRun } from './run/report-run.ts';
import type { Outcome, ScoreRun } from './run/score-inputs.ts';
import type { Training, TrainRun } from './run/train.ts';
import type { Terminal } from './writers/paint.ts';

export { agreement } from './agreement/agreement.ts';
export type { Listening, NewTurn, Opening, SoFar } from './analyse.ts';
export { IoError, RuleError } from './errors.ts';
export {
  type Agreement,
  type AgreementReport,
  type DisagreementTopic,
  disagreementTopics,
  type Grouping,
  groupings,
  type HeadlineId,
  type Pair,
  type SheetAgreement,
} from './model/agreement.ts';
export type { Alert, Assessment, Flag, Judgement, Note } from './model/assessment.ts';
export { type BehaviourId, behaviourIds, type Verdict, verdicts } from './model/behaviour.ts';
export type { Channel, Conversation, Role, Turn } from './model/conversation.ts';
export type { Evidence } from './model/evidence.ts';
export type { GradedSheet, HumanLabels } from './model/human-labels.ts';
export { agentMarkers, clientMarkers, type MarkerId, markerIds } from './model/marker.ts';
export { type Place, type Problem, showPlace } from './model/place.ts';
export type { MarkerSummary, Rules } from './model/rules.ts';
export type { Draw, Gain, Sample, Sign } from './model/sample.ts';
export type { BehaviourRule, Scorecard } from './model/scorecard.ts';
export type { Notice } from './readers/reader.ts';
export { clip, displayWidth, pad, printable, wrap } from './text/terminal.ts';
export { type OutputFormat, outputFormats } from './writers/writer.ts';
export type { Format } from './writers/writer-for.ts';
export type {
  AnswerRun,
  DrawnSample,
  Evaluation,
  EvaluationRun,
  Fault,
  InspectedInputs,
  InspectionRun,
  Item,
  Ledger,
  Outcome,
  PrivacyChoice,
  ReadOptions,
  ReportOutcome,
  ReportRun,
  RuleSources,
  SampleRun,
  ScoreRun,
  Terminal,
};

/** Loads the rules in force. Throws a RuleError that holds every fault. */
export async function loadRules(sources: RuleSources = {}): Promise<Rules> {
  const { loadRules: load } = await import('./lexicon/load.ts');
  return load(sources);
}

/** Runs the examples of the lexicons; one fault for each that is not heard as it should be. */
export async function prove(rules: Rules): Promise<readonly Fault[]> {
  const { prove: run } = await import('./prove.ts');
  return run(rules);
}

/** Reads files, folders, globs or standard input (`-`); yields conversations, and problems for what could not be used. */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  const { readInputs: read } = await import('./readers/read-inputs.ts');
  yield* read(inputs, options);
}

/** The input formats, as `ReadOptions.from` may name them. */
export async function inputFormats(): Promise<readonly string[]> {
  const { readerIds } = await import('./readers/registry.ts');
  return readerIds;
}

/** Tells how inputs are understood, without judging anything. */
export async function inspectInputs(run: InspectionRun): Promise<InspectedInputs> {
  const { inspectInputs: inspect } = await import('./run/inspect-inputs.ts');
  return inspect(run);
}

/** Drafts a mapping file for the first input; undefined where it is neither a table nor JSON. */
export async function suggestMapping(
  inputs: readonly string[],
  options: ReadOptions = {},
): Promise<string | undefined> {
  const { suggestMapping: suggest } = await import('./readers/inspect.ts');
  return suggest(inputs, options);
}

/** Makes `analyse(conversation)` for the rules in force. */
export async function analyser(rules: Rules): Promise<(conversation: Conversation) => Assessment> {
  const { conversationJudge } = await import('./run/conversation-judge.ts');
  return conversationJudge(rules);
}

/** Makes `listen(opening)` for conversations that go on: `listen(opening).push(turn)` tells what is heard so far. */
export async function listener(rules: Rules): Promise<(opening: Opening) => Listening> {
  const { conversationListener } = await import('./run/conversation-listener.ts');
  return conversationListener(rules);
}

/** Scores every conversation of the inputs into one output, in order and in little memory. */
export async function scoreInputs(run: ScoreRun): Promise<Outcome> {
  const { scoreInputs: score } = await import('./run/score-inputs.ts');
  return score(run);
}

/** Answers every line of a stream of NDJSON with one line, an assessment or a problem, in order. */
export async function answerLines(run: AnswerRun): Promise<Ledger> {
  const { answerLines: answer } = await import('./run/answer-lines.ts');
  return answer(run);
}

/** One conversation and its assessment as text for a terminal: evidence highlighted, verdicts with their grounds. */
export async function explained(
  conversation: Conversation,
  assessment: Assessment,
  rules: Rules,
  terminal: Terminal,
): Promise<string> {
  const { explained: explain } = await import('./writers/explained.ts');
  return explain(conversation, assessment, rules, terminal);
}

/** Measures how far ecoute agrees with people's labels, or with a team's graded sheet. */
export async function evaluate(run: EvaluationRun): Promise<Evaluation> {
  const { evaluate: measure } = await import('./run/evaluate.ts');
  return measure(run);
}

/** An evaluation as text for a terminal; with a topic, its disagreements one by one. */
export async function evaluationText(
  evaluation: Exclude<Evaluation, { readonly kind: 'misfit' }>,
  terminal: Terminal,
  topic?: DisagreementTopic,
): Promise<string> {
  const { evaluationText: text } = await import('./run/evaluation-text.ts');
  return text(evaluation, terminal, topic);
}

/** An evaluation as plain data for JSON. */
export async function evaluationData(
  evaluation: Exclude<Evaluation, { readonly kind: 'misfit' }>,
  topic?: DisagreementTopic,
): Promise<object> {
  const { evaluationData: data } = await import('./run/evaluation-text.ts');
  return data(evaluation, topic);
}

/** Draws conversations for people to listen to. */
export async function drawSample(run: SampleRun): Promise<DrawnSample> {
  const { drawSample: draw } = await import('./run/draw-sample.ts');
  return draw(run);
}

/** A drawn sample as text for a terminal. */
export async function sampleText({ sample, gains }: DrawnSample, rules: Rules, terminal: Terminal): Promise<string> {
  const { sampleList } = await import('./writers/sample-list.ts');
  return sampleList(sample, gains, rules.scorecard, terminal);
}

/** Learns an ear from labelled conversations, anew or on top of the rules' own. */
export async function trainEar(run: TrainRun): Promise<Training> {
  const { train } = await import('./run/train.ts');
  return train(run);
}

/** Writes a trained ear and what it is worth into a folder. */
export async function writeEar(training: Extract<Training, { kind: 'trained' }>, folder: string): Promise<void> {
  const { writeEar: write } = await import('./run/train.ts');
  await write(training, folder);
}

/** Loads the library of suggestions of a lexicon folder; the package's own by default. */
export async function loadSuggestions(lexicons?: string): Promise<Suggestions> {
  const { loadSuggestions: load } = await import('./lexicon/suggestions.ts');
  return load(lexicons);
}

/** Makes a folder of pages from score files. */
export async function makeReport(run: ReportRun): Promise<ReportOutcome> {
  const { reportApart } = await import('./run/report-apart.ts');
  return reportApart(run);
}

/** Writes the page of a calibration meeting, and its tables, into a folder. */
export async function writeCalibration(run: CalibrationRun): Promise<void> {
  const { calibrationPages } = await import('./run/calibration-pages.ts');
  await calibrationPages(run);
}

/** Writes score files as one flat table: a row a conversation and behaviour. */
export async function writeFlatCsv(run: FlatRun): Promise<FlatOutcome> {
  const { flatCsv } = await import('./run/flat-csv.ts');
  return flatCsv(run);
}
