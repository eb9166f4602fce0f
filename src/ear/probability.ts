// From the scores of a side to what the ear says: bounds of probability become bounds of the score, asked turn by turn
// without computing a probability.
import type { EarOutput } from '../model/ear.ts';

/** Probability of an output from its score (Platt). */
export function probability(score: number, slope: number, offset: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}

/** The score at which an output has a probability; infinite where none has. */
export function scoreAt(probability: number, { slope, offset }: Pick<EarOutput, 'slope' | 'offset'>): number {
  if (probability <= 0) return Number.NEGATIVE_INFINITY;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  return (Math.log(probability / (1 - probability)) - offset) / slope;
}
