// Trains the scorers of one side: per marker one, and emotion's for the client. Each is calibrated and bounded on
// conversations that it had not seen.
import type { EarSide } from '../model/ear.ts';
import type { MarkerId } from '../model/marker.ts';
import { type Bounds, chooseBounds, chooseCuts, cutAt, fitPlatt, quadraticKappa, type Trial } from './calibrate.ts';
import { blend, type CourseWeights, fitCourse } from './course.ts';
import { type Rows, rowCollector } from './examples.ts';
import type { LabelledTurn } from './labelled-turn.ts';
import { type LinearScorer, learnClass, learnScale, scoreRows } from './learn.ts';
import { pack, unpack } from './pack.ts';
import { probability } from './probability.ts';

export interface SidePlan {
  readonly markers: readonly MarkerId[];
  readonly accusing: ReadonlySet<MarkerId>;
  readonly maxWeights: number;
  /** The ear to start from. */
  readonly base?: EarSide;
}

/** Hits, false alarms, misses. */
export type Counts = readonly [number, number, number];

export interface SideResult {
  readonly side: EarSide;
  /** Per marker, before (the base, or the lexicon alone) and after. */
  readonly markers: readonly { readonly marker: MarkerId; readonly before: Counts; readonly after: Counts }[];
  /** Quadratic κ before and after; absent without emotion. */
  readonly emotion?: { readonly before: number; readonly after: number };
}

/** True turns that a marker needs before a team's ear departs from the base. */
export const enoughTurns = 10;

const folds = 5;
const trust = 0.3;
const emotionTrust = 0.1;
const passes = 14;
/** Turns of conversations count more than single turns. */
const inContext = 2;
/** Turns that carry the marker count more than those that do not. */
const positive = 3;
const silent: Bounds = { threshold: 2, veto: 0 };

export function trainSide(turns: readonly LabelledTurn[], plan: SidePlan): SideResult {
  const collector = rowCollector();
  for (const turn of turns) collector.add(turn.features);
  const { rows, keys } = collector.rows(2, plan.base?.keys);
  const base = plan.base && unpack(plan.base, keys);
  const columns = keys.length;
  const fold = foldsOf(turns);
  const checked = turns.map((turn, r) => (turn.isChecked ? r : -1)).filter((r) => r >= 0);
  const scorers: LinearScorer[] = [];

  const results = plan.markers.map((marker, o) => {
    const sign = Int8Array.from(turns, (turn) => (turn.markers.has(marker) ? 1 : -1));
    const trialsOf = (scores: Float32Array, slope: number, offset: number) =>
      checked.map(
        (r): Trial => ({
          probability: probability(scores[r]!, slope, offset),
          isHeard: turns[r]!.heard.has(marker),
          isTrue: sign[r] === 1,
        }),
      );
    const given = plan.base?.outputs[o];
    const old = given && trialsOf(scoreRows(rows, base![o]!), given.slope, given.offset);
    const before = old ? countsOf(old, given!) : countsOf(trialsOf(new Float32Array(turns.length), 1, 0), silent);
    if (given && before[0] + before[2] < enoughTurns) {
      scorers.push(base![o]!);
      return { marker, before, after: before, output: given };
    }
    const learn = (heldOut: number) => {
      const importance = Float32Array.from(turns, (turn, r) =>
        fold[r] === heldOut ? 0 : (turn.isInContext ? inContext : 1) * (sign[r] === 1 ? positive : 1),
      );
      return learnClass(rows, sign, { columns, trust, importance, passes, ...(base && { from: base[o]! }) });
    };
    const unseen = crossScores(rows, fold, learn);
    const { slope, offset } = fitPlatt(
      checked.map((r) => unseen[r]!),
      checked.map((r) => sign[r] === 1),
    );
    const trials = trialsOf(unseen, slope, offset);
    const bounds = chooseBounds(trials, plan.accusing.has(marker) ? 0.8 : 0);
    scorers.push(learn(-1));
    return { marker, before, after: countsOf(trials, bounds), output: { marker, slope, offset, ...bounds } };
  });

  const emotion = plan.base && !plan.base.emotion ? undefined : trainEmotion();
  if (emotion) scorers.push(emotion.scorer);
  const outputs = results.map(({ output: { marker, slope, offset, threshold, veto } }) => ({
    marker,
    slope,
    offset,
    threshold,
    veto,
  }));
  return {
    side: pack(
      { keys, scorers, outputs, ...(emotion && { emotion: { course: emotion.course, cuts: emotion.cuts } }) },
      plan.maxWeights,
    ),
    markers: results.map(({ marker, before, after }) => ({ marker, before, after })),
    ...(emotion && { emotion: { before: emotion.before, after: emotion.after } }),
  };

  function trainEmotion() {
    if (!turns.some((turn) => turn.role === 'client')) return undefined;
    const target = Float32Array.from(turns, (turn) => turn.emotion);
    const from = base?.at(-1);
    const learn = (heldOut: number) => {
      const importance = Float32Array.from(turns, (turn, r) =>
        fold[r] === heldOut ? 0 : turn.isInContext ? inContext : 1,
      );
      return learnScale(rows, target, 0.2, { columns, trust: emotionTrust, importance, passes, ...(from && { from }) });
    };
    const talks = conversationsOf(turns, checked);
    const labels = talks.flatMap((rows) => rows.map((r) => turns[r]!.emotion));
    const gradesOf = (scores: Float32Array, course: CourseWeights, cuts: readonly number[]) =>
      blended(talks, scores, course).map((score) => cutAt(score, cuts));
    const unseen = crossScores(rows, fold, learn);
    const course = fitCourse(
      talks.map((of) => ({ scores: of.map((r) => unseen[r]!), labels: of.map((r) => turns[r]!.emotion) })),
    );
    const cuts = chooseCuts(blended(talks, unseen, course), labels);
    const old = plan.base?.emotion;
    const before =
      from && old
        ? gradesOf(scoreRows(rows, from), old.course, old.cuts)
        : talks.flatMap((of) => of.map((r) => turns[r]!.felt));
    return {
      scorer: learn(-1),
      course,
      cuts,
      before: quadraticKappa(before, labels),
      after: quadraticKappa(gradesOf(unseen, course, cuts), labels),
    };
  }
}

