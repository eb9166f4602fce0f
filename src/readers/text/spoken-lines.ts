// Lines of a transcript in plain text → who speaks, when, and what: `[00:01:23] Conseillère : Bonjour`.
import type { Role } from '../../model/conversation.ts';
import { roleOfLabel, type SpeakerWords } from '../settle/speaker-words.ts';

/** A line that opens a turn. */
export interface SpokenLine {
  readonly speaker: string;
  readonly role: Role | undefined;
  readonly text: string;
  /** Time tag as written: `00:01:23`, `14:05`, `14h05`. */
  readonly time?: string;
}

const time = String.raw`\d{1,2}[:hH]\d{2}(?:[:m]\d{2}(?:[.,]\d{1,3})?)?s?`;
const date = String.raw`(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)`;
const tag = String.raw`[[(<]?\s*((?:${date}[ T,à]+)?${time})\s*[\])>]?`;
/** A label: a few words, brackets or a number in it, and the sign that ends it. A dash needs spaces around it. */
const spoken = new RegExp(
  String.raw`^\s*(?:[-–—•*]\s+)?(?:${tag}\s*[-–—:|]?\s*)?[[<(*]*([\p{L}][^:\[\]<>\n]{0,40}?)[\])*]*(?:\s*[[(]\s*(${time})\s*[\])])?(?:\s*(?::|>|：)\s*|\s+[-–—]\s+)([\s\S]*)$`,
  'u',
);

/** Reads a line as the opening of a turn; undefined where it goes on with the turn before. */
export function spokenLine(
  line: string,
  words: SpeakerWords,
  names: ReadonlyMap<string, Role>,
): SpokenLine | undefined {
  const found = spoken.exec(line);
  if (!found) return undefined;
  const [, before, label, after, text] = found;
  const speaker = label!.trim();
  const role = names.get(speaker.toLowerCase()) ?? roleOfLabel(speaker, words);
  const at = before ?? after;
  return { speaker, role, text: text!.trim(), ...(at === undefined ? {} : { time: at }) };
}
