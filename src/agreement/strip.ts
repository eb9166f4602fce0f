// A conversation as a poor speech-to-text would give it: no punctuation, no capitals, no accents.
import type { Conversation } from '../model/conversation.ts';

/** The same conversation with letters, digits and single spaces only. */
export function strip(conversation: Conversation): Conversation {
  return { ...conversation, turns: conversation.turns.map((turn) => ({ ...turn, text: stripText(turn.text) })) };
}

/** Apostrophes, hyphens and every other sign become spaces; ligatures become two letters. */
export function stripText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
