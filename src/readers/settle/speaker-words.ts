// The words of `speakers.yaml`: what exports call the two sides, what each side says, and what transcribers invent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IoError } from '../../errors.ts';
import type { Role } from '../../model/conversation.ts';
import { packageText } from '../../package-file.ts';
import { type Cues, wordsPattern } from './cue-score.ts';

/** What tells the speakers apart. */
export interface SpeakerWords {
  /** Role by folded label. */
  readonly labels: ReadonlyMap<string, Role>;
  readonly cues: Cues;
  /** Over folded words; what transcribers write into silence. */
  readonly inventions: readonly RegExp[];
}

const roles: readonly Role[] = ['agent', 'client', 'bot', 'system'];
const own = 'lexicons/speakers.yaml';
const known = new Map<string | undefined, Promise<SpeakerWords>>();

/** Reads `speakers.yaml` of a lexicon folder, once; the package's own where the folder has none. */
export function speakerWords(folder?: string): Promise<SpeakerWords> {
  let words = known.get(folder);
  if (words === undefined) {
    words = readWords(folder);
    known.set(folder, words);
  }
  return words;
}

async function readWords(folder: string | undefined): Promise<SpeakerWords> {
  const { parse } = await import('yaml');
  const file = folder === undefined ? own : join(folder, 'speakers.yaml');
  let source: { readonly labels?: unknown; readonly cues?: unknown; readonly inventions?: unknown };
  try {
    source = entries(parse(folder === undefined ? packageText(own) : readFileSync(file, 'utf8')));
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return speakerWords();
    throw new IoError(`${file}: cannot be read as YAML: ${(error as Error).message}`, 66);
  }
  const labels = entries(source.labels);
  const map = new Map<string, Role>();
  for (const role of roles) for (const label of strings(labels[role])) map.set(foldLabel(label), role);
  const inventions = strings(source.inventions).map((words) => new RegExp(`${wordsPattern(words).source}$`));
  return { labels: map, cues: cuesOf(entries(source.cues)), inventions };
}

function cuesOf(cues: Readonly<Record<string, unknown>>): Cues {
  const weighted = (side: unknown, sign: number): { pattern: RegExp; weight: number }[] =>
    Object.entries(entries(side)).flatMap(([words, weight]) =>
      typeof weight === 'number' ? [{ pattern: wordsPattern(words), weight: sign * weight }] : [],
    );
  return {
    confidence: typeof cues.confidence === 'number' ? cues.confidence : 0.9,
    opens: typeof cues.opens === 'number' ? cues.opens : 0,
    patterns: [...weighted(cues.agent, 1), ...weighted(cues.client, -1)],
  };
}

function entries(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
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