/** The checked rows of each conversation, in order. */
function conversationsOf(turns: readonly LabelledTurn[], checked: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const r of checked) {
    const rows = groups.get(turns[r]!.group);
    if (rows) rows.push(r);
    else groups.set(turns[r]!.group, [r]);
  }
  return [...groups.values()];
}

function blended(talks: readonly (readonly number[])[], scores: Float32Array, course: CourseWeights): number[] {
  return talks.flatMap((rows) =>
    blend(
      rows.map((r) => scores[r]!),
      course,
    ),
  );
}

/** Fold of each row, by conversation; turns that only teach are in no fold. */
function foldsOf(turns: readonly LabelledTurn[]): Int8Array {
  const groups = [...new Set(turns.filter((turn) => turn.isChecked).map((turn) => turn.group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  return Int8Array.from(turns, (turn) => (turn.isChecked ? foldOf.get(turn.group)! : -2));
}

/** Scores of every row in a fold by a scorer that never saw the fold. */
function crossScores(rows: Rows, fold: Int8Array, learn: (heldOut: number) => LinearScorer): Float32Array {
  const scores = new Float32Array(rows.count);
  for (let k = 0; k < folds; k++) {
    const ofFold = scoreRows(rows, learn(k));
    for (let r = 0; r < rows.count; r++) if (fold[r] === k) scores[r] = ofFold[r]!;
  }
  return scores;
}

function countsOf(trials: readonly Trial[], { threshold, veto }: Bounds): Counts {
  let [hits, alarms, misses] = [0, 0, 0];
  for (const { probability: p, isHeard, isTrue } of trials) {
    const says = p >= (isHeard ? veto : threshold);
    if (says && isTrue) hits++;
    else if (says) alarms++;
    else if (isTrue) misses++;
  }
  return [hits, alarms, misses];
}
