// `scorecard.yaml` → the scorecard in force: sections, word classes and behaviours, every fault told with its place.
import { isMap, isScalar } from 'yaml';
import type { Fault } from '../errors.ts';
import { type BehaviourId, behaviourIds } from '../model/behaviour.ts';
import type { BehaviourRule, Condition, Label, Scorecard, Section, WordClass } from '../model/scorecard.ts';
import { fold } from '../text/fold.ts';
import { type MarkedYaml, markedYaml, type YamlNode } from './marked-yaml.ts';
import { type Named, readCondition } from './scorecard-condition.ts';

const behaviourKeys = [
  'label',
  'section',
  'weight',
  'critical',
  'occasion',
  'shown',
  'violated',
  'outweighed',
  'trained',
];

/** Reads a scorecard; what could not be understood is left out and told in `faults`. */
export function loadScorecard(file: string, text: string): { scorecard: Scorecard; faults: Fault[] } {
  const yaml = markedYaml(file, text);
  if (yaml.faults.length > 0) return { scorecard: { sections: [], words: [], behaviours: [] }, faults: yaml.faults };
  const top = yaml.fields(yaml.root, 'a scorecard', ['sections', 'words', 'situations', 'behaviours']);
  const sections = readSections(yaml, top.get('sections')?.value);
  const words = top.has('words') ? readWords(yaml, top.get('words')!.value) : [];
  const named = { words: words.map((entry) => entry.name), situations: new Map<string, Condition>() };
  if (top.has('situations'))
    for (const [name, { value }] of yaml.fields(top.get('situations')!.value, 'situations', null))
      named.situations.set(name, readCondition(yaml, value, named));
  const behaviours: BehaviourRule[] = [];
  for (const [name, { key, value }] of yaml.fields(top.get('behaviours')?.value, 'behaviours', null)) {
    const id = behaviourIds.find((known) => known === name);
    if (id) behaviours.push(readBehaviour(yaml, id, value, sections, named));
    else yaml.fault(key, `there is no behaviour "${name}"; there are: ${behaviourIds.join(', ')}`);
  }
  return { scorecard: { sections, words, behaviours }, faults: yaml.faults };
}

function readBehaviour(
  yaml: MarkedYaml,
  id: BehaviourId,
  node: YamlNode,
  sections: readonly Section[],
  named: Named,
): BehaviourRule {
  const fields = yaml.fields(node, `behaviour "${id}"`, behaviourKeys);
  const condition = (name: string) => {
    const field = fields.get(name);
    return field && readCondition(yaml, field.value, named);
  };
  const sectionNode = fields.get('section')?.value;
  const section = yaml.text(sectionNode ?? node, `the section of "${id}"`) ?? '';
  if (section && !sections.some((known) => known.id === section))
    yaml.fault(
      sectionNode,
      `there is no section "${section}"; there are: ${sections.map((s) => s.id).join(', ') || 'none'}`,
    );
  const shown = condition('shown');
  if (!shown && isMap(node)) yaml.fault(node, `behaviour "${id}" needs "shown"`);
  const occasion = condition('occasion');
  const violated = condition('violated');
  const outweighed = condition('outweighed');
  return {
    id,
    label: readLabel(yaml, fields.get('label')?.value ?? node, `the label of "${id}"`),
    section,
    weight: fields.has('weight') ? (yaml.number(fields.get('weight')!.value, 'weight', 0) ?? 1) : 1,
    critical: readYes(yaml, fields.get('critical')?.value, 'critical'),
    ...(occasion && { occasion }),
    shown: shown ?? { kind: 'any', of: [] },
    ...(violated && { violated }),
    ...(outweighed && { outweighed }),
    trained: readYes(yaml, fields.get('trained')?.value, 'trained'),
  };
}

function readSections(yaml: MarkedYaml, node: YamlNode): readonly Section[] {
  return [...yaml.fields(node, 'sections', null)].map(([id, { value }]) => ({
    id,
    label: readLabel(yaml, value, `section "${id}"`),
  }));
}

function readLabel(yaml: MarkedYaml, node: YamlNode, what: string): Label {
  const fields = yaml.fields(node, what, ['fr', 'en']);
  const side = (lang: string) => yaml.text(fields.get(lang)?.value ?? node, `${what} in "${lang}"`) ?? '';
  return { fr: side('fr'), en: side('en') };
}

function readWords(yaml: MarkedYaml, node: YamlNode): readonly WordClass[] {
  return [...yaml.fields(node, 'words', null)].map(([name, { value }]) => ({
    name,
    phrases: yaml.items(value, `word class "${name}"`).flatMap((item) => {
      const said = yaml.text(item, `an entry of "${name}"`);
      const phrase = said === undefined ? [] : (fold(said).match(/[a-z0-9]+\*?/g) ?? []);
      if (said !== undefined && phrase.length === 0) yaml.fault(item, `"${said}" holds no word`);
      if (phrase.some((word) => word.endsWith('*') && word.length < 4))
        yaml.fault(item, `"${said}" is too short to be completed; give at least three letters before *`);
      return phrase.length > 0 ? [phrase] : [];
    }),
  }));
}

function readYes(yaml: MarkedYaml, node: YamlNode, what: string): boolean {
  if (node === undefined) return false;
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  yaml.fault(node, `${what} must be true or false`);
  return false;
}
