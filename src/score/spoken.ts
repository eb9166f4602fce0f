// A conversation made ready for judging: its turns as folded words, and the turns of each side in order.
import type { Conversation, Role, Turn } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MarkerId } from '../model/marker.ts';
import { fold } from '../text/fold.ts';

/** What the conditions and facts look at. */
export interface Spoken {
  readonly conversation: Conversation;
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
  /** Folded words of each turn. */
  readonly words: readonly (readonly string[])[];
  /** Turn numbers of each role, in order. */
  readonly turnsOf: Readonly<Record<Role, readonly number[]>>;
  /** Indices into the evidence, for each marker heard. */
  readonly heard: ReadonlyMap<MarkerId, readonly number[]>;
}

/** Reads a conversation once for all the conditions and facts. */
export function spoken(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Spoken {
  const turnsOf: Record<Role, number[]> = { agent: [], client: [], bot: [], system: [] };
  for (const turn of conversation.turns) turnsOf[turn.role].push(turn.index);
  const heard = new Map<MarkerId, number[]>();
  for (const [index, piece] of evidence.entries()) {
    const list = heard.get(piece.marker);
    if (list) list.push(index);
    else heard.set(piece.marker, [index]);
  }
  return { conversation, evidence, emotion, words: conversation.turns.map(wordsOf), turnsOf, heard };
}

/** Whether one of the markers is heard in the turn. */
export function hears(talk: Spoken, turn: number, markers: readonly MarkerId[]): boolean {
  return markers.some((marker) => talk.heard.get(marker)?.some((index) => talk.evidence[index]!.turn === turn));
}

function wordsOf(turn: Turn): string[] {
  return fold(turn.text).match(/[a-z0-9]+/g) ?? [];
}
