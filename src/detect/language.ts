// The language of a conversation, one decision a side: common French words first, franc where they leave a doubt.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';
import { firstWordId, token } from '../text/vocabulary.ts';

export interface Language {
  /** ISO 639-3, `und` where too little was said. */
  readonly code: string;
  readonly isFrench: boolean;
  /** Two languages between the two sides. */
  readonly isBilingual: boolean;
}

/** Guesses one language from text; ISO 639-3 or `und`. */
export type Guess = (text: string) => string;

/** Tokens and characters of each side that are looked at. */
const sample = { tokens: 80, characters: 400 };
/** Share of common words above which a text is French without asking further. */
const clear = 0.25;
/** Words under which nothing is decided against French. */
const tooFew = 8;

const common =
  'je tu il elle on nous vous ils elles le la les un une des du de et est pas que qui pour dans sur avec mon ma mes votre vos notre ce cette ca ai avez suis sont oui non merci bonjour mais ou donc plus tres bien fait faire ete au aux en y se sa si te me voila'.split(
    ' ',
  );

/** Makes `languageOf(conversation, hearing)`; `guess` is asked only where common words do not tell. */
export function languageFinder(
  { words }: Pick<Rules, 'words'>,
  guess: Guess,
): (conversation: Conversation, hearing: Hearing) => Language {
  const wanted = new Set(common);
  const isCommon = new Uint8Array(words.length + firstWordId);
  words.forEach((word, i) => {
    if (wanted.has(word)) isCommon[i + firstWordId] = 1;
  });

  return (conversation, hearing) => {
    const client = sideLanguage(conversation, hearing, 'client');
    const agent = sideLanguage(conversation, hearing, 'agent');
    const known = [client, agent].filter((code) => code !== 'und');
    const isFrench = known.length === 0 || known.includes('fra');
    const code = known.length === 0 ? 'und' : isFrench ? 'fra' : known[0]!;
    return { code, isFrench, isBilingual: known.length === 2 && known[0] !== known[1] };
  };

  function sideLanguage({ turns }: Conversation, hearing: Hearing, role: 'agent' | 'client'): string {
    let seen = 0;
    let hits = 0;
    for (const { index, role: speaker } of turns) {
      if (speaker !== role || seen >= sample.tokens) continue;
      const { tokens } = hearing.turns[index]!;
      for (let i = 0; i < tokens.count && seen < sample.tokens; i++) {
        const id = tokens.id[i]!;
        if (id > token.unknown && id < firstWordId) continue;
        seen++;
        hits += isCommon[id]!;
      }
    }
    if (seen === 0) return 'und';
    if (hits / seen >= clear) return 'fra';
    if (seen < tooFew) return hits > 0 ? 'fra' : 'und';
    const said = turns.filter((turn) => turn.role === role).map((turn) => turn.text);
    return guess(said.join(' ').slice(0, sample.characters));
  }
}
