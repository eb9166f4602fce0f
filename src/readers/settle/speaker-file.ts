// `speakers.yaml` → the words that tell the speakers apart. Reading YAML takes longer to load than all readers together:
// the build reads the package's own file once.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IoError } from '../../errors.ts';
import { packageText } from '../../package-file.ts';
import type { SpeakerWords } from './speaker-words.ts';
import type { SpeakerList } from './speaker-yaml.ts';

const own = 'lexicons/speakers.yaml';
/** Where the build puts what it has read. */
const compiled = 'dist/speakers.json';
/** Bump when the compiled form changes. */
const format = 1;
const known = new Map<string | undefined, Promise<SpeakerWords>>();

/**
 * Reads `speakers.yaml` of a lexicon folder, once; the package's own where the folder has none.
 * Throws a RuleError with every fault of it.
 */
export function speakerWords(folder?: string): Promise<SpeakerWords> {
  let words = known.get(folder);
  if (words === undefined) {
    words = readWords(folder);
    known.set(folder, words);
  }
  return words;
}

/** The package's own words as the build keeps them. */
export async function compiledSpeakers(): Promise<string> {
  const source = packageText(own);
  const { speakerList } = await import('./speaker-yaml.ts');
  return JSON.stringify({ hash: hashOf(source), list: speakerList(source, own) });
}

async function readWords(folder: string | undefined): Promise<SpeakerWords> {
  const file = folder === undefined ? own : join(folder, 'speakers.yaml');
  let source: string;
  try {
    source = folder === undefined ? packageText(own) : readFileSync(file, 'utf8');
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return speakerWords();
    throw new IoError(`${file}: cannot be read: ${(error as Error).message}`, 66);
  }
  return wordsOf(readCompiled(source) ?? (await import('./speaker-yaml.ts')).speakerList(source, file));
}

function readCompiled(source: string): SpeakerList | undefined {
  try {
    const { hash, list } = JSON.parse(packageText(compiled)) as { readonly hash: string; readonly list: SpeakerList };
    return hash === hashOf(source) ? list : undefined;
  } catch {
    // Not built, or carried in the one-file bundle: the YAML is read.
    return undefined;
  }
}

function hashOf(source: string): string {
  return createHash('sha256').update(`ecoute speakers ${format}\n${source}`).digest('hex');
}

function wordsOf({ labels, confidence, opens, cues, inventions }: SpeakerList): SpeakerWords {
  const patterns = cues.map(({ pattern, weight }) => ({ pattern: new RegExp(pattern), weight }));
  return {
    labels: new Map(labels),
    cues: { confidence, opens, patterns },
    inventions: inventions.map((pattern) => new RegExp(pattern)),
  };
}
