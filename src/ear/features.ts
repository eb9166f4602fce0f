// What the trained ear looks at in a turn: words, stems and letter groups, what the phrases heard here and around, the
// place of the turn, and what was said before. Features are hashes; families are weighed by their size.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';
import { mark } from '../text/tokens.ts';
import { firstWordId, hashText, token } from '../text/vocabulary.ts';
import { add, type Features, once, share } from './feature-list.ts';
import { foldWord, mix, stemKeys } from './keys.ts';
import { kindFeatures } from './kind-features.ts';
import { neighbour, places, sameSpeaker } from './place-features.ts';

export { emptyFeatures, type Features } from './feature-list.ts';

/** Total weight of each family in a turn: its features share it evenly (square root, as in a vector of unit length). */
const weight = {
  word: 1.4,
  stem: 1,
  kind: 1,
  letters: 1,
  before: 0.6,
  heard: 1,
  around: 0.4,
  place: 0.35,
} as const;

/** Longest turn that is looked at, in tokens; what follows in a monologue adds nothing to one marker. */
const maxTokens = 400;
/** Tokens of the other side's last words that count. */
const maxBefore = 60;

const seed = {
  word: 0x1f3d,
  stem: 0x2b47,
  letters: 0x3c59,
  before: 0x4d6b,
  heard: 0x5e7d,
  around: 0x6f8f,
  feeling: 0x8ba3,
} as const;
const personKey = 0x0badcafe;

/**
 * Makes `featurise(conversation, hearing, feelings, turn, features)`, which fills `features` anew; `feelings` is the
 * client's emotion as the lexicon reads it, turn by turn.
 */
export function featuriser({
  words,
  classes,
  lemmas,
}: Pick<Rules, 'words' | 'classes' | 'lemmas'>): (
  conversation: Conversation,
  hearing: Hearing,
  feelings: readonly (number | null)[],
  turn: number,
  features: Features,
) => void {
  const wordKeys = Int32Array.from(words, hashText);
  const kinds = kindFeatures(words.length, { ...classes, ...lemmas });
  const stems = stemKeys();
  const word = new Int32Array(maxTokens);
  const stem = new Int32Array(maxTokens);

  return function featurise(conversation, hearing, feelings, turn, features) {
    features.count = 0;
    const { tokens } = hearing.turns[turn]!;
    const { text, role } = conversation.turns[turn]!;
    const n = Math.min(tokens.count, maxTokens);
    for (let i = 0; i < n; i++) {
      word[i] = keyOf(hearing, turn, i);
      // Names have one key for all of them, and no stem: else the first name met would lend its own to every other.
      const isName = (tokens.marks[i]! & (mark.clientName | mark.agentName)) !== 0;
      stem[i] =
        !isName && (tokens.id[i] === token.unknown || tokens.id[i]! >= firstWordId)
          ? stems(word[i]!, () => wordText(text, tokens.id[i]!, tokens.start[i]!, tokens.end[i]!))
          : word[i]!;
    }
    let first = features.count;
    grams(features, seed.word, word, n, 3, true);
    share(features, first, weight.word);
    first = features.count;
    grams(features, seed.stem, stem, n, 2, true);
    share(features, first, weight.stem);
    first = features.count;
    for (let i = 0; i < n; i++) kinds(features, tokens.id[i]!, stem, i, n);
    share(features, first, weight.kind);
    first = features.count;
    for (let i = 0; i < n; i++)
      if (tokens.id[i] === token.unknown) letters(features, text, tokens.start[i]!, tokens.end[i]!, i);
    share(features, first, weight.letters);

    const before = hearing.order.before(turn);
    first = features.count;
    let left = maxBefore;
    for (const other of before) {
      const said = hearing.turns[other]!.tokens;
      const from = Math.max(0, said.count - left);
      let m = 0;
      for (let i = from; i < said.count; i++) word[m++] = keyOf(hearing, other, i);
      left -= m;
      grams(features, seed.before, word, m, 2, false);
    }
    share(features, first, weight.before);

    first = features.count;
    for (const { phrase, from, to } of hearing.turns[turn]!.heard)
      add(features, mix(seed.heard, nameKey(phrase.hears)), from, to - 1);
    for (const hears of hearing.turns[turn]!.silenced) add(features, mix(seed.heard + 1, nameKey(hears)), -1, -1);
    once(features, first, weight.heard);

    first = features.count;
    for (const other of before) around(features, hearing, other, 1);
    const previous = sameSpeaker(conversation, turn, -1);
    if (previous >= 0) around(features, hearing, previous, 2);
    const next = sameSpeaker(conversation, turn, 1);
    if (next >= 0) around(features, hearing, next, 3);
    const answer = neighbour(conversation, turn, 1);
    if (answer >= 0 && conversation.turns[answer]!.role !== role) around(features, hearing, answer, 4);
    once(features, first, weight.around);

    first = features.count;
    for (const other of [turn, previous, ...before]) {
      const feeling = other < 0 ? null : feelings[other];
      if (feeling !== null && feeling !== undefined)
        add(features, mix(mix(seed.feeling, feeling), other === turn ? 0 : other === previous ? 1 : 2), -1, -1);
    }
    once(features, first, weight.heard);

    first = features.count;
    places(features, conversation, hearing, turn, n);
    once(features, first, weight.place);
  };

  /** Key of a token: its word (repaired), a name, or its kind. */
  function keyOf(hearing: Hearing, turn: number, i: number): number {
    const { tokens } = hearing.turns[turn]!;
    const id = tokens.id[i]!;
    if ((tokens.marks[i]! & (mark.clientName | mark.agentName)) !== 0)
      return personKey ^ (tokens.marks[i]! & mark.clientName);
    if (id >= firstWordId) return wordKeys[id - firstWordId]!;
    return id === token.unknown ? tokens.hash[i]! : id;
  }

  function wordText(text: string, id: number, start: number, end: number): string {
    return id >= firstWordId ? words[id - firstWordId]! : text.slice(start, end);
  }
}

function around(features: Features, hearing: Hearing, turn: number, where: number): void {
  for (const { phrase } of hearing.turns[turn]!.heard)
    add(features, mix(mix(seed.around, where), nameKey(phrase.hears)), -1, -1);
}

function grams(
  features: Features,
  family: number,
  keys: Int32Array,
  n: number,
  longest: number,
  isHere: boolean,
): void {
  for (let i = 0; i < n; i++) {
    let hash = family;
    for (let size = 0; size < longest && i + size < n; size++) {
      hash = mix(hash, keys[i + size]!);
      add(features, hash, isHere ? i : -1, isHere ? i + size : -1);
    }
  }
}

const foldedUnits = new Uint16Array(64);

/** Groups of 3 to 5 letters of words that no phrase knows: typing slips and speech-to-text noise still share most of them. */
function letters(features: Features, text: string, start: number, end: number, at: number): void {
  const length = foldWord(text, start, end, foldedUnits);
  if (length < 4) return;
  for (let i = 0; i < length; i++) {
    let hash: number = seed.letters;
    for (let size = 0; size < 5 && i + size < length; size++) {
      hash = mix(hash, foldedUnits[i + size]!);
      if (size >= 2) add(features, hash, at, at);
    }
  }
}

const keysOfNames = new Map<string, number>();

/** Key of a marker or part. */
function nameKey(name: string): number {
  let key = keysOfNames.get(name);
  if (key === undefined) {
    key = hashText(name);
    keysOfNames.set(name, key);
  }
  return key;
}
