// What an unknown word was meant to be: a stretched one (« merciiii »), one with its apostrophe lost (« jai »,
// « daccord »), or one with a single typing slip in a long word that is no other French word.
import type { WordFilter } from './word-filter.ts';

/** Shortest word in which a slip is forgiven. */
const minSlip = 7;

const elisions: Readonly<Record<string, string>> = {
  j: 'je',
  c: 'ce',
  d: 'de',
  l: 'le',
  m: 'me',
  s: 'se',
  t: 'te',
  qu: 'que',
};

export interface KnownWords {
  /** Ids of a folded word or form; undefined where the rules do not know it. */
  ids(word: string): readonly number[] | undefined;
  /** Folded words whose id is their index plus `firstId`. */
  readonly words: readonly string[];
  readonly firstId: number;
}

/** Makes `repair(word)`: the ids that the folded word stands for, or null. Pure: the same word, the same answer. */
export function repairer(known: KnownWords, french: WordFilter): (word: string) => readonly number[] | null {
  let slips: Slips | undefined;
  return function repair(word) {
    if (word.length < 2 || word.length > 40 || !/^[a-z]+$/.test(word)) return null;
    if (/(.)\1\1/.test(word)) {
      const single = known.ids(word.replace(/(.)\1{2,}/g, '$1')) ?? known.ids(word.replace(/(.)\1+/g, '$1'));
      return single ?? known.ids(word.replace(/(.)\1{2,}/g, '$1$1')) ?? null;
    }
    if (french.has(word)) return null;
    const glued = unglue(word, known);
    if (glued) return glued;
    if (word.length < minSlip) return null;
    slips ??= indexSlips(known);
    const index = slips.find(word);
    return index < 0 ? null : [index + known.firstId];
  };
}

function unglue(word: string, known: KnownWords): readonly number[] | null {
  for (const [prefix, full] of Object.entries(elisions)) {
    if (!word.startsWith(prefix) || !/^[aeiouyh]/.test(word.slice(prefix.length))) continue;
    const rest = known.ids(word.slice(prefix.length));
    const head = known.ids(full);
    if (rest && head && word.length - prefix.length >= 2) return [...head, ...rest];
  }
  // « nest », « nai »: the negation drops out, the verb stays.
  if (word.startsWith('n') && /^[aeiouyh]/.test(word.slice(1)) && word.length >= 3)
    return known.ids(word.slice(1)) ?? null;
  return null;
}

interface Slips {
  find(word: string): number;
}

/** Index of the known long words by their length and either end: a slip leaves one of the two ends as it was. */
function indexSlips(known: KnownWords): Slips {
  const byEnd = new Map<string, number[]>();
  known.words.forEach((word, index) => {
    if (word.length < minSlip - 1 || !/^[a-z]+$/.test(word)) return;
    for (const key of endsOf(word, word.length)) {
      const same = byEnd.get(key);
      if (same) same.push(index);
      else byEnd.set(key, [index]);
    }
  });
  return {
    find(word) {
      let best = -1;
      for (let length = word.length - 1; length <= word.length + 1; length++)
        for (const key of endsOf(word, length))
          for (const index of byEnd.get(key) ?? [])
            if ((best < 0 || index < best) && isOneSlip(word, known.words[index]!)) best = index;
      return best;
    },
  };
}

/** How a word begins and ends, as far as one of the two is the same in a word of that length that is one slip away. */
function endsOf(word: string, length: number): readonly string[] {
  const letters = Math.max(3, (length - 1) >> 1);
  return [`${length}${word.slice(0, letters)}`, `${length}${word[0]}-${word.slice(-letters)}`];
}

/** Whether one insertion, deletion, substitution or swap of neighbours separates two words (same first letter). */
export function isOneSlip(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const least = shorter.length;
  const most = longer.length;
  if (most - least > 1 || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  let start = 1;
  while (start < least && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < least - start && shorter.charCodeAt(least - 1 - end) === longer.charCodeAt(most - 1 - end)) end++;
  // What is left between the two ends is one letter in the longer word, or two that changed places.
  const left = most - start - end;
  if (left === 1) return true;
  return (
    left === 2 &&
    most === least &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  );
}
