// The few statistics that the pages need, careful with small samples: a figure from few conversations says so.
import type { Interval } from '../../model/agreement.ts';

/** Running sums of a measure: enough for mean and spread, however many values there were. */
export interface Sums {
  n: number;
  sum: number;
  squares: number;
}

/** Sums of nothing yet. */
export const noSums = (): Sums => ({ n: 0, sum: 0, squares: 0 });

/** Adds a value to running sums. */
export function addTo(sums: Sums, value: number): void {
  sums.n += 1;
  sums.sum += value;
  sums.squares += value * value;
}

/** The sums of everybody but one. */
export function without(all: Sums, one: Sums): Sums {
  return { n: all.n - one.n, sum: all.sum - one.sum, squares: all.squares - one.squares };
}

/** Sum of squared distances from the mean. */
export function scatter({ n, sum, squares }: Sums): number {
  return n === 0 ? 0 : Math.max(0, squares - (sum * sum) / n);
}

/** As many conversations as the team's usual spread is worth when an agent's own spread rests on few. */
const priorWeight = 4;

/**
 * Interval at 95 % of a mean between 0 and 100. A spread from a handful of values is unreliable, so it is
 * drawn towards the usual one: two equal scores do not make a certainty.
 */
export function meanInterval(sums: Sums, usualVariance: number | null): Interval | null {
  if (sums.n < 2) return null;
  const prior = usualVariance === null ? 0 : priorWeight;
  const freedom = sums.n - 1 + prior;
  const variance = (scatter(sums) + prior * (usualVariance ?? 0)) / freedom;
  const mean = sums.sum / sums.n;
  const reach = tQuantile(freedom) * Math.sqrt(variance / sums.n);
  return { low: Math.max(0, mean - reach), high: Math.min(100, mean + reach) };
}

/** Wilson's interval at 95 % of a share. */
export function shareInterval(hits: number, of: number): Interval | null {
  if (of === 0) return null;
  const z = 1.96;
  const share = hits / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

/** Running sums for a straight line through (time, value). */
export interface LineSums {
  n: number;
  t: number;
  tt: number;
  q: number;
  tq: number;
  qq: number;
}

/** Line sums of nothing yet. */
export const noLine = (): LineSums => ({ n: 0, t: 0, tt: 0, q: 0, tq: 0, qq: 0 });

/** Adds a point to the sums of a line. */
export function addPoint(line: LineSums, t: number, q: number): void {
  line.n += 1;
  line.t += t;
  line.tt += t * t;
  line.q += q;
  line.tq += t * q;
  line.qq += q * q;
}

/** The slope of the line and its interval at 95 %; null where all points have the same time, or are too few. */
export function slope(line: LineSums, usualVariance: number | null): { slope: number; interval: Interval } | null {
  if (line.n < 4) return null;
  const spreadT = line.tt - (line.t * line.t) / line.n;
  if (spreadT < 1e-6) return null;
  const cross = line.tq - (line.t * line.q) / line.n;
  const spreadQ = Math.max(0, line.qq - (line.q * line.q) / line.n);
  const steepness = cross / spreadT;
  const rest = Math.max(0, spreadQ - steepness * cross);
  const prior = usualVariance === null ? 0 : priorWeight;
  const freedom = line.n - 2 + prior;
  const variance = (rest + prior * (usualVariance ?? 0)) / freedom;
  const reach = tQuantile(freedom) * Math.sqrt(variance / spreadT);
  return { slope: steepness, interval: { low: steepness - reach, high: steepness + reach } };
}

/** Student's t at 97.5 % (Hill's expansion; within 0.2 % from 3 degrees of freedom on). */
export function tQuantile(freedom: number): number {
  if (freedom <= 1) return 12.706;
  if (freedom <= 2) return 4.303;
  const z = 1.959964;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Chance that a bell-shaped quantity lies under `z` spreads (Abramowitz and Stegun 7.1.26). */
export function bell(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}

/** A share drawn towards a usual one as if that many more occasions had gone as usual; with its spread. */
export function drawnShare(hits: number, of: number, usual: number): { share: number; spread: number } {
  const a = hits + priorWeight * usual;
  const all = of + priorWeight;
  const share = a / all;
  // The usual share is uncertain too; without this, none of none would look certain.
  return { share, spread: Math.sqrt((Math.max(share * (1 - share), 0.02) as number) / (all + 1)) };
}

/** Rounded to so many decimals; -0 is 0. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}
