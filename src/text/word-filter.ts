// Whether a folded word is French at all, in half a megabyte: a Bloom filter over a dictionary. It may take one
// strange word in a hundred for French (which then goes unrepaired), never the other way round.
import { hashUnits } from './vocabulary.ts';

const hashes = 5;

export interface WordFilter {
  has(word: string): boolean;
}

/** Builds the filter's bits over folded words. */
export function wordFilterBits(words: Iterable<string>, count: number): Uint8Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, count * 8)));
  const bits = new Uint8Array(size / 8);
  for (const word of words)
    eachBit(word, size, (at) => {
      bits[at >> 3]! |= 1 << (at & 7);
      return true;
    });
  return bits;
}

export function wordFilter(bits: Uint8Array): WordFilter {
  const size = bits.length * 8;
  return { has: (word) => eachBit(word, size, (at) => (bits[at >> 3]! & (1 << (at & 7))) !== 0) };
}

const units = new Uint16Array(128);

/** Kirsch–Mitzenmacher double hashing; stops at the first `false`. */
function eachBit(word: string, size: number, visit: (at: number) => boolean): boolean {
  const length = Math.min(word.length, units.length);
  for (let i = 0; i < length; i++) units[i] = word.charCodeAt(i);
  const first = hashUnits(units, length) >>> 0;
  let mixed = Math.imul(first ^ (first >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  const second = ((mixed ^ (mixed >>> 16)) | 1) >>> 0;
  for (let k = 0; k < hashes; k++) {
    if (!visit((first + k * second) % size)) return false;
  }
  return true;
}
