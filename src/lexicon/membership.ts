// Which words belong to which sets, as rows of bits: one row for all the words that belong to the same sets, so that
// every question about the word at hand looks at the same few bytes.

import type { Membership } from '../model/matching.ts';

/** Builds the rows; `size` is one more than the largest word id. */
export function membership(sets: readonly (readonly number[])[], size: number): Membership {
  const { kindOf, count } = kinds(sets, size);
  const width = (sets.length + 31) >> 5;
  const bits = new Int32Array(count * width);
  for (let s = 0; s < sets.length; s++)
    for (const id of sets[s]!) bits[kindOf[id]! * width + (s >> 5)]! |= 1 << (s & 31);
  const row = new Int32Array(size);
  for (let id = 0; id < size; id++) row[id] = kindOf[id]! * width;
  return { row, bits };
}

/** Words parted by set after set, until those of one kind belong to the same ones. */
function kinds(sets: readonly (readonly number[])[], size: number): { kindOf: Int32Array; count: number } {
  const kindOf = new Int32Array(size);
  let most = 1;
  for (const set of sets) most += set.length;
  const parted = new Int32Array(most);
  const partedBy = new Int32Array(most).fill(-1);
  let next = 1;
  for (let s = 0; s < sets.length; s++)
    for (const id of sets[s]!) {
      const kind = kindOf[id]!;
      if (partedBy[kind] !== s) {
        partedBy[kind] = s;
        parted[kind] = next++;
      }
      kindOf[id] = parted[kind]!;
    }
  // Kinds that lost all their words leave gaps in the numbers.
  const numbers = new Int32Array(next).fill(-1);
  let count = 0;
  for (let id = 0; id < size; id++) {
    const kind = kindOf[id]!;
    if (numbers[kind]! < 0) numbers[kind] = count++;
    kindOf[id] = numbers[kind]!;
  }
  return { kindOf, count };
}
