// Features of what a turn hangs together with: the phrases heard in it and around it, what its client felt, where it stands.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Phrase } from '../model/rules.ts';
import { hashText } from '../text/vocabulary.ts';
import { add, type Features, once } from './feature-list.ts';
import { mix } from './keys.ts';
import { neighbour, sameSpeaker } from './place-features.ts';

/** What each of these features weighs in a turn. */
export const contextWeight = { heard: 1, around: 0.4, place: 0.35 } as const;

const seed = { heard: 0x5e7d, around: 0x6f8f, feeling: 0x8ba3 } as const;

/** By number of phrase: the key of the marker or part that it hears. */
export type PhraseKeys = Int32Array;

export function phraseKeys(phrases: readonly Phrase[]): PhraseKeys {
  return Int32Array.from(phrases, ({ hears }) => hashText(hears));
}

/** Adds what the phrases heard in a turn, and of what they heard an exception. */
export function heardFeatures(features: Features, hears: PhraseKeys, hearing: Hearing, turn: number): void {
  const first = features.count;
  const { hits, silenced } = hearing.turns[turn]!;
  for (let i = 0; i < hits.count; i++)
    add(features, mix(seed.heard, hears[hits.phrase[i]!]!), hits.from[i]!, hits.to[i]! - 1);
  for (const name of silenced) add(features, mix(seed.heard + 1, hashText(name)), -1, -1);
  once(features, first, contextWeight.heard);
}

/** Adds what was heard in the turns around one, of which those in `before` are what it answers. */
export function aroundFeatures(
  features: Features,
  hears: PhraseKeys,
  conversation: Conversation,
  hearing: Hearing,
  before: readonly number[],
  turn: number,
): void {
  const first = features.count;
  for (const other of before) around(features, hears, hearing, other, 1);
  const previous = sameSpeaker(conversation, turn, -1);
  if (previous >= 0) around(features, hears, hearing, previous, 2);
  const next = sameSpeaker(conversation, turn, 1);
  if (next >= 0) around(features, hears, hearing, next, 3);
  const answer = neighbour(conversation, turn, 1);
  if (answer >= 0 && conversation.turns[answer]!.role !== conversation.turns[turn]!.role)
    around(features, hears, hearing, answer, 4);
  once(features, first, contextWeight.around);
}

function around(features: Features, hears: PhraseKeys, hearing: Hearing, turn: number, where: number): void {
  const { count, phrase } = hearing.turns[turn]!.hits;
  const key = mix(seed.around, where);
  for (let i = 0; i < count; i++) add(features, mix(key, hears[phrase[i]!]!), -1, -1);
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
