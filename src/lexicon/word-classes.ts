// The files of `words/`: classes (`#Contrariété`) as lists, and the spoken and typed forms that stand for words.
import type { Fault } from '../errors.ts';
import { fold } from '../text/fold.ts';
import type { LexiconText } from './lexicon-text.ts';
import type { WordCollector } from './word-collector.ts';
import { entriesOf, itemsOf, scalarOf, yamlFile } from './yaml-text.ts';

const spokenForms = 'words/spoken-forms.yaml';

/** Reads every word file: declares the spoken forms to the collector, returns the entries of each class. */
export function wordClasses(
  files: readonly LexiconText[],
  collector: WordCollector,
  faults: Fault[],
): Map<string, string[]> {
  const classes = new Map<string, string[]>();
  const spoken = files.find((f) => f.path === spokenForms);
  if (spoken) readSpokenForms(spoken, collector, faults);
  for (const { path, text } of files) {
    if (!path.startsWith('words/') || !path.endsWith('.yaml') || path === spokenForms) continue;
    const yaml = yamlFile(path, text);
    faults.push(...yaml.faults);
    for (const [name, keyNode, value] of entriesOf(yaml.root)) {
      const items = itemsOf(value);
      if (!items || items.length === 0) faults.push(yaml.fault(keyNode, `the class ${name} needs a list of words`));
      if (classes.has(name)) faults.push(yaml.fault(keyNode, `the class ${name} is there twice`));
      const entries = (items ?? []).map((item) => {
        const entry = scalarOf(item);
        if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
        faults.push(yaml.fault(item, 'a word or a {lemma} is expected'));
        return '';
      });
      classes.set(
        name,
        entries.filter((entry) => entry !== ''),
      );
    }
  }
  return classes;
}

/** `chuis: je suis`; an empty value drops the form (hesitations, `ne`). */
function readSpokenForms(file: LexiconText, collector: WordCollector, faults: Fault[]): void {
  const yaml = yamlFile(file.path, file.text);
  faults.push(...yaml.faults);
  for (const [form, keyNode, value] of entriesOf(yaml.root)) {
    const folded = fold(form);
    const meaning = scalarOf(value);
    if (!/^[a-z]+$/.test(folded))
      faults.push(yaml.fault(keyNode, `found the form "${form}"; a single word of letters is expected`));
    else if (typeof meaning !== 'string')
      faults.push(yaml.fault(keyNode, `the form "${form}" needs the words it stands for, or ""`));
    else collector.alias(folded, meaning === '' ? [] : collector.ids(meaning));
  }
}
