// The learner: linear scorers by dual coordinate descent, as LIBLINEAR does it. Seeded; the same rows, the same weights.
import { seeded } from '../seeded.ts';
import type { Rows } from './examples.ts';

export interface LinearScorer {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface LearnOptions {
  /** Number of columns. */
  readonly columns: number;
  /** Trust in the examples against simplicity (C). */
  readonly trust: number;
  /** Importance of each row. */
  readonly importance: Float32Array;
  readonly passes: number;
  /** The scorer to stay near to, as long as the examples do not say otherwise; zero by default. */
  readonly from?: LinearScorer;
}

/** L2-loss support vector machine (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, algorithm 1). `sign` is +1 or -1 a row. */
export function learnClass(rows: Rows, sign: Int8Array, options: LearnOptions): LinearScorer {
  return descend(rows, options, (i, margin, alpha, curvature) => {
    const softness = 1 / (2 * options.trust * options.importance[i]!);
    const gradient = sign[i]! * margin - 1 + softness * alpha;
    const next = Math.max(0, alpha - gradient / (curvature + softness));
    return { alpha: next, step: (next - alpha) * sign[i]! };
  });
}

/** L2-loss support vector regression (Ho, Lin 2012). Targets within `tolerance` cost nothing. */
export function learnScale(rows: Rows, target: Float32Array, tolerance: number, options: LearnOptions): LinearScorer {
  return descend(rows, options, (i, score, beta, curvature) => {
    const softness = 1 / (2 * options.trust * options.importance[i]!);
    const gradient = score - target[i]! + softness * beta;
    const bend = curvature + softness;
    let step = -beta;
    if (gradient + tolerance < bend * beta) step = -(gradient + tolerance) / bend;
    else if (gradient - tolerance > bend * beta) step = -(gradient - tolerance) / bend;
    return { alpha: beta + step, step };
  });
}

type Update = (row: number, score: number, alpha: number, curvature: number) => { alpha: number; step: number };

function descend(rows: Rows, { columns, passes, importance, from }: LearnOptions, update: Update): LinearScorer {
  const weights = from ? from.weights.slice() : new Float32Array(columns);
  let bias = from?.bias ?? 0;
  const alpha = new Float64Array(rows.count);
  const order = new Int32Array(rows.count);
  const curvature = new Float32Array(rows.count);
  for (let r = 0; r < rows.count; r++) {
    order[r] = r;
    curvature[r] = 1;
    for (let i = rows.start[r]!; i < rows.start[r + 1]!; i++) curvature[r]! += rows.value[i]! ** 2;
  }
  const random = seeded(2008);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const r of order) {
      if (importance[r] === 0) continue;
      const end = rows.start[r + 1]!;
      let score = bias;
      for (let i = rows.start[r]!; i < end; i++) score += weights[rows.column[i]!]! * rows.value[i]!;
      const next = update(r, score, alpha[r]!, curvature[r]!);
      alpha[r] = next.alpha;
      if (next.step === 0) continue;
      bias += next.step;
      for (let i = rows.start[r]!; i < end; i++) weights[rows.column[i]!]! += next.step * rows.value[i]!;
    }
  }
  return { weights, bias };
}

/** Scores of rows; those of unknown columns add nothing. */
export function scoreRows(rows: Rows, { weights, bias }: LinearScorer): Float32Array {
  const scores = new Float32Array(rows.count);
  for (let r = 0; r < rows.count; r++) {
    let score = bias;
    for (let i = rows.start[r]!; i < rows.start[r + 1]!; i++) score += weights[rows.column[i]!]! * rows.value[i]!;
    scores[r] = score;
  }
  return scores;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
