// The judge of one conversation, as every command uses it.
import { analyser } from '../analyse.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Rules } from '../model/rules.ts';
import { languageGuesser } from './language-guesser.ts';
import type { Veil } from './veil.ts';

/** Makes `judge(conversation)` for the rules in force; a veil hides people from what comes out. */
export async function conversationJudge(
  rules: Rules,
  veil?: Veil,
): Promise<(conversation: Conversation) => Assessment> {
  const judge = await judgeOf(rules);
  return veil === undefined ? judge : (conversation) => veil.assessment(judge(conversation), conversation);
}

const judges = new WeakMap<Rules, Promise<(conversation: Conversation) => Assessment>>();

/** Made once for all the files of a run. */
function judgeOf(rules: Rules): Promise<(conversation: Conversation) => Assessment> {
  let judge = judges.get(rules);
  if (judge === undefined) {
    judge = languageGuesser().then((guessLanguage) => analyser(rules, { guessLanguage }));
    judges.set(rules, judge);
  }
  return judge;
}
