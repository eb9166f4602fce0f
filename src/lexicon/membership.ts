// Which words belong to which sets, as rows of bits: one row for all the words that belong to the same sets. A word is in
// few of the thousands of sets: a row keeps only the numbers that have a bit, behind a summary of which they are.
import type { Membership } from '../model/matching.ts';

/** Builds the rows; `size` is one more than the largest word id. */
export function membership(sets: readonly (readonly number[])[], size: number): Membership {
  const { kindOf, count } = kinds(sets, size);
  const setsOf: number[][] = Array.from({ length: count }, () => []);
  for (let s = 0; s < sets.length; s++)
    for (const id of sets[s]!) if (setsOf[kindOf[id]!]!.at(-1) !== s) setsOf[kindOf[id]!]!.push(s);
  const summaries = (sets.length + 1023) >> 10;
  const bits: number[] = [];
  const rowOf = setsOf.map((of) => {
    const row = bits.length;
    for (let i = 0; i < summaries; i++) bits.push(0, 0);
    let last = -1;
    for (const set of of) {
      const summary = row + ((set >> 10) << 1);
      if (bits[summary] === 0) bits[summary + 1] = bits.length;
      bits[summary]! |= 1 << ((set >> 5) & 31);
      if (set >> 5 !== last) bits.push(0);
      last = set >> 5;
      bits[bits.length - 1]! |= 1 << (set & 31);
    }
    return row;
  });
  return { row: Int32Array.from(kindOf, (kind) => rowOf[kind]!), bits: Int32Array.from(bits) };
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
