// What an assessment shows when it is looked at turn by turn: who spoke where, what was heard there, how it ended.
import type { Assessment } from '../../model/assessment.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type MarkerId, markerSpeaker } from '../../model/marker.ts';

/** The client's feelings in order of the turns. */
export interface Feeling {
  readonly turn: number;
  readonly emotion: number;
}

/** Every turn of the client with its emotion. */
export function feelings({ emotion }: Assessment): readonly Feeling[] {
  return emotion.flatMap((value, turn) => (value === null ? [] : [{ turn, emotion: value }]));
}

/** Whether the client came out of it well: not displeased at the end, and thanking, delighted or risen from worse. */
export function clientGains(a: Assessment): boolean {
  const felt = feelings(a);
  const last = felt.at(-1)?.emotion;
  if (last === undefined || last < 0) return false;
  const lateTurns = a.turns * 0.6;
  const isThanked = a.evidence.some(
    ({ marker, turn }) => (marker === 'thanks' || marker === 'delight') && turn >= lateTurns,
  );
  return isThanked || felt.some(({ emotion }) => emotion < 0);
}

/** Evidence of the agent's words between two turns, both included. */
export function agentEvidence(a: Assessment, from: number, to: number): readonly Evidence[] {
  return a.evidence.filter(
    ({ turn, marker }) => turn >= from && turn <= to && markerSpeaker(marker as MarkerId) === 'agent',
  );
}

/** The first turn after `turn` that is not the client's; the last turn where there is none. */
export function answerTo({ emotion }: Assessment, turn: number): number {
  const found = emotion.findIndex((value, at) => at > turn && value === null);
  return found < 0 ? Math.max(0, emotion.length - 1) : found;
}

/** The client's turn with the strongest unpleasant feeling, or null where there was none. */
export function worstTurn(a: Assessment): number | null {
  let worst: Feeling | null = null;
  for (const feeling of feelings(a))
    if (feeling.emotion < 0 && (worst === null || feeling.emotion < worst.emotion)) worst = feeling;
  return worst?.turn ?? null;
}
