// The judge of one conversation, with the language guesser that the pure `analyse` is handed from outside.

import { analyser } from '../analyse.ts';
import type { Guess } from '../detect/language.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Rules } from '../model/rules.ts';
import type { Veil } from './veil.ts';

/** Languages that contact centres of French-speaking countries meet; more of them make short texts less certain. */
const expected = ['fra', 'eng', 'spa', 'ita', 'nld', 'deu', 'por', 'arb'];

/** Makes `judge(conversation)` for the rules in force, as every command uses it; a veil hides people from what comes out. */
export async function conversationJudge(
  rules: Rules,
  veil?: Veil,
): Promise<(conversation: Conversation) => Assessment> {
  const { franc } = await import('franc');
  const guessLanguage: Guess = (text) => franc(text, { only: expected, minLength: 3 });
  const judge = analyser(rules, { guessLanguage });
  return veil === undefined ? judge : (conversation) => veil.assessment(judge(conversation), conversation);
}
