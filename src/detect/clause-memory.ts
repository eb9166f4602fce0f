// Clauses that were heard before: people and their scripts say the same ones all day, and no phrase crosses from one
// clause into another. What was found in a clause is found again without looking.
import type { Hits } from '../model/hearing.ts';
import type { Tokens } from '../text/tokens.ts';
import { addHit } from './hits.ts';

/** Longest clause that is remembered, in tokens; longer ones hardly come back. */
const longest = 48;

/** Clauses and numbers that are kept before the memory of them starts afresh. */
const most = { clauses: 1 << 16, numbers: 1 << 21 };

export interface ClauseMemory {
  /** Adds the hits of a clause where it is remembered; `kind` is what they depend on beside its words. */
  recall(tokens: Tokens, from: number, to: number, kind: number, hits: Hits): boolean;
  /** Remembers the clause that was last asked for; its hits are those from number `first` on. */
  keep(tokens: Tokens, from: number, to: number, kind: number, hits: Hits, first: number): void;
}

/** Marks go above the word. */
const markShift = 24;

/** Makes the memory; of the marks of words only those count that phrases look at. */
export function clauseMemory(looked: number): ClauseMemory {
  /** `[hash, place]`; place 0 is none. */
  let index = new Int32Array(1 << 13);
  /** For each clause `[kind, length, words…, number of hits, phrase, from and to of each]`, places from its start. */
  let numbers = new Int32Array(1 << 15);
  let used = 1;
  let count = 0;
  let hash = 0;

  return {
    recall({ id, marks }, from, to, kind, hits) {
      if (to - from > longest) return false;
      hash = kind;
      for (let i = from; i < to; i++) {
        hash = Math.imul(hash ^ id[i]! ^ ((marks[i]! & looked) << markShift), 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      const last = index.length - 1;
      for (let slot = (hash << 1) & last; index[slot + 1] !== 0; slot = (slot + 2) & last) {
        if (index[slot] !== hash) continue;
        let at = index[slot + 1]!;
        if (numbers[at] !== kind || numbers[at + 1] !== to - from) continue;
        at += 2;
        let i = from;
        for (; i < to && numbers[at] === (id[i]! | ((marks[i]! & looked) << markShift)); i++) at++;
        if (i < to) continue;
        for (let left = numbers[at++]!; left > 0; left--, at += 3)
          addHit(hits, numbers[at]!, numbers[at + 1]! + from, numbers[at + 2]! + from);
        return true;
      }
      return false;
    },

    keep({ id, marks }, from, to, kind, hits, first) {
      if (to - from > longest) return;
      const size = 3 + (to - from) + (hits.count - first) * 3;
      if (count === most.clauses || used + size > most.numbers) {
        index.fill(0);
        used = 1;
        count = 0;
      }
      if (++count * 4 > index.length) grow();
      while (used + size > numbers.length) {
        const larger = new Int32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      put(hash, used);
      numbers[used++] = kind;
      numbers[used++] = to - from;
      for (let i = from; i < to; i++) numbers[used++] = id[i]! | ((marks[i]! & looked) << markShift);
      numbers[used++] = hits.count - first;
      for (let i = first; i < hits.count; i++) {
        numbers[used++] = hits.phrase[i]!;
        numbers[used++] = hits.from[i]! - from;
        numbers[used++] = hits.to[i]! - from;
      }
    },
  };

  function put(of: number, place: number): void {
    const last = index.length - 1;
    let slot = (of << 1) & last;
    while (index[slot + 1] !== 0) slot = (slot + 2) & last;
    index[slot] = of;
    index[slot + 1] = place;
  }

  function grow(): void {
    const old = index;
    index = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2) if (old[slot + 1] !== 0) put(old[slot]!, old[slot + 1]!);
  }
}
