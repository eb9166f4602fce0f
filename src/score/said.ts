// What was said, turn by turn, as numbers: the folded words, each with a number of its own, and what the writing shows.
import { foldTable, unit } from '../text/fold.ts';
import { absent, wordTable } from '../text/word-table.ts';

/** What the writing of a turn shows. */
export const sign = { digit: 1, question: 2, exclamation: 4, emoticon: 8, pictograph: 16, mask: 32 } as const;

export interface Said {
  /** Numbers of the folded words of each turn. */
  readonly words: readonly (readonly number[])[];
  /** Bits of `sign` for each turn; the last three only say that a closer look is worth it. */
  readonly signs: readonly number[];
}

/** Words, and letters of them, that are remembered before the memory starts afresh. */
const most = { words: 1 << 17, letters: 1 << 21 };
const letterX = 120;

const signOf = signTable();
let units = new Uint16Array(256);
const known = wordTable(1 << 12);
let spellings: string[] = [];
let generation = 0;

/** Reads the turns. Numbers of words hold until `memory()` changes. */
export function said(texts: readonly { readonly text: string }[]): Said {
  if (known.count > most.words || known.letters > most.letters) forget();
  const words: number[][] = [];
  const signs: number[] = [];
  for (const { text } of texts) {
    const own: number[] = [];
    signs.push(read(text, own));
    words.push(own);
  }
  return { words, signs };
}

/** Which memory of words the numbers are from. */
export function memory(): number {
  return generation;
}

/** The folded word of a number. */
export function spelling(word: number): string {
  return spellings[word]!;
}

function read(text: string, words: number[]): number {
  const n = text.length;
  let signs = 0;
  let length = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    const value = foldTable[code]!;
    if (length + 2 > units.length) widen();
    if (value >= 48) {
      units[length++] = value;
      hash = Math.imul(hash ^ value, 0x01000193);
      if (code < 128) {
        signs |= signOf[code]!;
        if (value === letterX && length > 1 && units[length - 2] === letterX) signs |= sign.mask;
      } else if (code >= 0x2000) signs |= sign.pictograph;
      continue;
    }
    signs |= code < 128 ? signOf[code]! : sign.pictograph;
    if (value === unit.invisible) continue;
    if (value === unit.oe || value === unit.ae) {
      const first = value === unit.oe ? 111 : 97;
      units[length++] = first;
      units[length++] = 101;
      hash = Math.imul(Math.imul(hash ^ first, 0x01000193) ^ 101, 0x01000193);
    } else if (length > 0) {
      words.push(numberOf(length, hash));
      length = 0;
      hash = 0x811c9dc5;
    }
  }
  if (length > 0) words.push(numberOf(length, hash));
  return signs;
}

function numberOf(length: number, hash: number): number {
  const word = known.find(units, length, hash);
  if (word !== absent) return word;
  known.add(units, length, hash, spellings.length);
  return spellings.push(Buffer.from(units.buffer, 0, length * 2).toString('utf16le')) - 1;
}

function widen(): void {
  const wider = new Uint16Array(units.length * 2);
  wider.set(units);
  units = wider;
}

function forget(): void {
  known.clear();
  spellings = [];
  generation++;
}

function signTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let digit = 48; digit <= 57; digit++) table[digit] = sign.digit;
  const set = (characters: string, value: number) => {
    for (const character of characters) table[character.charCodeAt(0)]! |= value;
  };
  set('?', sign.question);
  set('!', sign.exclamation);
  set(':;', sign.emoticon);
  set('[<*', sign.mask);
  return table;
}
