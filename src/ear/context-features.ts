// Features of what a turn hangs together with: the phrases heard in it and around it, what its client felt, where it stands.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import { add, type Features, once } from './feature-list.ts';
import { mix, nameKey } from './keys.ts';
import { neighbour, places, sameSpeaker } from './place-features.ts';

/** What each of these features weighs in a turn. */
export const contextWeight = { heard: 1, around: 0.4, place: 0.35 } as const;

const seed = { heard: 0x5e7d, around: 0x6f8f, feeling: 0x8ba3 } as const;

/** Adds what the phrases heard in a turn, and of what they heard an exception. */
export function heardFeatures(features: Features, hearing: Hearing, turn: number): void {
  const first = features.count;
  const { heard, silenced } = hearing.turns[turn]!;
  for (const { phrase, from, to } of heard) add(features, mix(seed.heard, nameKey(phrase.hears)), from, to - 1);
  for (const hears of silenced) add(features, mix(seed.heard + 1, nameKey(hears)), -1, -1);
  once(features, first, contextWeight.heard);
}

/** Adds what was heard in the turns around one, of which those in `before` are what it answers. */
export function aroundFeatures(
  features: Features,
  conversation: Conversation,
  hearing: Hearing,
  before: readonly number[],
  turn: number,
): void {
  const first = features.count;
  for (const other of before) around(features, hearing, other, 1);
  const previous = sameSpeaker(conversation, turn, -1);
  if (previous >= 0) around(features, hearing, previous, 2);
  const next = sameSpeaker(conversation, turn, 1);
  if (next >= 0) around(features, hearing, next, 3);
  const answer = neighbour(conversation, turn, 1);
  if (answer >= 0 && conversation.turns[answer]!.role !== conversation.turns[turn]!.role)
    around(features, hearing, answer, 4);
  once(features, first, contextWeight.around);
}

function around(features: Features, hearing: Hearing, turn: number, where: number): void {
  const { heard } = hearing.turns[turn]!;
  if (heard.length === 0) return;
  const key = mix(seed.around, where);
  for (const { phrase } of heard) add(features, mix(key, nameKey(phrase.hears)), -1, -1);
}

/** Adds what the client felt, as the lexicon reads it: in a turn, in the last one of its speaker, in those of `before`. */
export function feelingFeatures(
  features: Features,
  conversation: Conversation,
  feelings: readonly (number | null)[],
  before: readonly number[],
  turn: number,
): void {
  const first = features.count;
  const put = (other: number, where: number) => {
    const feeling = feelings[other];
    if (feeling !== null && feeling !== undefined) add(features, mix(mix(seed.feeling, feeling), where), -1, -1);
  };
  put(turn, 0);
  put(sameSpeaker(conversation, turn, -1), 1);
  for (const other of before) put(other, 2);
  once(features, first, contextWeight.heard);
}

/** Adds the features of the place of a turn of `n` tokens. */
export function placeFeatures(
  features: Features,
  conversation: Conversation,
  hearing: Hearing,
  turn: number,
  n: number,
): void {
  const first = features.count;
  places(features, conversation, hearing, turn, n);
  once(features, first, contextWeight.place);
}
