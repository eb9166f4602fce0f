// The words of a person's name: what a turn must hold to name the person. Names come back with every conversation.
import { fold } from '../text/fold.ts';
import { hashText } from '../text/vocabulary.ts';

export interface NameWords {
  /** Hashes of the words that name somebody, as the tokeniser hashes words. */
  readonly hashes: readonly number[];
  /** The words that a person may be called by: no titles, and nothing that only stands for a name. */
  readonly calling: readonly string[];
}

const nobody: NameWords = { hashes: [], calling: [] };

/** Names that are kept before the memory of them starts afresh. */
const mostKept = 4096;
const kept = new Map<string, NameWords>();

/** The words of a name, folded. */
export function nameWords(name: string | undefined): NameWords {
  if (!name) return nobody;
  let words = kept.get(name);
  if (words === undefined) {
    if (kept.size === mostKept) kept.clear();
    words = wordsOf(name);
    kept.set(name, words);
  }
  return words;
}

/** Words inside names that name nobody. */
export const particles: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'van',
  'von',
  'el',
  'al',
  'ben',
]);
const titles = new Set(['monsieur', 'madame', 'mme', 'mr', 'mlle', 'dr']);
const standIns = /^(monsieur|madame|mademoiselle|mme|mr|mlle|dr|nom|prenom|client|cliente|name|pii|x+)$/;

function wordsOf(name: string): NameWords {
  const words = fold(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= 2 && !particles.has(word));
  return {
    hashes: words.filter((word) => !titles.has(word)).map(hashText),
    calling: words.filter((word) => !standIns.test(word)),
  };
}
