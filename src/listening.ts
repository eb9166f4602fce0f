// Both ears on one conversation: what was heard, felt, and in which language. For whole conversations, and for those
// that go on, where only what a new turn can change is listened to again.
import { detector } from './detect/detect.ts';
import { type Guess, languageFinder } from './detect/language.ts';
import { type ListenedTurn, listener } from './ear/listen.ts';
import { decodeModel } from './ear/model-file.ts';
import { neighbour, sameSpeaker } from './ear/place-features.ts';
import type { Note } from './model/assessment.ts';
import type { Conversation } from './model/conversation.ts';
import type { Evidence } from './model/evidence.ts';
import type { HeardTurn, HitsOfTurn } from './model/hearing.ts';
import type { Rules } from './model/rules.ts';
import { feel } from './score/emotion.ts';

/** What both ears make of a conversation. */
export interface HeardConversation {
  readonly language: string;
  readonly isFrench: boolean;
  readonly notes: readonly Note[];
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

/** What is remembered of a conversation from turn to turn. */
export interface Memory {
  readonly turns: (HitsOfTurn | null)[];
  listened: ListenedTurn[];
  heard: readonly (HeardTurn | null)[];
  evidence: readonly Evidence[];
  feelings: readonly (number | null)[];
}

export function emptyMemory(): Memory {
  return { turns: [], listened: [], heard: [], evidence: [], feelings: [] };
}

/** Makes `hear(conversation)`; with a memory, the conversation is the one before and one turn more. */
export function ears(rules: Rules, guess: Guess): (conversation: Conversation, memory?: Memory) => HeardConversation {
  const detect = detector(rules);
  const listen = rules.ear ? listener(decodeModel(rules.ear), rules) : null;
  const languageOf = languageFinder(rules, guess);

  return function hear(conversation, memory) {
    const { turns } = conversation;
    const { evidence, cues, hearing } = detect(conversation, memory);
    const { code: language, isFrench, isBilingual } = languageOf(conversation, hearing);
    const notes: Note[] = [];
    if (!isFrench) notes.push('not-french');
    if (isBilingual && isFrench) notes.push('bilingual');
    if (conversation.roles === 'guessed') notes.push('roles-guessed');
    if (!turns.some((turn) => turn.role === 'agent')) notes.push('no-agent-turns');
    if (!turns.some((turn) => turn.role === 'client')) notes.push('no-client-turns');
    if (!isFrench) {
      if (memory) memory.listened = [];
      return { language, isFrench, notes, evidence: [], emotion: turns.map(() => null) };
    }
    const feelings = feel(conversation, cues, evidence);
    if (!listen) return { language, isFrench, notes, evidence, emotion: feelings };
    if (memory) {
      memory.listened.length = Math.min(
        memory.listened.length,
        firstChanged(conversation, memory, { heard: hearing.turns, evidence, feelings }),
      );
      Object.assign(memory, { heard: hearing.turns, evidence, feelings });
    }
    const { evidence: both, emotion } = listen(conversation, hearing, evidence, feelings, memory?.listened);
    return { language, isFrench, notes, evidence: both, emotion };
  };
}

/** Turns of a speaker from the end in which it counts how far the end is, and one more. */
const nearTheEnd = 6;

/** The first turn that may sound otherwise than before, now that there is one turn more. */
function firstChanged(
  conversation: Conversation,
  before: Pick<Memory, 'heard' | 'evidence' | 'feelings'>,
  now: Pick<Memory, 'heard' | 'evidence' | 'feelings'>,
): number {
  const last = conversation.turns.length - 1;
  let first = Math.max(0, neighbour(conversation, last, -1));
  for (let turn = last, near = 0; turn >= 0 && near < nearTheEnd; turn = sameSpeaker(conversation, turn, -1), near++)
    first = Math.min(first, turn);
  for (let turn = 0; turn < before.feelings.length; turn++)
    if (before.feelings[turn] !== now.feelings[turn]) {
      first = Math.min(first, turn);
      break;
    }
  for (let turn = 0; turn < before.heard.length; turn++)
    if (!isSame(before.heard[turn], now.heard[turn])) {
      // The turns before it may look at it as the next of their speaker, or as what answers them.
      for (const other of [turn, neighbour(conversation, turn, -1), sameSpeaker(conversation, turn, -1)])
        if (other >= 0) first = Math.min(first, other);
      break;
    }
  for (let i = 0; i < Math.max(before.evidence.length, now.evidence.length); i++) {
    const old = before.evidence[i];
    const fresh = now.evidence[i];
    if (old && fresh && isSamePiece(old, fresh)) continue;
    first = Math.min(first, old?.turn ?? last, fresh?.turn ?? last);
    break;
  }
  return first;
}

function isSame(a: HeardTurn | null | undefined, b: HeardTurn | null | undefined): boolean {
  if (!a || !b) return a === b;
  const { count, phrase, from, to } = a.hits;
  if (count !== b.hits.count || a.silenced.length !== b.silenced.length) return false;
  for (let i = 0; i < count; i++)
    if (phrase[i] !== b.hits.phrase[i] || from[i] !== b.hits.from[i] || to[i] !== b.hits.to[i]) return false;
  return true;
}

function isSamePiece(a: Evidence, b: Evidence): boolean {
  return (
    a.turn === b.turn && a.marker === b.marker && a.start === b.start && a.end === b.end && a.because === b.because
  );
}
