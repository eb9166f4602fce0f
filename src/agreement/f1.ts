// Precision, recall and F1: how much of what was found is right, how much of what is right was found.
import type { FoundScore } from '../model/agreement.ts';

/** Scores counts of things marked by both, by the person only, and by ecoute only. */
export function f1(hits: number, misses: number, falseAlarms: number): FoundScore {
  return score(hits, hits, misses, falseAlarms);
}

/**
 * The same where one thing found may answer several marked, and the reverse: `marked` and `found` that have a
 * counterpart are counted each on its own side.
 */
export function overlapF1(markedHits: number, foundHits: number, misses: number, falseAlarms: number): FoundScore {
  return score(markedHits, foundHits, misses, falseAlarms);
}

/** Mean F1 over the scores with support; null where there is none. */
export function macroF1(scores: readonly FoundScore[]): number | null {
  const supported = scores.filter((s) => s.support > 0);
  if (supported.length === 0) return null;
  return supported.reduce((sum, s) => sum + (s.f1 ?? 0), 0) / supported.length;
}

function score(markedHits: number, foundHits: number, misses: number, falseAlarms: number): FoundScore {
  const support = markedHits + misses;
  const found = foundHits + falseAlarms;
  const precision = share(foundHits, found);
  const recall = share(markedHits, support);
  return { support, found, misses, false_alarms: falseAlarms, precision, recall, f1: harmonicMean(precision, recall) };
}

// Where one side is empty and the other is not, nothing could be right: F1 is 0, not unknown.
function harmonicMean(precision: number | null, recall: number | null): number | null {
  if (precision === null && recall === null) return null;
  const [p, r] = [precision ?? 0, recall ?? 0];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
