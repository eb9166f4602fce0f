// Features of where a turn stands: among its speaker's turns, after whom and after how long, asking or crying out. All of
// it is one number, so that what it weighs need not be asked twice.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import { mark } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { add, type Features } from './feature-list.ts';
import { mix } from './keys.ts';

const seed = 0x7a91;

/** The nearest turn of the same speaker on one side, or -1. */
export function sameSpeaker({ turns }: Conversation, turn: number, step: 1 | -1): number {
  for (let i = turn + step; i >= 0 && i < turns.length; i += step) if (turns[i]!.role === turns[turn]!.role) return i;
  return -1;
}

/** The nearest spoken turn on one side, or -1. */
export function neighbour({ turns }: Conversation, turn: number, step: 1 | -1): number {
  for (let i = turn + step; i >= 0 && i < turns.length; i += step)
    if (turns[i]!.role === 'agent' || turns[i]!.role === 'client') return i;
  return -1;
}

/** How many values each of the eight signs of a place has, not to be told among them (0). */
const values = [6, 6, 4, 3, 3, 8, 3, 5] as const;
/** Signs of a place at most. */
export const placeSigns = values.length;

/** The place of a turn of `n` tokens as one number; `placeFeatures` says what it shows. */
export function placeOf(conversation: Conversation, hearing: Hearing, turn: number, n: number): number {
  const { turns, channel } = conversation;
  let place = 0;
  if (turns.length > 1) {
    const { fromStart, fromEnd } = hearing.order.rank(turn);
    const previous = neighbour(conversation, turn, -1);
    const after = previous < 0 ? 0 : turns[previous]!.role === turns[turn]!.role ? 1 : 2;
    const waited = previous < 0 ? 0 : gapMs(conversation, previous, turn);
    const wait = waited > 15_000 ? (channel === 'chat' && waited < 120_000 ? 1 : 2) : 0;
    place = Math.min(fromStart, 4) + 1;
    place = place * values[1] + Math.min(fromEnd, 4) + 1;
    place = place * values[2] + after + 1;
    place = place * values[3] + (channel === 'chat' ? 1 : 2);
    place = place * values[4] + wait;
  }
  let asks = 0;
  let cries = 0;
  const { id, marks } = hearing.turns[turn]!.tokens;
  for (let i = 0; i < n; i++) {
    if (id[i] === token.question) asks = 2;
    if (id[i] === token.exclamation) cries++;
    if ((marks[i]! & mark.allCapitals) !== 0) cries++;
  }
  place = place * values[5] + Math.min(6, 31 - Math.clz32(n + 1)) + 1;
  place = place * values[6] + asks;
  return place * values[7] + (cries > 0 ? Math.min(3, cries) + 1 : 0);
}

/** Adds the features of a place. */
export function placeFeatures(features: Features, place: number): void {
  let rest = place;
  for (let sign = placeSigns; sign > 0; sign--) {
    const value = rest % values[sign - 1]!;
    rest = (rest - value) / values[sign - 1]!;
    if (value > 0) add(features, mix(mix(seed, sign), value - 1), -1, -1);
  }
}

function gapMs({ turns }: Conversation, before: number, turn: number): number {
  const ended = turns[before]!.endMs ?? turns[before]!.startMs;
  const started = turns[turn]!.startMs;
  return ended === undefined || started === undefined ? 0 : started - ended;
}
