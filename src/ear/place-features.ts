// Features of where a turn stands: among its speaker's turns, after whom and after how long, asking or crying out.
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

/** Adds the features of the place of a turn of `n` tokens. */
export function places(
  features: Features,
  conversation: Conversation,
  hearing: Hearing,
  turn: number,
  n: number,
): void {
  const { fromStart, fromEnd } = hearing.order.rank(turn);
  const isAlone = conversation.turns.length === 1;
  const put = (kind: number, value: number) => add(features, mix(mix(seed, kind), value), -1, -1);
  if (!isAlone) {
    put(1, Math.min(fromStart, 4));
    put(2, Math.min(fromEnd, 4));
    const previous = neighbour(conversation, turn, -1);
    put(3, previous < 0 ? 0 : conversation.turns[previous]!.role === conversation.turns[turn]!.role ? 1 : 2);
    put(4, conversation.channel === 'chat' ? 0 : 1);
    const waited = previous < 0 ? 0 : gapMs(conversation, previous, turn);
    if (waited > 15_000) put(5, conversation.channel === 'chat' && waited < 120_000 ? 0 : 1);
  }
  put(6, Math.min(6, Math.floor(Math.log2(n + 1))));
  let asks = 0;
  let cries = 0;
  const { tokens } = hearing.turns[turn]!;
  for (let i = 0; i < n; i++) {
    if (tokens.id[i] === token.question) asks++;
    if (tokens.id[i] === token.exclamation) cries++;
    if ((tokens.marks[i]! & mark.allCapitals) !== 0) cries++;
  }
  if (asks > 0) put(7, 1);
  if (cries > 0) put(8, Math.min(3, cries));
}

function gapMs({ turns }: Conversation, before: number, turn: number): number {
  const ended = turns[before]!.endMs ?? turns[before]!.startMs;
  const started = turns[turn]!.startMs;
  return ended === undefined || started === undefined ? 0 : started - ended;
}
