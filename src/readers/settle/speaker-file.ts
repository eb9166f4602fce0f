// `speakers.yaml` → the words that tell the speakers apart, or every fault of it with its line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { YAMLMap } from 'yaml';
import { IoError } from '../../errors.ts';
import type { Role } from '../../model/conversation.ts';
import { packageText } from '../../package-file.ts';
import type { YamlReading } from '../yaml-entries.ts';
import { type Cues, wordsPattern } from './cue-score.ts';
import { foldLabel, type SpeakerWords } from './speaker-words.ts';

const roles: readonly Role[] = ['agent', 'client', 'bot', 'system'];
const own = 'lexicons/speakers.yaml';
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

async function readWords(folder: string | undefined): Promise<SpeakerWords> {
  const file = folder === undefined ? own : join(folder, 'speakers.yaml');
  let source: string;
  try {
    source = folder === undefined ? packageText(own) : readFileSync(file, 'utf8');
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return speakerWords();
    throw new IoError(`${file}: cannot be read: ${(error as Error).message}`, 66);
  }
  // Reading YAML takes longer to load than all readers together.
  const { readYaml, ...yaml } = await import('../yaml-entries.ts');
  return readYaml(source, file, ['labels', 'cues', 'inventions'], (root, reading) => wordsIn(root, reading, yaml));
}

type Yaml = Omit<typeof import('../yaml-entries.ts'), 'readYaml'>;

function wordsIn(root: YAMLMap, reading: YamlReading, yaml: Yaml): SpeakerWords {
  const { entriesOf, wordsOf } = yaml;
  const parts = entriesOf(root, ['labels', 'cues', 'inventions'], reading);
  const labels = new Map<string, Role>();
  for (const [role, list] of entriesOf(parts.get('labels'), roles, reading))
    for (const label of wordsOf(list, reading)) {
      const folded = foldLabel(label);
      const other = labels.get(folded);
      if (other !== undefined && other !== role)
        reading.fault(reading.at(list), `"${label}" is both ${other} and ${role}`);
      labels.set(folded, role as Role);
    }
  const inventions = parts.has('inventions') ? wordsOf(parts.get('inventions'), reading) : [];
  return {
    labels,
    cues: cuesOf(parts.get('cues'), reading, yaml),
    inventions: inventions.map((words) => new RegExp(`${wordsPattern(words).source}$`)),
  };
}

function cuesOf(node: unknown, reading: YamlReading, { entriesOf, numberOf }: Yaml): Cues {
  const parts = entriesOf(node, ['confidence', 'opens', 'agent', 'client'], reading);
  const weighted = (side: string, sign: number) =>
    [...entriesOf(parts.get(side), undefined, reading)].map(([words, weight]) => ({
      pattern: wordsPattern(words),
      weight: sign * (numberOf(weight, reading) ?? 0),
    }));
  const confidence = parts.has('confidence') ? (numberOf(parts.get('confidence'), reading) ?? 0.9) : 0.9;
  if (confidence < 0.5 || confidence >= 1)
    reading.fault(
      reading.at(parts.get('confidence')),
      `confidence: ${confidence}; from 0.5 to less than 1 is expected`,
    );
  return {
    confidence,
    opens: parts.has('opens') ? (numberOf(parts.get('opens'), reading) ?? 0) : 0,
    patterns: [...weighted('agent', 1), ...weighted('client', -1)],
  };
}
