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
  const course: Course = { last: 0, secondLast: 0, lowest: 0, highest: 0 };
  return signsOf(conversation, cues, evidence).map((signs) => {
    if (!signs) return null;
    const weighed = Math.max(-3, Math.min(3, weigh(signs) + remains(course)));
    // Whoever insults is beside themself, however short or polite the rest.
    const sum = signs.has('abuse') ? Math.min(weighed, emotionCuts[0]!) : weighed;
    goOn(course, sum);
    let scale = -3;
    for (const cut of emotionCuts) if (sum > cut) scale++;
    return scale;
  });
}

function weigh(signs: Signs): number {
  let sum = restingPoint;
  for (const [name, amount] of signs) sum += (emotionWeights[name] ?? 0) * amount;
  return sum;
}

/** What the client felt so far. */
interface Course {
  last: number;
  secondLast: number;
  lowest: number;
  highest: number;
}

function remains({ last, secondLast, lowest, highest }: Course): number {
  return (
    afterglow.last * last + afterglow.secondLast * secondLast + afterglow.lowest * lowest + afterglow.highest * highest
  );
}

function goOn(course: Course, felt: number): void {
  course.secondLast = course.last;
  course.last = felt;
  course.lowest = Math.min(course.lowest, felt);
  course.highest = Math.max(course.highest, felt);
}
