// The judge of one conversation, with the language guesser that the pure `analyse` is handed from outside.

import { analyser } from '../analyse.ts';
import type { Guess } from '../detect/language.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Rules } from '../model/rules.ts';

/** Languages that contact centres of French-speaking countries meet; more of them make short texts less certain. */
const expected = ['fra', 'eng', 'spa', 'ita', 'nld', 'deu', 'por', 'arb'];

/** Makes `judge(conversation)` for the rules in force, as every command uses it. */
export async function conversationJudge(rules: Rules): Promise<(conversation: Conversation) => Assessment> {
  const { franc } = await import('franc');
  const guessLanguage: Guess = (text) => franc(text, { only: expected, minLength: 3 });
  return analyser(rules, { guessLanguage });
}
