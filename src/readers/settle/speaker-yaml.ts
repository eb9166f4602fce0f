// The text of `speakers.yaml` → what it says as plain data, or every fault of it with its line.
import type { YAMLMap } from 'yaml';
import type { Role } from '../../model/conversation.ts';
import { entriesOf, numberOf, readYaml, wordsOf, type YamlReading } from '../yaml-entries.ts';
import { wordsPattern } from './cue-score.ts';
import { foldLabel } from './speaker-words.ts';

/** What tells the speakers apart, as JSON can hold it: see `SpeakerWords`. Patterns are sources of regular expressions. */
export interface SpeakerList {
  readonly labels: readonly (readonly [label: string, role: Role])[];
  readonly confidence: number;
  readonly opens: number;
  readonly cues: readonly { readonly pattern: string; readonly weight: number }[];
  readonly inventions: readonly string[];
}

const roles: readonly Role[] = ['agent', 'client', 'bot', 'system'];
const keys = ['labels', 'cues', 'inventions'];

/** Reads the text of a file. Throws a RuleError with every fault of it. */
export function speakerList(source: string, file: string): SpeakerList {
  return readYaml(source, file, keys, listIn);
}

function listIn(root: YAMLMap, reading: YamlReading): SpeakerList {
  const parts = entriesOf(root, keys, reading);
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
    labels: [...labels],
    ...cuesIn(parts.get('cues'), reading),
    inventions: inventions.map((words) => `${wordsPattern(words)}$`),
  };
}

function cuesIn(node: unknown, reading: YamlReading): Pick<SpeakerList, 'confidence' | 'opens' | 'cues'> {
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
    cues: [...weighted('agent', 1), ...weighted('client', -1)],
  };
}
