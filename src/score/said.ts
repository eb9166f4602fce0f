// What was said, turn by turn, as numbers: the folded words, each with a number of its own, and what the writing shows.
// It lies in place until the next conversation is read.
import type { Turn } from '../model/conversation.ts';
import { foldTable, unit } from '../text/fold.ts';
import { absent, wordTable } from '../text/word-table.ts';

/** What the writing of a turn shows. */
export const sign = { digit: 1, question: 2, exclamation: 4, emoticon: 8, pictograph: 16, mask: 32 } as const;

/** What the agent and the client said. */
export interface Said {
  /** Numbers of the folded words: those of turn `t` are `words[first[t]] .. words[first[t + 1] - 1]`. */
  words: Int32Array;
  first: Int32Array;
  /** Bits of `sign` for each turn; the last three only say that a closer look is worth it. */
  signs: Uint8Array;
}

/** Words, and letters of them, that are remembered before the memory starts afresh. */
const most = { words: 1 << 17, letters: 1 << 21 };
const letterX = 120;

const signOf = signTable();
let units = new Uint16Array(256);
const known = wordTable(1 << 12);
let spellings: string[] = [];
let generation = 0;

/** The conversation at hand. */
export const said: Said = {
  words: new Int32Array(1 << 10),
  first: new Int32Array(1 << 7),
  signs: new Uint8Array(1 << 7),
};
let count = 0;

/** Reads the turns of the agent and the client. Numbers of words hold until `memory()` changes. */
export function readWords(turns: readonly Turn[]): void {
  if (known.count > most.words || known.letters > most.letters) forget();
  if (said.first.length <= turns.length) {
    said.first = new Int32Array((turns.length + 1) * 2);
    said.signs = new Uint8Array((turns.length + 1) * 2);
  }
  count = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    const { role, text } = turns[turn]!;
    said.first[turn] = count;
    said.signs[turn] = role === 'agent' || role === 'client' ? read(text) : 0;
  }
  said.first[turns.length] = count;
}

/** How many words a turn has. */
export function wordCount(turn: number): number {
  return said.first[turn + 1]! - said.first[turn]!;
}

/** Which memory of words the numbers are from. */
export function memory(): number {
  return generation;
}

/** The folded word of a number. */
export function spelling(word: number): string {
  return spellings[word]!;
}

/** Adds the words of a text; returns what its writing shows. */
function read(text: string): number {
  const n = text.length;
  // Every character gives at most two letters, and every other one may end a word.
  if (units.length < n * 2) units = new Uint16Array(n * 4);
  if (said.words.length < count + n) widen(count + n);
  let signs = 0;
  let length = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    const value = foldTable[code]!;
    signs |= code < 128 ? signOf[code]! : isPictorial(code) ? sign.pictograph : 0;
    if (value >= 48) {
      units[length++] = value;
      hash = Math.imul(hash ^ value, 0x01000193);
      if (value === letterX && length > 1 && units[length - 2] === letterX) signs |= sign.mask;
    } else if (value === unit.oe || value === unit.ae) {
      const letter = value === unit.oe ? 111 : 97;
      units[length++] = letter;
      units[length++] = 101;
      hash = Math.imul(Math.imul(hash ^ letter, 0x01000193) ^ 101, 0x01000193);
    } else if (length > 0 && value !== unit.invisible) {
      said.words[count++] = numberOf(length, hash);
      length = 0;
      hash = 0x811c9dc5;
    }
  }
  if (length > 0) said.words[count++] = numberOf(length, hash);
  return signs;
}

/** Whether a code unit beyond ASCII may be a pictograph, or half of one: the signs that French is written with are none. */
function isPictorial(code: number): boolean {
  return (code >= 0x203c && code !== 0x20ac) || code === 0xa9 || code === 0xae;
}

function numberOf(length: number, hash: number): number {
  const word = known.find(units, length, hash);
  if (word !== absent) return word;
  known.add(units, length, hash, spellings.length);
  return spellings.push(Buffer.from(units.buffer, 0, length * 2).toString('utf16le')) - 1;
}

function widen(needed: number): void {
  const wider = new Int32Array(needed * 2);
  wider.set(said.words);
  said.words = wider;
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
