// Scores, log-odds and probabilities.

/** The probability of log-odds. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of a probability; infinite where it is 0 or more than 1 can be. */
export function oddsAt(probability: number): number {
  if (probability <= 0) return Number.NEGATIVE_INFINITY;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  return Math.log(probability / (1 - probability));
}

/** Scores as log-odds (Platt). */
export function oddsOf(scores: Float32Array, slope: number, offset: number): Float64Array {
  return Float64Array.from(scores, (score) => slope * score + offset);
}
