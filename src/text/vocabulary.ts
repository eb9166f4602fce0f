// The words that the rules know, found by hash without making a string. Other words are met once, repaired or
// remembered as unknown, and then found as fast.
import { absent, wordTable } from './word-table.ts';

/** Ids below this are not words: see `token`. */
export const firstWordId = 8;

/** Tokens that are not words; the two names only anchor phrases, no token of a text has their id. */
export const token = {
  unknown: 0,
  break: 1,
  question: 2,
  exclamation: 3,
  number: 4,
  redacted: 5,
  agentName: 6,
  clientName: 7,
} as const;

/** Words met at run time that are kept before the memory of them starts afresh. */
const maxMet = 1 << 15;

export interface Vocabulary {
  /** The value of a folded word held in `units[0..length)`: a word id, 0 unknown, or -1 - index into `aliases`. */
  find(units: Uint16Array, length: number, hash: number): number;
  /** Folded word of an id. */
  readonly words: readonly string[];
  /** What spoken and typed forms stand for: sequences of word ids, possibly empty (fillers). */
  readonly aliases: readonly Int32Array[];
}

export interface VocabularySource {
  /** Folded words; the word at index i has id i + firstWordId. */
  readonly words: readonly string[];
  /** Folded form → the ids it stands for. */
  readonly aliases: Readonly<Record<string, readonly number[]>>;
}

/** The hash of no unit, and what it is multiplied with at each one. */
export const emptyHash = 0x811c9dc5 | 0;
export const hashFactor = 0x01000193;

/** 32-bit FNV-1a over folded code units; every index of words uses it. */
export function hashUnits(units: Uint16Array, length: number): number {
  let hash = emptyHash;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ units[i]!, hashFactor);
  return hash | 0;
}

const textUnits = new Uint16Array(256);

/** Hash of a folded text (its first 256 units), as `hashUnits` gives it. */
export function hashText(text: string): number {
  const length = Math.min(text.length, textUnits.length);
  for (let i = 0; i < length; i++) textUnits[i] = text.charCodeAt(i);
  return hashUnits(textUnits, length);
}

/** Builds the lookup. `repair` says what an unknown word stands for (ids), or null. */
export function vocabulary(source: VocabularySource, repair: (word: string) => readonly number[] | null): Vocabulary {
  const aliases: Int32Array[] = [];
  const forms = Object.entries(source.aliases);
  const table = wordTable(source.words.length + forms.length);
  let known = 0;
  addKnown();

  function addKnown(): void {
    for (let i = 0; i < source.words.length; i++) {
      const word = source.words[i]!;
      if (!(word in source.aliases)) addWord(word, i + firstWordId);
    }
    for (const [form, ids] of forms) {
      aliases.push(Int32Array.from(ids));
      addWord(form, -aliases.length);
    }
    known = table.count;
  }

  function addWord(word: string, value: number): void {
    const length = Math.min(word.length, textUnits.length);
    for (let i = 0; i < length; i++) textUnits[i] = word.charCodeAt(i);
    table.add(textUnits, length, hashUnits(textUnits, length), value);
  }

  function meet(units: Uint16Array, length: number, hash: number): number {
    if (table.count - known > maxMet) {
      table.clear();
      aliases.length = 0;
      addKnown();
    }
    const repaired = repair(String.fromCharCode(...units.subarray(0, length)));
    let value: number = token.unknown;
    if (repaired?.length === 1) value = repaired[0]!;
    else if (repaired) {
      aliases.push(Int32Array.from(repaired));
      value = -aliases.length;
    }
    table.add(units, length, hash, value);
    return value;
  }

  return {
    words: source.words,
    aliases,
    find(units, length, hash) {
      const value = table.find(units, length, hash);
      return value === absent ? meet(units, length, hash) : value;
    },
  };
}
