// Traits that look like flaws and serve the client: taking time, insisting inside, being thorough. Noted only where the client gains.
import type { FineFlaw } from '../../model/agent-summary.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { MarkerId } from '../../model/marker.ts';
import type { Course } from './heard.ts';

/** A trait met in a conversation, and the turn that shows it. */
export interface MetFlaw {
  readonly flaw: FineFlaw;
  readonly turn: number;
}

const thorough: readonly MarkerId[] = ['reformulation', 'name-check', 'closing-check', 'discovery'];
const thoroughKinds = 3;

/** The traits of a conversation. `taking-time` is met by every one that the client gains from: its length decides later. */
export function metFlaws(a: Assessment, { gains, worst }: Course): readonly MetFlaw[] {
  const isSpoilt = Object.values(a.behaviours).some(({ verdict }) => verdict === 'violated');
  if (isSpoilt || !gains) return [];
  const met: MetFlaw[] = [{ flaw: 'taking-time', turn: worst ?? Math.floor(a.turns / 2) }];
  const inside = a.evidence.find(({ marker }) => marker === 'trend-report');
  if (inside !== undefined) met.push({ flaw: 'insisting-inside', turn: inside.turn });
  const kinds = thorough.filter((wanted) => a.evidence.some(({ marker }) => marker === wanted));
  const check = a.evidence.find(({ marker }) => marker === 'reformulation' || marker === 'name-check');
  if (kinds.length >= thoroughKinds && check !== undefined) met.push({ flaw: 'thoroughness', turn: check.turn });
  return met;
}
