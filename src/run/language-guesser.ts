// The language guesser that pure code is handed from outside.
import type { Guess } from '../detect/language.ts';

/** Languages that contact centres of French-speaking countries meet; more of them make short texts less certain. */
const expected = ['fra', 'eng', 'spa', 'ita', 'nld', 'deu', 'por', 'arb'];

/** Guesses the language of a text; ISO 639-3. */
export async function languageGuesser(): Promise<Guess> {
  const { franc } = await import('franc');
  return (text) => franc(text, { only: expected, minLength: 3 });
}
