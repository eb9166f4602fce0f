// The language of a conversation, one decision a side: common French words first, franc where they leave a doubt.
import type { Conversation } from '../model/conversation.ts';
import { fold } from '../text/fold.ts';

export interface Language {
  /** ISO 639-3, `und` where too little was said. */
  readonly code: string;
  readonly isFrench: boolean;
  /** Two languages between the two sides. */
  readonly isBilingual: boolean;
}

/** Guesses one language from text; ISO 639-3 or `und`. */
export type Guess = (text: string) => string;

/** Characters of each side that are looked at. */
const sample = 400;
/** Share of common words above which a text is French without asking further. */
const clear = 0.25;
/** Words under which nothing is decided against French. */
const tooFew = 8;

const common = new Set(
  'je tu il elle on nous vous ils elles le la les un une des du de et est pas que qui pour dans sur avec mon ma mes votre vos notre ce cette ca ai avez suis sont oui non merci bonjour mais ou donc plus tres bien fait faire ete au aux en y ne se sa si j c l d n qu m s t euh ben bjr svp voila'.split(
    ' ',
  ),
);

/** Decides the language of a conversation; `guess` is asked only where common words do not tell. */
export function languageOf(conversation: Conversation, guess: Guess): Language {
  const agent = sideLanguage(conversation, 'agent', guess);
  const client = sideLanguage(conversation, 'client', guess);
  const known = [client, agent].filter((code) => code !== 'und');
  const isFrench = known.length === 0 || known.includes('fra');
  const code = known.length === 0 ? 'und' : isFrench ? 'fra' : known[0]!;
  return { code, isFrench, isBilingual: known.length === 2 && known[0] !== known[1] };
}

function sideLanguage({ turns }: Conversation, role: 'agent' | 'client', guess: Guess): string {
  let text = '';
  for (const turn of turns) {
    if (turn.role !== role) continue;
    text += `${turn.text} `;
    if (text.length >= sample) break;
  }
  const words = fold(text.slice(0, sample))
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  if (words.length === 0) return 'und';
  const share = words.filter((word) => common.has(word)).length / words.length;
  if (share >= clear) return 'fra';
  if (words.length < tooFew) return share > 0 ? 'fra' : 'und';
  return guess(text.slice(0, sample));
}
