// Whether a transcript is the one that an assessment was made from: quotes of another text would mislead.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';

/** As many turns, and every quote where it is said to be; masked characters of a redacted score match anything. */
export function fits(assessment: Assessment, { turns }: Conversation): boolean {
  if (turns.length !== assessment.turns) return false;
  return assessment.evidence.every(({ turn, start, end, quote }) => {
    const said = turns[turn]?.text.slice(start, end);
    if (said === undefined || said.length !== quote.length) return false;
    if (said === quote) return true;
    for (let at = 0; at < said.length; at++) if (quote[at] !== said[at] && quote[at] !== '•') return false;
    return true;
  });
}
