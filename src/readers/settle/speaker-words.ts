// What exports call the speakers: the labels of `speakers.yaml`, and how a label is understood.
import type { Role } from '../../model/conversation.ts';
import type { Cues } from './cue-score.ts';

/** What tells the speakers apart. */
export interface SpeakerWords {
  /** Role by folded label. */
  readonly labels: ReadonlyMap<string, Role>;
  readonly cues: Cues;
  /** Over folded words; what transcribers write into silence. */
  readonly inventions: readonly RegExp[];
}

/** Case, accents, hyphens, underscores and capitals inside a word (`endUser`) do not matter in a label. */
export function foldLabel(label: string): string {
  return label
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What follows a role in a label: a number or a letter. */
const decoration = / (?:n )?(?:\d+|[a-z])$/;

/** Labels come again with every row. */
const seen = new WeakMap<SpeakerWords, Map<string, Role | undefined>>();
const mostSeen = 10_000;
const longestLabel = 100;

/** The role that a label names, if it names one: « Conseillère », `END_USER`, `Agent 2`, `agent:Nadia`, `Nadia (agent)`. */
export function roleOfLabel(label: string, words: SpeakerWords): Role | undefined {
  let known = seen.get(words);
  if (known === undefined || known.size > mostSeen) {
    known = new Map();
    seen.set(words, known);
  }
  if (known.has(label)) return known.get(label);
  const role = newRoleOfLabel(label, words);
  if (label.length > longestLabel) return role;
  known.set(label, role);
  return role;
}

function newRoleOfLabel(label: string, words: SpeakerWords): Role | undefined {
  if (label.length > longestLabel) return undefined;
  const folded = foldLabel(label);
  const whole = words.labels.get(folded) ?? words.labels.get(folded.replace(decoration, ''));
  if (whole !== undefined) return whole;
  const titled = titleAndPerson(label, words)?.role;
  if (titled !== undefined) return titled;
  const parts = /^([^:([/|]+?)\s*[:([/|]\s*([^)\]]*)/.exec(label);
  if (parts === null) return undefined;
  return words.labels.get(foldLabel(parts[1]!)) ?? words.labels.get(foldLabel(parts[2]!));
}

/** The person whom a label names behind a role: « Agent Marion », « Conseillère Aurélie P. ». */
export function titleAndPerson(
  label: string,
  words: SpeakerWords,
): { readonly role: Role; readonly person: string } | undefined {
  const found = /^\s*(\p{L}{4,})\s+(\p{Lu}\p{Ll}[\p{L}'’-]*\.?(?:\s\p{Lu}[\p{L}'’-]*\.?)?)\s*$/u.exec(label);
  const role = found === null ? undefined : words.labels.get(foldLabel(found[1]!));
  return role === undefined ? undefined : { role, person: found![2]! };
}
