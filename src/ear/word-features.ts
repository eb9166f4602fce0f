// Features of words: their forms, stems and kinds alone and beside their neighbours, and the letters of unknown ones.
// What a word shows alone depends on nothing else, so that it need not be asked twice.
import { add, type Features, makeRoom } from './feature-list.ts';
import { foldWord, mix } from './keys.ts';
import type { Lexemes } from './lexemes.ts';

/** Where the hashes of a family of words start. */
export const seed = { word: 0x1f3d, stem: 0x2b47, letters: 0x3c59, before: 0x4d6b } as const;
const kindSeed = 0xadc7;

/** Adds a key alone. */
export function single(features: Features, family: number, key: number, at: number): void {
  add(features, mix(family, key), at, at);
}

/** Adds the keys of a line of `n` lexemes two by two. */
export function neighbours(features: Features, family: number, keys: Int32Array, line: Int32Array, n: number): void {
  makeRoom(features, n);
  const { key, from, to } = features;
  let at = features.count;
  for (let i = 0; i + 1 < n; i++) {
    key[at] = mix(mix(family, keys[line[i]!]!), keys[line[i + 1]!]!);
    from[at] = i;
    to[at++] = i + 1;
  }
  features.count = at;
}

/** Adds the kinds of a lexeme: what it means rather than how it is written. */
export function kindsAlone(
  features: Features,
  { kinds, kindsFrom, kindsTo }: Lexemes,
  lexeme: number,
  at: number,
): void {
  for (let k = kindsFrom[lexeme]!; k < kindsTo[lexeme]!; k++) add(features, mix(kindSeed, kinds[k]!), at, at);
}

/** Adds the kinds of each lexeme of a line with the stems one and two places before and after it. */
export function kindNeighbours(
  features: Features,
  { kinds, kindsFrom, kindsTo, stem }: Lexemes,
  line: Int32Array,
  n: number,
): void {
  for (let at = 0; at < n; at++) {
    const firstKind = kindsFrom[line[at]!]!;
    const endOfKinds = kindsTo[line[at]!]!;
    if (firstKind === endOfKinds) continue;
    makeRoom(features, (endOfKinds - firstKind) * 4);
    const { key, from, to } = features;
    let end = features.count;
    const before = at > 0 ? mix(kindSeed + 1, stem[line[at - 1]!]!) : 0;
    const twoBefore = at > 1 ? mix(kindSeed + 3, stem[line[at - 2]!]!) : 0;
    const after = at + 1 < n ? stem[line[at + 1]!]! : 0;
    const twoAfter = at + 2 < n ? stem[line[at + 2]!]! : 0;
    for (let k = firstKind; k < endOfKinds; k++) {
      const kind = kinds[k]!;
      if (at > 0) {
        key[end] = mix(before, kind);
        from[end] = at - 1;
        to[end++] = at;
      }
      if (at > 1) {
        key[end] = mix(twoBefore, kind);
        from[end] = at - 2;
        to[end++] = at;
      }
      if (at + 1 < n) {
        key[end] = mix(mix(kindSeed + 2, kind), after);
        from[end] = at;
        to[end++] = at + 1;
      }
      if (at + 2 < n) {
        key[end] = mix(mix(kindSeed + 4, kind), twoAfter);
        from[end] = at;
        to[end++] = at + 2;
      }
    }
    features.count = end;
  }
}

const folded = new Uint16Array(64);

/** Adds groups of 3 to 5 letters of a word that no phrase knows: typing slips and speech-to-text noise share most of them. */
export function letters(features: Features, text: string, start: number, end: number, at: number): void {
  const length = foldWord(text, start, end, folded);
  if (length < 4) return;
  for (let i = 0; i < length; i++) {
    let hash: number = seed.letters;
    for (let size = 0; size < 5 && i + size < length; size++) {
      hash = mix(hash, folded[i + size]!);
      if (size >= 2) add(features, hash, at, at);
    }
  }
}
