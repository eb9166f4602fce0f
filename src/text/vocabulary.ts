// The words that the rules know, found by hash without making a string. Other words are met once, repaired or
// remembered as unknown, and then found as fast.

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
const maxMet = 100_000;

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

/** 32-bit FNV-1a over folded code units; every index of words uses it. */
export function hashUnits(units: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193);
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
  let size = 1 << 16;
  let slots = emptySlots(size);
  let pool = new Uint16Array(1 << 18);
  let poolEnd = 0;
  let count = 0;
  let known = 0;

  function insert(units: Uint16Array, length: number, hash: number, value: number): void {
    if (count * 2 > size) grow();
    if (poolEnd + length > pool.length) {
      const larger = new Uint16Array(pool.length * 2);
      larger.set(pool);
      pool = larger;
    }
    let at = hash & (size - 1);
    while (slots.length[at] !== 0) at = (at + 1) & (size - 1);
    slots.hash[at] = hash;
    slots.value[at] = value;
    slots.place[at] = poolEnd;
    slots.length[at] = length;
    for (let i = 0; i < length; i++) pool[poolEnd + i] = units[i]!;
    poolEnd += length;
    count++;
  }

  function grow(): void {
    const old = slots;
    const oldSize = size;
    size *= 2;
    slots = emptySlots(size);
    for (let i = 0; i < oldSize; i++) {
      if (old.length[i] === 0) continue;
      let at = old.hash[i]! & (size - 1);
      while (slots.length[at] !== 0) at = (at + 1) & (size - 1);
      slots.hash[at] = old.hash[i]!;
      slots.value[at] = old.value[i]!;
      slots.place[at] = old.place[i]!;
      slots.length[at] = old.length[i]!;
    }
  }

  const scratch = new Uint16Array(256);
  function insertWord(word: string, value: number): void {
    const length = Math.min(word.length, scratch.length);
    for (let i = 0; i < length; i++) scratch[i] = word.charCodeAt(i);
    insert(scratch, length, hashUnits(scratch, length), value);
  }

  function addKnown(): void {
    for (let i = 0; i < source.words.length; i++) {
      const word = source.words[i]!;
      if (!(word in source.aliases)) insertWord(word, i + firstWordId);
    }
    for (const [form, ids] of Object.entries(source.aliases)) {
      aliases.push(Int32Array.from(ids));
      insertWord(form, -aliases.length);
    }
    known = count;
  }
  addKnown();

  function meet(units: Uint16Array, length: number, hash: number): number {
    if (count - known > maxMet) {
      slots = emptySlots(size);
      poolEnd = 0;
      count = 0;
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
    insert(units, length, hash, value);
    return value;
  }

  return {
    words: source.words,
    aliases,
    find(units, length, hash) {
      let at = hash & (size - 1);
      while (slots.length[at] !== 0) {
        if (slots.hash[at] === hash && slots.length[at] === length) {
          const place = slots.place[at]!;
          let i = 0;
          while (i < length && pool[place + i] === units[i]) i++;
          if (i === length) return slots.value[at]!;
        }
        at = (at + 1) & (size - 1);
      }
      return meet(units, length, hash);
    },
  };
}

function emptySlots(size: number) {
  return {
    hash: new Int32Array(size),
    value: new Int32Array(size),
    place: new Int32Array(size),
    length: new Uint16Array(size),
  };
}
