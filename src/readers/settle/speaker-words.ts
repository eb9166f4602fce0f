// The words of `speakers.yaml`: what exports call the two sides, and what each side says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IoError } from '../../errors.ts';
import type { Role } from '../../model/conversation.ts';

/** What exports call the speakers. */
export interface SpeakerWords {
  /** Role by folded label. */
  readonly labels: ReadonlyMap<string, Role>;
}

const roles: readonly Role[] = ['agent', 'client', 'bot', 'system'];
const ownFolder = fileURLToPath(new URL('../../../lexicons/', import.meta.url));

/** Reads `speakers.yaml` of a lexicon folder; the package's own where the folder has none. */
export async function speakerWords(folder = ownFolder): Promise<SpeakerWords> {
  const { parse } = await import('yaml');
  const file = join(folder, 'speakers.yaml');
  let source: unknown;
  try {
    source = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (folder !== ownFolder && (error as NodeJS.ErrnoException).code === 'ENOENT') return speakerWords();
    throw new IoError(`${file}: cannot be read as YAML: ${(error as Error).message}`, 66);
  }
  const { labels } = source as { readonly labels?: Readonly<Record<string, unknown>> };
  const map = new Map<string, Role>();
  for (const role of roles) for (const label of strings(labels?.[role])) map.set(foldLabel(label), role);
  return { labels: map };
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

/** What follows a role in a label: a number, a letter, a name in brackets. */
const decoration = / (?:n )?(?:\d+|[a-z])$/;

/** The role that a label names, if it names one: « Conseillère », `END_USER`, `Agent 2`, `agent:Nadia`, `Client (M. Roy)`. */
export function roleOfLabel(label: string, words: SpeakerWords): Role | undefined {
  const folded = foldLabel(label);
  const whole = words.labels.get(folded) ?? words.labels.get(folded.replace(decoration, ''));
  if (whole !== undefined) return whole;
  const first = /^([^:([/|]+?)\s*[:([/|]/.exec(label)?.[1];
  return first === undefined ? undefined : words.labels.get(foldLabel(first));
}
