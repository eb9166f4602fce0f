// Clauses that were heard before: people and their scripts say the same ones all day. What was found in a clause is
// found again without looking.
import type { Findings } from '../model/hearing.ts';
import type { Phrase } from '../model/rules.ts';
import type { Tokens } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { isStop } from './anchors.ts';
import { readHits, writeHits } from './hits.ts';

/** Longest clause that is remembered, in tokens; longer ones hardly come back. */
const longest = 48;

/** Clauses and numbers that are kept before the memory of them starts afresh. */
const most = { clauses: 1 << 16, numbers: 1 << 20 };

export interface ClauseMemory {
  /** Asks for the clause of a speaker that begins at `from`; returns where it ends. */
  ask(tokens: Tokens, from: number, speaker: 'agent' | 'client'): number;
  /** Adds what was found in the clause asked for; false where it is not remembered. */
  recall(tokens: Tokens, from: number, to: number, into: Findings): boolean;
  /** Remembers what was found in the clause asked for, and adds it. */
  keep(
    tokens: Tokens,
    from: number,
    to: number,
    { found, depending }: Findings,
    silencers: readonly number[],
    into: Findings,
  ): void;
}

/** Marks go above the word. */
const markShift = 24;

/** Makes the memory; of the marks of words only those count that phrases look at. */
export function clauseMemory(phrases: readonly Phrase[], looked: number): ClauseMemory {
  /** `[hash, place]`; place 0 is none. */
  let index = new Int32Array(1 << 13);
  /**
   * For each clause `[kind, length, words…]`, then twice the number of hits with phrase, from and to of each (places
   * from the start of the clause), then the number of exceptions with the phrase of each.
   */
  let numbers = new Int32Array(1 << 15);
  let used = 1;
  let count = 0;
  /** Of the clause asked for: what its hits depend on beside the words, and the hash of it all. */
  let kind = 0;
  let hash = 0;

  return {
    ask({ id, marks }, from, speaker) {
      let to = from;
      let h = 0;
      for (let word = id[to]!; !isStop(word); word = id[++to]!) {
        h = Math.imul(h ^ word ^ ((marks[to]! & looked) << markShift), 0x9e3779b1);
        h ^= h >>> 15;
      }
      kind = (id[to] === token.question ? 1 : 0) + (speaker === 'agent' ? 2 : 0);
      hash = h ^ kind;
      return to;
    },

    recall({ id, marks }, from, to, into) {
      const last = index.length - 1;
      for (let slot = (hash << 1) & last; index[slot + 1] !== 0; slot = (slot + 2) & last) {
        if (index[slot] !== hash) continue;
        let at = index[slot + 1]!;
        if (numbers[at] !== kind || numbers[at + 1] !== to - from) continue;
        at += 2;
        let i = from;
        for (; i < to && numbers[at] === (id[i]! | ((marks[i]! & looked) << markShift)); i++) at++;
        if (i < to) continue;
        read(at, from, into);
        return true;
      }
      return false;
    },

    keep({ id, marks }, from, to, { found, depending }, silencers, into) {
      const isLong = to - from > longest;
      const size = 5 + (to - from) + (found.count + depending.count) * 3 + silencers.length;
      if (count === most.clauses || used + size > most.numbers) {
        index.fill(0);
        used = 1;
        count = 0;
      }
      while (used + size > numbers.length) numbers = larger(numbers);
      const place = used;
      let at = place;
      numbers[at++] = kind;
      numbers[at++] = to - from;
      for (let i = from; i < to; i++) numbers[at++] = id[i]! | ((marks[i]! & looked) << markShift);
      const result = at;
      at = writeHits(found, from, numbers, writeHits(depending, from, numbers, at));
      numbers[at++] = silencers.length;
      for (const phrase of silencers) numbers[at++] = phrase;
      read(result, from, into);
      // What is not kept is written over by the next clause.
      if (isLong) return;
      used = at;
      if (++count * 4 > index.length) grow();
      put(hash, place);
    },
  };

  function read(place: number, start: number, { found, depending, silenced }: Findings): void {
    let at = readHits(numbers, readHits(numbers, place, start, depending), start, found);
    for (let left = numbers[at++]!; left > 0; left--) {
      const { hears } = phrases[numbers[at++]!]!;
      if (!silenced.includes(hears)) silenced.push(hears);
    }
  }

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

function larger(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(numbers.length * 2);
  copy.set(numbers);
  return copy;
}
