// The client's emotion, turn by turn: the signs of each turn are weighed, and what was felt before still colours it.
import type { Conversation } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';
import { groupByTurn, noTurns } from './by-turn.ts';
import { addSign, clearSigns, hasSign, hasSigns, signNumber, weighSigns } from './emotion-sign.ts';
import { addAnswered, addMarkers, addTypography, addWords } from './emotion-signs.ts';
import { addTogether } from './emotion-together.ts';
import { isWorthALook } from './emotion-typography.ts';
import { afterglow, emotionCuts, restingPoint } from './emotion-weights.ts';
import { markerNumbers } from './marker-bits.ts';
import { readTurns, said } from './said.ts';

/** Words up to which a turn is short, and by how many its length is counted. */
const fewWords = 3;
const wordsOfLength = 6;
/** How long turns of few words count, by their words; more count as the longest. */
const longest = 3;
const lengths = Float64Array.from({ length: 48 }, (_, words) =>
  Math.min(longest, Math.log2(1 + words / wordsOfLength)),
);

const abuse = signNumber('abuse');
const lengthSign = signNumber('length');
const short = signNumber('short');
const first = signNumber('first');
const unanswered = signNumber('unanswered');
const last = signNumber('last');
const again = signNumber('again');

const cuesOf = noTurns();
const evidenceOf = noTurns();

/** A list that grows once; a copy of its beginning takes no more room than it needs. */
const felt: (number | null)[] = [];

/** -3..+3 for every client turn, null for everyone else. */
export function feel(
  conversation: Conversation,
  cues: readonly EmotionCue[],
  evidence: readonly Evidence[],
): (number | null)[] {
  const { turns } = conversation;
  groupByTurn(cues, turns.length, cuesOf);
  groupByTurn(evidence, turns.length, evidenceOf);
  const markers = markerNumbers(evidence);
  let firstOfClient = -1;
  let lastOfClient = -1;
  for (let i = 0; i < turns.length; i++) {
    if (turns[i]!.role !== 'client') continue;
    if (firstOfClient < 0) firstOfClient = i;
    lastOfClient = i;
  }
  const course: Course = { last: 0, secondLast: 0, lowest: 0, highest: 0 };
  readTurns(turns);
  for (let i = 0; i < turns.length; i++) {
    const turn = turns[i]!;
    if (turn.role !== 'client') {
      felt[i] = null;
      continue;
    }
    clearSigns();
    addWords(turn, cues, cuesOf);
    addMarkers(i, markers, evidenceOf);
    if (isWorthALook(turn.text, said.signs[i]!)) addTypography(turn.text, said.signs[i]!);
    // Only what the turn itself shows can mean more together.
    const isTelling = hasSigns();
    addAnswered(turns, i, markers, evidenceOf);
    const words = said.letterWords[i]!;
    addSign(lengthSign, words < lengths.length ? lengths[words]! : longest);
    if (words <= fewWords) addSign(short, 1);
    if (i === firstOfClient) addSign(first, 1);
    else if (turns[i - 1]?.role === 'client') addSign(unanswered, 1);
    if (i === lastOfClient && i !== firstOfClient) addSign(last, 1);
    addSign(again, Math.min(3, said.again[i]!));
    if (isTelling) addTogether();
    felt[i] = scaled(weighSigns(restingPoint), course);
  }
  return felt.slice(0, turns.length);
}

/** What the client felt so far. */
interface Course {
  last: number;
  secondLast: number;
  lowest: number;
  highest: number;
}

/** What the signs of a turn come to on the scale, coloured by the course, which goes on. */
function scaled(weighed: number, course: Course): number {
  const remains =
    afterglow.last * course.last +
    afterglow.secondLast * course.secondLast +
    afterglow.lowest * course.lowest +
    afterglow.highest * course.highest;
  let sum = Math.max(-3, Math.min(3, weighed + remains));
  // Whoever insults is beside themself, however short or polite the rest.
  if (hasSign(abuse)) sum = Math.min(sum, emotionCuts[0]!);
  course.secondLast = course.last;
  course.last = sum;
  course.lowest = Math.min(course.lowest, sum);
  course.highest = Math.max(course.highest, sum);
  let scale = -3;
  for (let i = 0; i < emotionCuts.length; i++) if (sum > emotionCuts[i]!) scale++;
  return scale;
}
