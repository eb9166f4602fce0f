// Conversations listened to while they go on, with the language guesser that pure code is handed from outside.
import { type Listening, listener, type Opening } from '../analyse.ts';
import type { Rules } from '../model/rules.ts';
import { languageGuesser } from './language-guesser.ts';

/** Makes `listen(opening)` for the rules in force. */
export async function conversationListener(rules: Rules): Promise<(opening: Opening) => Listening> {
  return listener(rules, { guessLanguage: await languageGuesser() });
}
