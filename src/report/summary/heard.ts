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
  const felt: Feeling[] = [];
  for (let turn = 0; turn < emotion.length; turn++) {
    const value = emotion[turn];
    if (value !== null && value !== undefined) felt.push({ turn, emotion: value });
  }
  return felt;
}

/** What is looked up again and again in one assessment, worked out once. */
export interface Course {
  /** The client's turn with the strongest unpleasant feeling, or null where there was none. */
  readonly worst: number | null;
  /** That feeling, or 0. */
  readonly lowest: number;
  readonly gains: boolean;
}

/** The course of an assessment. */
export function courseOf(a: Assessment): Course {
  const felt = feelings(a);
  const worst = worstOf(felt);
  return { worst: worst?.turn ?? null, lowest: worst?.emotion ?? 0, gains: clientGains(a, felt) };
}

// Whether the client came out of it well: not displeased at the end, and thanking, delighted or risen from worse.
function clientGains(a: Assessment, felt: readonly Feeling[]): boolean {
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

function worstOf(felt: readonly Feeling[]): Feeling | null {
  let worst: Feeling | null = null;
  for (const feeling of felt)
    if (feeling.emotion < 0 && (worst === null || feeling.emotion < worst.emotion)) worst = feeling;
  return worst;
}
