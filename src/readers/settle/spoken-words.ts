// Words with their times and speakers, as transcribers give them → turns.
import type { DraftTurn } from './draft.ts';

/** One word, or a punctuation mark. */
export interface SpokenWord {
  readonly speaker: string | undefined;
  readonly text: string;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** Stands right behind the word before it. */
  readonly isPunctuation?: boolean;
}

/** A silence that parts two turns of one speaker. */
const pause = 2000;

/** Words of one speaker in a row are a turn. */
export function turnsOfWords(words: readonly SpokenWord[]): DraftTurn[] {
  const turns: (DraftTurn & { text: string; endMs: number | undefined })[] = [];
  for (const word of words) {
    const last = turns.at(-1);
    const isSame = last !== undefined && (word.isPunctuation === true || last.speaker === word.speaker);
    const silence = (word.startMs ?? 0) - (last?.endMs ?? word.startMs ?? 0);
    if (isSame && silence <= pause) {
      last.text += word.isPunctuation === true ? word.text : ` ${word.text.trim()}`;
      last.endMs = word.endMs ?? last.endMs;
    } else {
      const { speaker, startMs, endMs } = word;
      turns.push({ role: undefined, speaker, text: word.text.trim(), startMs, endMs });
    }
  }
  return turns;
}
