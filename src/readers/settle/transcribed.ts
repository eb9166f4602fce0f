// What machines that transcribe do to speech: they cut it in pieces, and give words to silence.
import { foldWords } from './cue-score.ts';
import type { DraftTurn } from './draft.ts';
import type { SpeakerWords } from './speaker-words.ts';

/** Silence within one speaker's words that still makes one turn. */
const breath = 2000;

/** Pieces of one speaker that follow each other become one turn. */
export function joined(turns: readonly DraftTurn[]): DraftTurn[] {
  const whole: DraftTurn[] = [];
  let pieces: string[] = [];
  for (const turn of turns) {
    const last = whole.at(-1);
    if (last !== undefined && belongs(last, turn)) {
      pieces.push(turn.text.trim());
      whole[whole.length - 1] = { ...last, endMs: turn.endMs ?? last.endMs };
      continue;
    }
    if (last !== undefined) whole[whole.length - 1] = { ...last, text: pieces.join(' ') };
    pieces = [turn.text.trim()];
    whole.push(turn);
  }
  const last = whole.at(-1);
  if (last !== undefined) whole[whole.length - 1] = { ...last, text: pieces.join(' ') };
  return whole;
}

function belongs(last: DraftTurn, next: DraftTurn): boolean {
  if (last.role !== next.role || last.speaker !== next.speaker || last.agent?.id !== next.agent?.id) return false;
  if (last.endMs === undefined || next.startMs === undefined) return last.speaker !== undefined;
  return next.startMs - last.endMs <= breath;
}

/** Turns without what was invented, and how much of that there was. */
export function withoutInventions(
  turns: readonly DraftTurn[],
  { inventions }: SpeakerWords,
): { readonly kept: readonly DraftTurn[]; readonly invented: number } {
  let invented = 0;
  const kept = turns.map((turn) => {
    const text = withoutTail(turn.text, inventions);
    if (text === turn.text) return turn;
    invented += 1;
    return { ...turn, text };
  });
  return { kept: invented === 0 ? turns : kept.filter(({ text }) => text !== ''), invented };
}

/** Takes invented sentences off the end, as long as there are any. */
function withoutTail(text: string, inventions: readonly RegExp[]): string {
  let kept = text;
  for (;;) {
    const trimmed = kept.trimEnd();
    const start = /[^.!?…\n]*[.!?…]*$/.exec(trimmed.slice(-300))!.index + Math.max(0, trimmed.length - 300);
    // Dots inside the sentence (Amara.org) must not hide its beginning.
    const starts = [0, start, trimmed.lastIndexOf('. ', start - 1) + 1, trimmed.lastIndexOf('Sous-')];
    const from = starts.filter((at) => at >= 0).find((at) => isInvented(trimmed.slice(at), inventions));
    if (from === undefined || trimmed === '') return kept;
    kept = trimmed.slice(0, from).trimEnd();
  }
}

function isInvented(sentence: string, inventions: readonly RegExp[]): boolean {
  if (sentence.length > 300) return false;
  const folded = foldWords(sentence);
  return inventions.some((invention) => invention.exec(folded)?.index === 0);
}
