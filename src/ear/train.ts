// Trains the ear: per marker a linear scorer, calibrated and bounded on conversations that it had not seen, then pruned
// and rounded to small integers. Deterministic.
import type { EarModel, EarOutput, EarSide } from '../model/ear.ts';
import { agentMarkers, clientMarkers, type MarkerId } from '../model/marker.ts';
import { type Bounds, chooseBounds, chooseCuts, cutAt, fitPlatt, quadraticKappa } from './calibrate.ts';
import { type Rows, rowCollector } from './examples.ts';
import type { Features } from './features.ts';
import { type LinearScorer, learnClass, learnScale, scoreRows } from './learn.ts';
import { probability } from './scorer.ts';

/** One labelled turn, ready to learn from. */
export interface LabelledTurn {
  readonly role: 'agent' | 'client';
  /** Conversation; turns of one conversation are never split between learning and checking. */
  readonly group: string;
  /** Whether the turn stands in a conversation (single turns teach, but check nothing). */
  readonly isChecked: boolean;
  readonly features: Features;
  readonly markers: ReadonlySet<string>;
  readonly emotion: number;
  /** What the lexicon heard. */
  readonly heard: ReadonlySet<string>;
}

export interface TrainOptions {
  readonly id: string;
  /** Precision that accusing markers must reach. */
  readonly accusing: ReadonlySet<MarkerId>;
  /** Most (feature, marker) weights kept a side. */
  readonly maxWeights: { readonly agent: number; readonly client: number };
}

/** How the trained ear did on conversations held out of its training, by cross-validation. */
export interface TrainReport {
  readonly markers: readonly {
    readonly marker: MarkerId;
    readonly support: number;
    readonly lexicon: number;
    readonly both: number;
    readonly precision: number;
    readonly recall: number;
  }[];
  readonly microF1: { readonly lexicon: number; readonly both: number };
  readonly macroF1: { readonly lexicon: number; readonly both: number };
  readonly emotion: number;
  readonly features: number;
  readonly weights: number;
}

const folds = 5;
const trust = 0.3;
const emotionTrust = 0.1;
const passes = 14;
/** Turns of conversations count more than single turns. */
const inContext = 2;
/** Turns that carry the marker count more than those that do not. */
const positive = 3;

/** Learns a model from labelled turns; the report is cross-validated over conversations. */
export function trainEar(
  turns: readonly LabelledTurn[],
  options: TrainOptions,
): { model: EarModel; report: TrainReport } {
  const agent = trainSide(
    turns.filter((turn) => turn.role === 'agent'),
    agentMarkers,
    false,
    options,
    options.maxWeights.agent,
  );
  const client = trainSide(
    turns.filter((turn) => turn.role === 'client'),
    clientMarkers,
    true,
    options,
    options.maxWeights.client,
  );
  const markers = [...agent.markers, ...client.markers];
  const supported = markers.filter((m) => m.support > 0);
  const mean = (of: (m: (typeof markers)[number]) => number) =>
    supported.reduce((sum, m) => sum + of(m), 0) / Math.max(1, supported.length);
  const micro = (kind: 'lexicon' | 'both') =>
    f1Of(
      ...markers.reduce<[number, number, number]>(
        (sum, m) => [sum[0] + m.counts[kind][0], sum[1] + m.counts[kind][1], sum[2] + m.counts[kind][2]],
        [0, 0, 0],
      ),
    );
  return {
    model: { id: options.id, agent: agent.side, client: client.side },
    report: {
      markers: markers.map(({ counts: _, ...row }) => row),
      microF1: { lexicon: micro('lexicon'), both: micro('both') },
      macroF1: { lexicon: mean((m) => m.lexicon), both: mean((m) => m.both) },
      emotion: client.emotion,
      features: agent.side.keys.length + client.side.keys.length,
      weights: agent.side.weight.length + client.side.weight.length,
    },
  };
}

