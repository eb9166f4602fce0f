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

/** Letters at either end of a word of which a slip leaves one end as it was. */
const end = 3;

/** Index of the known long words by how they begin, and by first letter and how they end. */
function indexSlips(known: KnownWords): Slips {
  const byEnd = new Map<string, number[]>();
  const add = (key: string, index: number) => {
    const same = byEnd.get(key);
    if (same) same.push(index);
    else byEnd.set(key, [index]);
  };
  known.words.forEach((word, index) => {
    if (word.length < minSlip - 1 || !/^[a-z]+$/.test(word)) return;
    add(word.slice(0, end), index);
    add(word[0]! + word.slice(-end), index);
  });
  return {
    find(word) {
      let best = -1;
      for (const key of [word.slice(0, end), word[0]! + word.slice(-end)])
        for (const index of byEnd.get(key) ?? [])
          if ((best < 0 || index < best) && isOneSlip(word, known.words[index]!)) best = index;
      return best;
    },
  };
}

/** Whether one insertion, deletion, substitution or swap of neighbours separates two words (same first letter). */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 1;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}
