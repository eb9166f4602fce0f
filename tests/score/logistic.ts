// Multinomial logistic regression that starts from a belief and is pulled back to it: full batches, Nesterov's momentum,
// nothing left to chance.

export interface Example {
  /** Values by feature index; the rest is 0. */
  readonly values: ReadonlyMap<number, number>;
  /** Index of the right class. */
  readonly label: number;
}

export interface Settings {
  /** Pull towards the belief. */
  readonly pull: number;
  readonly rounds: number;
}

/** Weights by class and feature. */
export type Weights = readonly Float64Array[];

/** Learns weights from examples, starting from `belief`. */
export function logistic(examples: readonly Example[], belief: Weights, { pull, rounds }: Settings): Weights {
  const copy = () => belief.map((row) => row.slice());
  const largest = Math.max(...examples.map(({ values }) => [...values.values()].reduce((sum, v) => sum + v * v, 0)));
  const step = 1 / (0.5 * largest + pull);
  let weights = copy();
  let before = copy();
  for (let round = 1; round <= rounds; round++) {
    const momentum = (round - 1) / (round + 2);
    const ahead = weights.map((row, k) => row.map((w, d) => w + momentum * (w - before[k]![d]!)));
    const slope = ahead.map((row, k) => row.map((w, d) => pull * (w - belief[k]![d]!)));
    for (const { values, label } of examples) {
      const odds = chances(ahead, values);
      for (const [k, row] of slope.entries()) {
        const miss = (odds[k]! - (k === label ? 1 : 0)) / examples.length;
        for (const [d, value] of values) row[d] = row[d]! + miss * value;
      }
    }
    before = weights;
    weights = ahead.map((row, k) => row.map((w, d) => w - step * slope[k]![d]!));
  }
  return weights;
}

/** Probability of each class. */
export function chances(weights: Weights, values: ReadonlyMap<number, number>): readonly number[] {
  const sums = weights.map((row) => {
    let sum = 0;
    for (const [d, value] of values) sum += row[d]! * value;
    return sum;
  });
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / all);
}