function trainSide(
  turns: readonly LabelledTurn[],
  markers: readonly MarkerId[],
  hasEmotion: boolean,
  options: TrainOptions,
  maxWeights: number,
) {
  const collector = rowCollector();
  for (const turn of turns) collector.add(turn.features);
  const { rows, keys } = collector.rows(2);
  const fold = foldsOf(turns);
  const checked = turns.map((turn, r) => (turn.isChecked ? r : -1)).filter((r) => r >= 0);
  const scorers: LinearScorer[] = [];
  const outputs: EarOutput[] = [];
  const results = markers.map((marker) => {
    const sign = Int8Array.from(turns, (turn) => (turn.markers.has(marker) ? 1 : -1));
    const importance = (heldOut: number) =>
      Float32Array.from(turns, (turn, r) =>
        fold[r] === heldOut ? 0 : (turn.isChecked ? inContext : 1) * (sign[r] === 1 ? positive : 1),
      );
    const learn = (heldOut: number) =>
      learnClass(rows, sign, { columns: keys.length, trust, importance: importance(heldOut), passes });
    const unseen = crossScores(rows, fold, learn);
    const scores = checked.map((r) => unseen[r]!);
    const truths = checked.map((r) => sign[r] === 1);
    const { slope, offset } = fitPlatt(scores, truths);
    const trials = checked.map((r, i) => ({
      probability: probability(scores[i]!, slope, offset),
      isHeard: turns[r]!.heard.has(marker),
      isTrue: truths[i]!,
    }));
    const bounds = chooseBounds(trials, options.accusing.has(marker) ? 0.8 : 0);
    const final = learn(-1);
    scorers.push(final);
    outputs.push({ marker, bias: final.bias, scale: 1, slope, offset, ...bounds });
    const counts = { lexicon: countsOf(trials, { threshold: 2, veto: 0 }), both: countsOf(trials, bounds) };
    const [hits, alarms, misses] = counts.both;
    return {
      marker,
      support: hits + misses,
      lexicon: f1Of(...counts.lexicon),
      both: f1Of(...counts.both),
      precision: hits / Math.max(1, hits + alarms),
      recall: hits / Math.max(1, hits + misses),
      counts,
    };
  });
  let emotion = 0;
  let emotionOutput: { bias: number; scale: number; cuts: readonly number[] } | undefined;
  if (hasEmotion) {
    const target = Float32Array.from(turns, (turn) => turn.emotion);
    const learn = (heldOut: number) =>
      learnScale(rows, target, 0.2, {
        columns: keys.length,
        trust: emotionTrust,
        importance: Float32Array.from(turns, (turn, r) => (fold[r] === heldOut ? 0 : turn.isChecked ? inContext : 1)),
        passes,
      });
    const unseen = crossScores(rows, fold, learn);
    const scores = checked.map((r) => unseen[r]!);
    const labels = checked.map((r) => turns[r]!.emotion);
    const cuts = chooseCuts(scores, labels);
    emotion = quadraticKappa(
      scores.map((s) => cutAt(s, cuts)),
      labels,
    );
    const final = learn(-1);
    scorers.push(final);
    emotionOutput = { bias: final.bias, scale: 1, cuts };
  }
  return { side: pack(keys, scorers, outputs, emotionOutput, maxWeights), markers: results, emotion };
}

/** Fold of each row, by conversation; single turns are in no fold, they always teach. */
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
    fold.forEach((f, r) => {
      if (f === k) scores[r] = ofFold[r]!;
    });
  }
  return scores;
}

function countsOf(
  trials: readonly { probability: number; isHeard: boolean; isTrue: boolean }[],
  { threshold, veto }: Bounds,
): [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const { probability: p, isHeard, isTrue } of trials) {
    const says = p >= (isHeard ? veto : threshold);
    if (says && isTrue) counts[0]++;
    else if (says) counts[1]++;
    else if (isTrue) counts[2]++;
  }
  return counts;
}

function f1Of(hits: number, alarms: number, misses: number): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + alarms + misses);
}

/** Keeps the largest weights and rounds them to -127..127, scaled by output. */
function pack(
  keys: Int32Array,
  scorers: readonly LinearScorer[],
  outputs: readonly EarOutput[],
  emotion: { bias: number; scale: number; cuts: readonly number[] } | undefined,
  maxWeights: number,
): EarSide {
  const scales = scorers.map(({ weights }) => weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-9) / 127);
  const sizes: number[] = [];
  scorers.forEach(({ weights }, o) => {
    for (const w of weights) if (Math.abs(w) >= scales[o]!) sizes.push(Math.abs(w));
  });
  const least = sizes.length > maxWeights ? Float32Array.from(sizes).sort()[sizes.length - maxWeights]! : 0;
  const kept: number[] = [];
  const start: number[] = [0];
  const output: number[] = [];
  const weight: number[] = [];
  for (let f = 0; f < keys.length; f++) {
    scorers.forEach(({ weights }, o) => {
      const rounded = Math.round(weights[f]! / scales[o]!);
      if (rounded === 0 || Math.abs(weights[f]!) < least) return;
      output.push(o);
      weight.push(rounded);
    });
    if (output.length === start.at(-1)) continue;
    kept.push(keys[f]!);
    start.push(output.length);
  }
  return {
    outputs: outputs.map((o, i) => ({ ...o, scale: scales[i]! })),
    ...(emotion && { emotion: { ...emotion, scale: scales.at(-1)! } }),
    keys: Int32Array.from(kept),
    start: Int32Array.from(start),
    output: Uint8Array.from(output),
    weight: Int8Array.from(weight),
  };
}
