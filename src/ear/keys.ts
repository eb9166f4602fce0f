// Keys of features: small integer hashes of words, stems, letter groups and names.
import { createRequire } from 'node:module';
import { fold, foldTable } from '../text/fold.ts';
import { hashText } from '../text/vocabulary.ts';

/** Combines two keys (order matters); the finaliser of MurmurHash3 spreads the bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) | 0;
}

let stemmer: { stem(word: string): string } | undefined;

/** Key of a word's French stem (Porter, as in Snowball). Slow: to be asked once a word. */
export function stemKey(word: string): number {
  stemmer ??= createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer_fr.js') as typeof stemmer;
  return hashText(stemmer!.stem(fold(word)));
}

/** Folds the word at a place of a text into `into`, with a border (95) on both sides; returns its length. */
export function foldWord(text: string, start: number, end: number, into: Uint16Array): number {
  let length = 0;
  into[length++] = 95;
  for (let i = start; i < end && length < into.length - 1; i++) {
    const folded = foldTable[text.charCodeAt(i)]!;
    if (folded >= 48) into[length++] = folded;
  }
  into[length++] = 95;
  return length;
}
