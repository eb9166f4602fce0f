// How inputs are understood, before anything is judged: what the readers tell, and the languages that are spoken.
import { hearer } from '../detect/hearing.ts';
import { languageFinder } from '../detect/language.ts';
import type { Rules } from '../model/rules.ts';
import { type Counted, type Inspection, inspect } from '../readers/inspect.ts';
import type { ReadOptions } from '../readers/read-inputs.ts';
import { languageGuesser } from './language-guesser.ts';

/** What is looked at, and the rules whose words tell French apart. */
export interface InspectionRun {
  readonly inputs: readonly string[];
  readonly reading: ReadOptions;
  readonly rules: Rules;
}

/** What a reading comes to, and the languages of its conversations (ISO 639-3; two where the two sides differ). */
export interface InspectedInputs extends Inspection {
  readonly languages: readonly Counted[];
}

/** Reads inputs to their end and tells how they were understood. */
export async function inspectInputs({ inputs, reading, rules }: InspectionRun): Promise<InspectedInputs> {
  const hear = hearer(rules);
  const languageOf = languageFinder(rules, await languageGuesser());
  const languages = new Map<string, number>();
  const inspection = await inspect(inputs, {
    ...reading,
    onConversation: (conversation) => {
      const { code, isFrench, isBilingual } = languageOf(conversation, hear(conversation));
      const what = isFrench && isBilingual ? 'bilingual' : code;
      languages.set(what, (languages.get(what) ?? 0) + 1);
    },
  });
  const counted = [...languages].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count);
  return { ...inspection, languages: counted };
}
