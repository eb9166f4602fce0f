// Hides the names of given people and nothing else.
import { mask } from './mask.ts';
import { knownWords } from './names.ts';

/** Hides every part of these names, wherever it comes up. */
export function nameHider(people: readonly string[]): (text: string) => string {
  return (text) => (people.length === 0 ? text : mask(text, knownWords(text, people)));
}
