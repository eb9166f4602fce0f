// Keeps the best few of many: lists that never grow, whatever the number of conversations.
import type { AssessmentRef } from '../../model/agent-summary.ts';

/** A turn of a conversation that may be shown on a page; the higher the score, the sooner. */
export interface Candidate {
  readonly ref: AssessmentRef;
  readonly turn: number;
  readonly score: number;
}

/** Puts a candidate into a list of at most `most`, in order; among equals the order of ids decides, not of reading. */
export function keepBest(best: Candidate[], candidate: Candidate, most: number): void {
  if (best.length === most && order(candidate, best[most - 1]!) > 0) return;
  const at = best.findIndex((other) => order(candidate, other) < 0);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > most) best.pop();
}

function order(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.ref.id !== b.ref.id) return a.ref.id < b.ref.id ? -1 : 1;
  return a.turn - b.turn;
}
