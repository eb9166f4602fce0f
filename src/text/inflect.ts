// Every form of a lemma, at rule-compile time only: verbs from the Lefff, adjectives and nouns by gender and number.
import { createRequire } from 'node:module';
import type * as Adjectives from 'french-adjectives';

const require = createRequire(import.meta.url);

/** Tenses that service talk uses; simple past and imperfect subjunctive are left out (they collide with other words). */
const tenses = ['P', 'S', 'Y', 'I', 'G', 'K', 'F', 'C', 'W'] as const;

type Conjugations = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

let conjugations: Conjugations | undefined;
let adjectives: typeof Adjectives | undefined;

/** Forms of a verb, adjective or noun, the lemma among them; accents and case as in the dictionary. */
export function inflect(lemma: string): readonly string[] {
  conjugations ??= require('french-verbs-lefff/dist/conjugations.json') as Conjugations;
  const verb = conjugations[lemma];
  if (verb) {
    const forms = new Set<string>([lemma]);
    for (const tense of tenses) for (const form of verb[tense] ?? []) if (form !== 'NA') forms.add(form);
    for (const participle of verb.K ?? []) for (const form of agreed(participle)) forms.add(form);
    return [...forms];
  }
  return [...new Set(agreed(lemma))];
}

/** Whether a lemma is a verb of the dictionary. */
export function isVerb(lemma: string): boolean {
  conjugations ??= require('french-verbs-lefff/dist/conjugations.json') as Conjugations;
  return lemma in conjugations;
}

function agreed(word: string): string[] {
  adjectives ??= require('french-adjectives') as typeof Adjectives;
  const forms = [word];
  for (const gender of ['M', 'F'] as const)
    for (const number of ['S', 'P'] as const)
      forms.push(adjectives.agree(word, gender, number, null, false, undefined));
  return forms;
}
