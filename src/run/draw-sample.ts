// Score files or conversations in, a sample to listen to out; with labels, how much better than chance it is.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { gain, type Ranked } from '../agreement/gain.ts';
import { isCalledBad, isCalledExcellent } from '../agreement/human-quality.ts';
import { parseLabels } from '../agreement/labels.ts';
import { labelsById, unmatched } from '../agreement/pairing.ts';
import type { Assessment } from '../model/assessment.ts';
import { parseAssessment } from '../model/assessment-schema.ts';
import type { HumanLabels } from '../model/human-labels.ts';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import type { DrawKind, Gain, Sample } from '../model/sample.ts';
import { readInputs } from '../readers/read-inputs.ts';
import { badness, excellence } from '../report/likeliness.ts';
import { type SampleChoices, sampler } from '../report/sample.ts';
import { conversationJudge } from './conversation-judge.ts';
import { textFile } from './text-file.ts';

/** What to draw from, and how. */
export interface SampleRun {
  /** Score files (NDJSON written by `score`), or conversations in any format. */
  readonly inputs: readonly string[];
  readonly rules: Rules;
  readonly choices: SampleChoices;
  /** Label files, to measure the draw against. */
  readonly labels?: readonly string[];
}

/** A sample, what it gains over chance where there are labels, and what could not be read. */
export interface DrawnSample {
  readonly sample: Sample;
  readonly gains: readonly Gain[];
  readonly setAside: readonly Problem[];
  /** Faults of the labels: then nothing was drawn. */
  readonly misfits: readonly Problem[];
}

/** Draws a sample. Memory grows with agents and labels, not with conversations. */
export async function drawSample({ inputs, rules, choices, labels = [] }: SampleRun): Promise<DrawnSample> {
  const files = await Promise.all(labels.map(async (file) => parseLabels(await textFile(file), file)));
  const { byId, problems: twice } = labelsById(files.flatMap((file) => file.labels));
  const draw = sampler(choices);
  const labelled = new Map<string, Assessment>();
  const setAside: Problem[] = [];
  for await (const item of assessmentsOf(inputs, rules)) {
    if ('reason' in item) setAside.push(item);
    else {
      draw.add(item);
      if (byId.has(item.id)) labelled.set(item.id, item);
    }
  }
  const sample = draw.sample();
  const misfits = [
    ...files.flatMap((file) => file.problems),
    ...twice,
    ...unmatched(byId, new Set(labelled.keys()), setAside),
  ];
  const gains = labels.length === 0 || misfits.length > 0 ? [] : gainsOf(sample, labelled, byId, rules);
  return { sample, gains, setAside, misfits };
}

function gainsOf(
  sample: Sample,
  labelled: ReadonlyMap<string, Assessment>,
  byId: ReadonlyMap<string, HumanLabels>,
  { scorecard }: Rules,
): readonly Gain[] {
  const kinds = new Map<string, DrawKind>();
  for (const { draws } of sample.agents) for (const { id, kind } of draws) kinds.set(id, kind);
  const judged = [...labelled.values()].filter((assessment) => assessment.judged > 0);
  const rankedFor = (
    kind: Gain['kind'],
    scoreOf: (a: Assessment) => number,
    isSo: (labels: HumanLabels, rules: typeof scorecard.behaviours) => boolean,
  ): Gain => {
    const ranked = judged.map((assessment): Ranked => {
      const labels = byId.get(assessment.id)!;
      return {
        stratum: assessment.agent_id ?? assessment.agent_name ?? '',
        score: scoreOf(assessment),
        isSo: isSo(labels, scorecard.behaviours),
        isDrawn: kinds.get(assessment.id) === kind,
      };
    });
    return gain(kind, ranked);
  };
  return [
    rankedFor('likely-bad', (a) => badness(a).score, isCalledBad),
    rankedFor('likely-excellent', (a) => excellence(a).score, isCalledExcellent),
  ];
}

async function* assessmentsOf(inputs: readonly string[], rules: Rules): AsyncGenerator<Assessment | Problem> {
  const judge = await conversationJudge(rules);
  for (const input of inputs) {
    if (await isScoreFile(input)) yield* scoredLines(input);
    else
      for await (const item of readInputs([input]))
        yield item.kind === 'problem' ? item.problem : judge(item.conversation);
  }
}

async function* scoredLines(file: string): AsyncGenerator<Assessment | Problem> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      yield parseAssessment(JSON.parse(text));
    } catch (error) {
      yield { place: { file, line }, reason: `not an assessment: ${(error as Error).message.slice(0, 200)}` };
    }
  }
}

async function isScoreFile(input: string): Promise<boolean> {
  const isFile = await stat(input).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return false;
  for await (const text of linesOf(input)) {
    if (text.trim() === '') continue;
    return /^\s*\{/.test(text) && text.includes('"rules":') && text.includes('"behaviours":');
  }
  return false;
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
