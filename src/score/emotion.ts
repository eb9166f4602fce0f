// The client's emotion, turn by turn: the signs of each turn are weighed, and what was felt before still colours it.
import type { Conversation } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Signs, signsOf } from './emotion-signs.ts';
import { afterglow, emotionCuts, emotionWeights, restingPoint } from './emotion-weights.ts';

/** -3..+3 for every client turn, null for everyone else. */
export function feel(
  conversation: Conversation,
  cues: readonly EmotionCue[],
  evidence: readonly Evidence[],
): (number | null)[] {
  const felt: number[] = [];
  return signsOf(conversation, cues, evidence).map((signs) => {
    if (!signs) return null;
    const weighed = Math.max(-3, Math.min(3, weigh(signs) + remains(felt)));
    // Whoever insults is beside themself, however short or polite the rest.
    const sum = signs.has('abuse') ? Math.min(weighed, emotionCuts[0]!) : weighed;
    felt.push(sum);
    return emotionCuts.filter((cut) => sum > cut).length - 3;
  });
}

function weigh(signs: Signs): number {
  let sum = restingPoint;
  for (const [name, amount] of signs) sum += (emotionWeights[name] ?? 0) * amount;
  return sum;
}

function remains(felt: readonly number[]): number {
  return (
    afterglow.last * (felt.at(-1) ?? 0) +
    afterglow.secondLast * (felt.at(-2) ?? 0) +
    afterglow.lowest * Math.min(0, ...felt) +
    afterglow.highest * Math.max(0, ...felt)
  );
}
