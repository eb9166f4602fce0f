// Learns the weights of the joint decision: logistic regression by Newton's method, held near what was known before.
import { jointOdds } from './joint.ts';
import { solve, system } from './solve.ts';

/** How many turns' worth of belief stand against a change of each weight. */
const ridge = 30;
const mostSteps = 8;

export interface JointExamples {
  /** By turn: its values, its log-odds of the output, whether it carries the marker. */
  readonly values: readonly Float64Array[];
  readonly odds: Float64Array;
  readonly isTrue: Uint8Array;
}

/** Learns one output from the turns in `rows`, staying near `from`; gives the weights of `jointOdds`. */
export function learnJoint(
  { values, odds, isTrue }: JointExamples,
  rows: readonly number[],
  from: readonly number[],
): number[] {
  const size = from.length;
  const weights = Float64Array.from(from);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let step = 0; step < mostSteps; step++) {
    const matrix = system(size, ridge);
    for (let i = 0; i < size; i++) matrix[i]![size] = ridge * (from[i]! - weights[i]!);
    for (const r of rows) {
      const p = 1 / (1 + Math.exp(-jointOdds(odds[r]!, weights, values[r]!)));
      const curve = Math.max(p * (1 - p), 1e-6);
      const pull = isTrue[r]! - p;
      x.set(values[r]!, 1);
      for (let i = 0; i < size; i++) {
        const value = x[i]!;
        if (value === 0) continue;
        const row = matrix[i]!;
        row[size]! += pull * value;
        const bent = curve * value;
        for (let j = i; j < size; j++) row[j]! += bent * x[j]!;
      }
    }
    const change = solve(matrix);
    let most = 0;
    for (let i = 0; i < size; i++) {
      weights[i]! += change[i]!;
      most = Math.max(most, Math.abs(change[i]!));
    }
    if (most < 1e-4) break;
  }
  return Array.from(weights, (weight) => Math.round(weight * 1e4) / 1e4);
}
