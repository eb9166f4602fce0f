// What the conditions of phrases ask, as numbers: one look at a hit tells whether there is anything to ask at all.
import type { Phrase } from '../model/rules.ts';

/** What is special about a phrase. */
export const trait = { exception: 1, place: 2, others: 4 } as const;

export interface PhraseTable {
  /** `trait.*` bits of each phrase; most have none. */
  readonly traits: Uint8Array;
  /** Number of the name that each phrase is heard as. */
  readonly name: Int32Array;
  /** How many numbers a set of names takes. */
  readonly width: number;
  /** Sets of names, `width` numbers each; set 0 is none. */
  readonly sets: Int32Array;
  /** Sets that `question` belongs to. */
  readonly asks: Uint8Array;
  /** For each phrase the sets of its conditions. */
  readonly after: Int32Array;
  readonly with: Int32Array;
  readonly without: Int32Array;
}

/** Prepares the conditions of all phrases. */
export function phraseTable(phrases: readonly Phrase[]): PhraseTable {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  const name = Int32Array.from(phrases, ({ hears }) => numberOf(hears));
  const lists: (readonly string[])[] = [[]];
  const known = new Map<string, number>();
  const setOf = (names: readonly string[] | undefined) => {
    if (!names) return 0;
    const key = names.join();
    if (!known.has(key)) known.set(key, lists.push(names) - 1);
    return known.get(key)!;
  };
  const after = Int32Array.from(phrases, ({ when }) => setOf(when?.after));
  const withNames = Int32Array.from(phrases, ({ when }) => setOf(when?.with));
  const without = Int32Array.from(phrases, ({ when }) => setOf(when?.without));
  for (const list of lists) for (const one of list) numberOf(one);
  const width = (numbers.size + 31) >> 5;
  const sets = new Int32Array(lists.length * width);
  lists.forEach((list, set) => {
    for (const one of list) sets[set * width + (numberOf(one) >> 5)]! |= 1 << (numberOf(one) & 31);
  });
  return {
    traits: Uint8Array.from(phrases, traitsOf),
    name,
    width,
    sets,
    asks: Uint8Array.from(lists, (list) => (list.includes('question') ? 1 : 0)),
    after,
    with: withNames,
    without,
  };
}

/** The traits of a phrase. */
export function traitsOf({ isException, when }: Phrase): number {
  return (
    (isException ? trait.exception : 0) |
    (when?.turns ? trait.place : 0) |
    (when?.after || when?.with || when?.without ? trait.others : 0)
  );
}
