// What the trained ear looks at in a turn: words, stems and letter groups, what the phrases heard here and around, the
// place of the turn, and what was said before. Features are hashes; families are weighed by their size.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';
import { token } from '../text/vocabulary.ts';
import {
  aroundFeatures,
  contextWeight,
  feelingFeatures,
  heardFeatures,
  type PhraseKeys,
  phraseKeys,
} from './context-features.ts';
import { type Features, share } from './feature-list.ts';
import { type Lexemes, lexemes } from './lexemes.ts';
import { placeFeatures, placeOf } from './place-features.ts';
import { kindNeighbours, kindsAlone, letters, neighbours, seed, single } from './word-features.ts';

export { emptyFeatures, type Features } from './feature-list.ts';

/** Total weight of each family of words in a turn: its features share it evenly (square root, as in a vector of unit length). */
export const wordWeight = { word: 1.4, stem: 1, kind: 1, letters: 1, before: 0.6 } as const;

/** Longest turn that is looked at, in tokens; what follows in a monologue adds nothing to one marker. */
export const maxTokens = 400;
/** Tokens of the other side's last words that count. */
export const maxBefore = 60;

/** What the ear takes from the rules. */
export type EarRules = Pick<Rules, 'words' | 'classes' | 'lemmas' | 'phrases'>;

/**
 * Makes `featurise(conversation, hearing, feelings, turn, features)`, which fills `features` anew; `feelings` is the
 * client's emotion as the lexicon reads it, turn by turn.
 */
export function featuriser(
  rules: EarRules,
): (
  conversation: Conversation,
  hearing: Hearing,
  feelings: readonly (number | null)[],
  turn: number,
  features: Features,
) => void {
  const known = lexemes(rules);
  const hears = phraseKeys(rules.phrases);
  const spoken = spokenFeatures(known, hears);
  const line = new Int32Array(maxBefore);

  return function featurise(conversation, hearing, feelings, turn, features) {
    spoken(conversation, hearing, turn, features);
    const before = hearing.order.before(turn);
    beforeFeatures(features, conversation, hearing, before);
    aroundFeatures(features, hears, conversation, hearing, before, turn);
    feelingFeatures(features, conversation, feelings, before, turn);
    const n = Math.min(hearing.turns[turn]!.tokens.count, maxTokens);
    const first = features.count;
    placeFeatures(features, placeOf(conversation, hearing, turn, n));
    features.value.fill(contextWeight.place, first, features.count);
  };

  function beforeFeatures(
    features: Features,
    conversation: Conversation,
    hearing: Hearing,
    before: readonly number[],
  ): void {
    const first = features.count;
    let left = maxBefore;
    for (const other of before) {
      const { tokens } = hearing.turns[other]!;
      const from = Math.max(0, tokens.count - left);
      const n = known.read(tokens, conversation.turns[other]!.text, from, tokens.count, line);
      left -= n;
      for (let i = 0; i < n; i++) single(features, seed.before, known.word[line[i]!]!, i);
      neighbours(features, seed.before, known.word, line, n);
    }
    features.from.fill(-1, first, features.count);
    features.to.fill(-1, first, features.count);
    share(features, first, wordWeight.before);
  }
}

/** Makes `spoken(conversation, hearing, turn, features)`: the features, anew, that lie in words of the turn. */
export function spokenFeatures(
  known: Lexemes,
  hears: PhraseKeys,
): (conversation: Conversation, hearing: Hearing, turn: number, features: Features) => void {
  const line = new Int32Array(maxTokens);

  return function spoken(conversation, hearing, turn, features) {
    features.count = 0;
    const { tokens } = hearing.turns[turn]!;
    const { text } = conversation.turns[turn]!;
    const n = known.read(tokens, text, 0, Math.min(tokens.count, maxTokens), line);
    for (let i = 0; i < n; i++) single(features, seed.word, known.word[line[i]!]!, i);
    neighbours(features, seed.word, known.word, line, n);
    share(features, 0, wordWeight.word);
    let first = features.count;
    for (let i = 0; i < n; i++) single(features, seed.stem, known.stem[line[i]!]!, i);
    neighbours(features, seed.stem, known.stem, line, n);
    share(features, first, wordWeight.stem);
    first = features.count;
    for (let i = 0; i < n; i++) kindsAlone(features, known, line[i]!, i);
    kindNeighbours(features, known, line, n);
    share(features, first, wordWeight.kind);
    first = features.count;
    for (let i = 0; i < n; i++)
      if (tokens.id[i] === token.unknown) letters(features, text, tokens.start[i]!, tokens.end[i]!, i);
    share(features, first, wordWeight.letters);
    heardFeatures(features, hears, hearing, turn);
  };
}
