// The joint decision: each marker of a turn in the light of all others heard in it, and of where the turn stands. A
// small second layer over the log-odds of the scorers (stacked generalisation, Wolpert 1992).
import type { Conversation } from '../model/conversation.ts';

/** By output: its own correction, then the weight of each value. All zero leaves the log-odds as they are. */
export type JointWeights = readonly (readonly number[])[];

const placeSize = 8;

/** How many values a turn of a side with so many outputs has. */
export function jointSize(outputs: number): number {
  return outputs * 2 + 2 + placeSize;
}

/** Fills in what a turn of `n` outputs is decided from: log-odds in thirds, what the lexicon heard, the emotion of both ears. */
export function fillHeard(
  odds: Float64Array,
  isHeard: Uint8Array,
  raw: number,
  felt: number,
  values: Float64Array,
): void {
  const n = odds.length;
  for (let o = 0; o < n; o++) {
    values[o] = Math.max(-6, Math.min(6, odds[o]!)) / 3;
    values[n + o] = isHeard[o]!;
  }
  values[n * 2] = raw;
  values[n * 2 + 1] = felt;
}

/** Fills in where a turn of so many words stands. */
export function fillPlace({ turns, channel }: Conversation, turn: number, words: number, values: Float64Array): void {
  const at = values.length - placeSize;
  const { role } = turns[turn]!;
  values[at] = turn === 0 ? 1 : 0;
  values[at + 1] = turn === 1 ? 1 : 0;
  values[at + 2] = turn === turns.length - 1 ? 1 : 0;
  values[at + 3] = turn === turns.length - 2 ? 1 : 0;
  values[at + 4] = Math.log(words + 1) / 3;
  values[at + 5] = channel === 'call' ? 1 : 0;
  values[at + 6] = turns[turn - 1]?.role === role ? 1 : 0;
  values[at + 7] = turns[turn + 1]?.role === role ? 1 : 0;
}

/** The log-odds of an output once everything is weighed. */
export function jointOdds(odds: number, weights: ArrayLike<number>, values: Float64Array): number {
  let sum = odds + weights[0]!;
  for (let i = 0; i < values.length; i++) sum += weights[i + 1]! * values[i]!;
  return sum;
}

/** The weights by value, then by output, for `decide`; those of no value come first. */
export function jointTable(weights: JointWeights): Float64Array {
  const outputs = weights.length;
  const table = new Float64Array(outputs * (weights[0]?.length ?? 0));
  weights.forEach((row, o) => {
    row.forEach((weight, i) => {
      table[i * outputs + o] = weight;
    });
  });
  return table;
}

/** The log-odds of all outputs once everything is weighed: the same as `jointOdds` of each; most values are zero. */
export function decide(odds: Float64Array, table: Float64Array, values: Float64Array, decided: Float64Array): void {
  const outputs = odds.length;
  for (let o = 0; o < outputs; o++) decided[o] = odds[o]! + table[o]!;
  for (let i = 0, at = outputs; i < values.length; i++, at += outputs) {
    const value = values[i]!;
    if (value === 0) continue;
    for (let o = 0; o < outputs; o++) decided[o]! += table[at + o]! * value;
  }
}
