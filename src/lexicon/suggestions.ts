// `suggestions.yaml` → the library of suggestions, every fault told with its place.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, RuleError } from '../errors.ts';
import { type BehaviourId, behaviourIds } from '../model/behaviour.ts';
import type { Label } from '../model/scorecard.ts';
import type { Phrase, Suggestion, Suggestions } from '../model/suggestion.ts';
import { packageRoot } from '../package-file.ts';
import { type Field, type MarkedYaml, markedYaml, type YamlNode } from './marked-yaml.ts';

const keys = ['keep', 'aim', 'say', 'instead', 'try'];
const packageLexicons = join(packageRoot, 'lexicons');

/** Loads the library of a lexicon folder; a folder without one has none. Throws a RuleError that holds every fault. */
export function loadSuggestions(lexicons: string = packageLexicons): Suggestions {
  const file = join(lexicons, 'suggestions.yaml');
  if (!existsSync(file)) return {};
  const { suggestions, faults } = readSuggestions('suggestions.yaml', readFileSync(file, 'utf8'));
  if (faults.length > 0) throw new RuleError(faults);
  return suggestions;
}

/** Reads a library; what could not be understood is left out and told in `faults`. */
export function readSuggestions(file: string, text: string): { suggestions: Suggestions; faults: readonly Fault[] } {
  const yaml = markedYaml(file, text);
  if (yaml.faults.length > 0) return { suggestions: {}, faults: yaml.faults };
  const suggestions: Partial<Record<BehaviourId, Suggestion>> = {};
  for (const [name, { key, value }] of yaml.fields(yaml.root, 'the suggestions', null)) {
    const id = behaviourIds.find((known) => known === name);
    if (id) suggestions[id] = readOne(yaml, id, value);
    else yaml.fault(key, `there is no behaviour "${name}"; there are: ${behaviourIds.join(', ')}`);
  }
  return { suggestions, faults: yaml.faults };
}

function readOne(yaml: MarkedYaml, id: BehaviourId, node: YamlNode): Suggestion {
  const fields = yaml.fields(node, `"${id}"`, keys);
  const label = (name: string): Label => readLabel(yaml, fields.get(name)?.value ?? node, `"${name}" of "${id}"`);
  const phrases = (name: string): readonly Phrase[] =>
    yaml
      .items(fields.get(name)?.value ?? node, `"${name}" of "${id}"`)
      .map((item) => readPhrase(yaml, item, `a phrase of "${name}" of "${id}"`));
  return {
    keep: label('keep'),
    aim: label('aim'),
    say: phrases('say'),
    instead: phrases('instead'),
    try: label('try'),
  };
}

const moods = ['displeased', 'calm', 'any'] as const;

function readPhrase(yaml: MarkedYaml, node: YamlNode, what: string): Phrase {
  const fields = yaml.fields(node, what, ['fr', 'en', 'when']);
  const typed = fields.has('when') ? yaml.text(fields.get('when')!.value, `the mood of ${what}`) : 'any';
  const when = moods.find((mood) => mood === typed);
  if (when === undefined) yaml.fault(node, `"${typed}" is no mood of ${what}; allowed: ${moods.join(', ')}`);
  return { ...labelIn(yaml, fields, node, what), when: when ?? 'any' };
}

function readLabel(yaml: MarkedYaml, node: YamlNode, what: string): Label {
  return labelIn(yaml, yaml.fields(node, what, ['fr', 'en']), node, what);
}

function labelIn(yaml: MarkedYaml, fields: ReadonlyMap<string, Field>, node: YamlNode, what: string): Label {
  const text = (lang: 'fr' | 'en'): string =>
    yaml.text(fields.get(lang)?.value ?? node, `the ${lang} of ${what}`) ?? '';
  return { fr: text('fr'), en: text('en') };
}
