// A whole transcript in one cell → turns: by lines, or by the labels within a single line.
import type { Role } from '../../model/conversation.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { roleOfLabel, type SpeakerWords } from '../settle/speaker-words.ts';
import { type SpokenLine, spokenLine } from './spoken-lines.ts';
import { tagged } from './time-tags.ts';

/** Where a label may begin within a line, and the word or two that it may be. */
const inner =
  /(?:^|[.!?…»)\]|/]\s{0,9}|\s{2,9})((?:\[?\(?\d{1,2}[:h]\d{2}(?::\d{2})?\]?\)?\s{0,3}[-–]?\s{0,3})?\p{Lu}[\p{L}'’-]*(?:\s\p{L}[\p{L}'’-]*)?(?:\s\d{1,2})?)\s*:\s/gu;

/** The turns of a transcript in one text. */
export function transcriptTurns(
  text: string,
  startedAt: string | undefined,
  names: ReadonlyMap<string, Role>,
  words: SpeakerWords,
): DraftTurn[] {
  const turns: (SpokenLine & { text: string })[] = [];
  for (const line of text.split(/\r?\n|<br\s*\/?>/i).flatMap((whole) => parted(whole, names, words))) {
    if (line.trim() === '') continue;
    const spoken = spokenLine(line, words, names);
    if (spoken !== undefined && spoken.role !== undefined) turns.push({ ...spoken });
    else if (turns.length > 0) turns.at(-1)!.text += ` ${line.trim()}`;
  }
  return tagged(turns, startedAt);
}

/** Cuts a line before each label that names a known speaker. */
function parted(line: string, names: ReadonlyMap<string, Role>, words: SpeakerWords): string[] {
  const cuts: number[] = [];
  for (const found of line.matchAll(inner)) {
    const label = found[1]!.replace(/^[^\p{L}]+/u, '').trim();
    if ((names.get(label.toLowerCase()) ?? roleOfLabel(label, words)) === undefined) continue;
    const at = found.index + found[0].indexOf(found[1]!);
    if (at > 0) cuts.push(at);
  }
  return [0, ...cuts].map((at, i) => line.slice(at, cuts[i]));
}
