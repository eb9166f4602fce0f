// What the ear knows of a word by itself: the keys of its form and stem, and its kinds (classes and lemmas). Every
// distinct word has a number and is looked at once; the features of a turn are made of these numbers.
import type { Rules } from '../model/rules.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, hashText, hashUnits, token } from '../text/vocabulary.ts';
import { foldWord, mix, stemKey } from './keys.ts';

export interface Lexemes {
  /** Numbers the tokens from `from` up to `to` of a turn into `line`; returns how many. Numbers hold until the next call. */
  read(tokens: Tokens, text: string, from: number, to: number, line: Int32Array): number;
  /** Rises when numbers are given anew. */
  readonly generation: number;
  /** By number: key of the word (repaired), of all names, or of a kind of token. */
  readonly word: Int32Array;
  /** By number: key of the stem; where there is none, of the word. */
  readonly stem: Int32Array;
  /** By number: where its kinds lie in `kinds`. */
  readonly kindsFrom: Int32Array;
  readonly kindsTo: Int32Array;
  readonly kinds: Int32Array;
}

/** Names and words that no phrase knows: as many are kept before the memory of them starts afresh. */
const maxMet = 1 << 14;
const slots = maxMet * 4;
const personKey = 0x0badcafe;
const isName = mark.clientName | mark.agentName;
const units = new Uint16Array(64);

/** The lexemes of the rules' words; others are met as they come. */
export function lexemes({ words, classes, lemmas }: Pick<Rules, 'words' | 'classes' | 'lemmas'>): Lexemes {
  const firstMet = words.length + firstWordId;
  const size = firstMet + maxMet;
  const word = new Int32Array(size);
  const stem = new Int32Array(size);
  const isStemmed = new Uint8Array(firstMet);
  const { kinds, kindsFrom, kindsTo } = kindsOf(size, { ...classes, ...lemmas });
  /** Triples: what tells a word met from the others (two numbers), and its lexeme; 0: free. */
  const met = new Int32Array(slots * 3);
  let next = firstMet;
  for (let id = 0; id < firstWordId; id++) word[id] = stem[id] = id;
  isStemmed.fill(1, 0, firstWordId);
  for (let i = 0; i < words.length; i++) word[i + firstWordId] = hashText(words[i]!);

  const known: Lexemes & { generation: number } = { generation: 0, word, stem, kindsFrom, kindsTo, kinds, read };
  return known;

  function read(tokens: Tokens, text: string, from: number, to: number, line: Int32Array): number {
    if (next + to - from > size) forget();
    const { id, marks } = tokens;
    for (let i = from; i < to; i++) {
      const own = id[i]!;
      if (own === token.unknown || (marks[i]! & isName) !== 0) line[i - from] = meet(tokens, text, i);
      else {
        if (isStemmed[own] === 0) {
          isStemmed[own] = 1;
          stem[own] = stemKey(words[own - firstWordId]!);
        }
        line[i - from] = own;
      }
    }
    return to - from;
  }

  /** The lexeme of a name or an unknown word: how it is written tells it from others with the same hash. */
  function meet({ id, hash, marks, start, end }: Tokens, text: string, i: number): number {
    const own = id[i]!;
    const name = marks[i]! & isName;
    const first = own === token.unknown ? hash[i]! : own;
    let second = name;
    if (own === token.unknown) second = mix(hashUnits(units, foldWord(text, start[i]!, end[i]!, units)), name);
    let at = (mix(first, second) >>> 0) % slots;
    while (met[at * 3 + 2] !== 0) {
      if (met[at * 3] === first && met[at * 3 + 1] === second) return met[at * 3 + 2]!;
      at = (at + 1) % slots;
    }
    const lexeme = next++;
    met[at * 3] = first;
    met[at * 3 + 1] = second;
    met[at * 3 + 2] = lexeme;
    // Names have one key for all of them, and no stem.
    word[lexeme] = name ? personKey ^ (name & mark.clientName) : first;
    stem[lexeme] = name ? word[lexeme]! : stemKey(text.slice(start[i]!, end[i]!));
    kindsFrom[lexeme] = kindsFrom[own]!;
    kindsTo[lexeme] = kindsTo[own]!;
    return lexeme;
  }

  function forget(): void {
    met.fill(0);
    next = firstMet;
    known.generation++;
  }
}

function kindsOf(
  size: number,
  sets: Readonly<Record<string, readonly number[]>>,
): Pick<Lexemes, 'kinds' | 'kindsFrom' | 'kindsTo'> {
  const byId = new Map<number, number[]>();
  for (const [name, ids] of Object.entries(sets)) {
    const key = hashText(name);
    for (const id of ids) {
      const keys = byId.get(id);
      if (id < firstWordId) continue;
      if (keys) keys.push(key);
      else byId.set(id, [key]);
    }
  }
  const kindsFrom = new Int32Array(size);
  const kindsTo = new Int32Array(size);
  const kinds: number[] = [];
  for (const [id, keys] of byId) {
    kindsFrom[id] = kinds.length;
    kinds.push(...keys);
    kindsTo[id] = kinds.length;
  }
  return { kinds: Int32Array.from(kinds), kindsFrom, kindsTo };
}
