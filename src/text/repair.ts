// What an unknown word was meant to be: a stretched one (« merciiii »), one with its apostrophe lost (« jai »,
// « daccord »), or one with a single typing slip in a long word that is no other French word.
import { hashUnits } from './vocabulary.ts';
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

/** Index of all one-letter deletions of the known long words (the symmetric-delete method of W. Garbe). */
function indexSlips(known: KnownWords): Slips {
  const long: number[] = [];
  known.words.forEach((word, index) => {
    if (word.length >= minSlip - 1 && /^[a-z]+$/.test(word)) long.push(index);
  });
  let size = 1024;
  while (size < long.length * 30) size *= 2;
  const table = new Int32Array(size);
  const add = (hash: number, index: number) => {
    let at = hash & (size - 1);
    while (table[at] !== 0) {
      if (table[at] === index + 1) return;
      at = (at + 1) & (size - 1);
    }
    table[at] = index + 1;
  };
  for (const index of long) eachDeletion(known.words[index]!, (hash) => add(hash, index));
  return {
    find(word) {
      let best = -1;
      eachDeletion(word, (hash) => {
        let at = hash & (size - 1);
        while (table[at] !== 0) {
          const index = table[at]! - 1;
          if ((best < 0 || index < best) && isOneSlip(word, known.words[index]!)) best = index;
          at = (at + 1) & (size - 1);
        }
      });
      return best;
    },
  };
}

const units = new Uint16Array(64);

/** Hashes of the word itself and of the word without each of its letters but the first. */
function eachDeletion(word: string, visit: (hash: number) => void): void {
  for (let skip = word.length; skip >= 1; skip--) {
    let length = 0;
    for (let i = 0; i < word.length && length < units.length; i++) if (i !== skip) units[length++] = word.charCodeAt(i);
    visit(hashUnits(units, length));
  }
}

/** Whether one insertion, deletion, substitution or swap of neighbours separates two words (same first letter). */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}
