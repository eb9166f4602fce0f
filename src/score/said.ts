// What was said, turn by turn, as numbers: the folded words, each with a number of its own, and what the writing shows. The
// texts are laid out in one place and gone through once; what was found lies there until the next conversation is read.
import type { Turn } from '../model/conversation.ts';
import { foldTable, unit } from '../text/fold.ts';
import { kinds, sign, special, symbolMask, symbols, trait } from './characters.ts';
import { forgetClient, insist, insistBetween, insistence, insistFrom, longWord, nextOfClient } from './insistence.ts';
import { base, half, limitWords, numberOf, packedLength, packedNumber } from './word-numbers.ts';

/** What the agent and the client said. */
export interface Said {
  /** Numbers of the folded words: those of turn `t` are `words[first[t]] .. words[first[t + 1] - 1]`. */
  words: Int32Array;
  first: Int32Array;
  /** Bits of `sign` for each turn. */
  signs: Int32Array;
  /** For each turn of the client, its words of letters alone, and how many of the longer ones were just said. */
  letterWords: Int32Array;
  again: Int32Array;
}

/** The conversation at hand. */
export const said: Said = {
  words: new Int32Array(1 << 10),
  first: new Int32Array(1 << 7),
  signs: new Int32Array(1 << 7),
  letterWords: new Int32Array(1 << 7),
  again: new Int32Array(1 << 7),
};

/** The texts one after the other, a character that parts words behind each. */
let bytes = Buffer.alloc(1 << 12);
let units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
let folded = new Uint16Array(256);

// Constants of this module are known when it is compiled to machine code; an import is looked up each time.
const table = kinds;
const mask = symbolMask;
const { digit, question, mask: maskSign, capitals: capitalSign, dots: dotSign } = sign;
const { bewildered: bewilderedSign, stretched: stretchedSign } = sign;
const { capital, dot, accented, foreign } = trait;
const { parting } = special;
const plainSymbols = symbols;
const radix = base;
const firstHalf = half;
const mostPacked = packedLength;
const longFrom = longWord;
const letterX = 24;
const letterZ = 26;
/** Capitals in a row, apostrophes and hyphens after them included, that may be a shout. */
const shout = 3;

/** The turns that were read last, and how many they were: a conversation that goes on grows in place. */
let atHand: readonly Turn[] | undefined;
let turnsAtHand = 0;

/** Whether these turns are those at hand. */
export function isAtHand(turns: readonly Turn[]): boolean {
  return turns === atHand && turns.length === turnsAtHand;
}

/** Reads the turns of the agent and the client. */
export function readTurns(turns: readonly Turn[]): void {
  atHand = turns;
  turnsAtHand = turns.length;
  limitWords();
  forgetClient();
  if (said.first.length <= turns.length)
    for (const key of ['first', 'signs', 'letterWords', 'again'] as const)
      said[key] = new Int32Array((turns.length + 1) * 2);
  layOut(turns);
  let from = 0;
  let count = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    const { role, text } = turns[turn]!;
    said.first[turn] = count;
    said.signs[turn] = 0;
    if (role !== 'agent' && role !== 'client') continue;
    if (role === 'client') nextOfClient();
    count = read(text, from, count, role === 'client');
    said.signs[turn] = signsRead;
    said.letterWords[turn] = insistence.words;
    said.again[turn] = insistence.again;
    from += text.length + 1;
  }
  said.first[turns.length] = count;
}

/** How many words a turn has. */
export function wordCount(turn: number): number {
  return said.first[turn + 1]! - said.first[turn]!;
}

/** Writes the texts into `units`: all at once, and reading them there is faster than asking a string for each character. */
function layOut(turns: readonly Turn[]): void {
  let whole = '';
  for (let turn = 0; turn < turns.length; turn++) {
    const { role, text } = turns[turn]!;
    if (role === 'agent' || role === 'client') whole += `${text}\n`;
  }
  const { length } = whole;
  if (units.length <= length) {
    bytes = Buffer.alloc(length * 4);
    units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  }
  if (said.words.length < length) said.words = new Int32Array(length * 2);
  bytes.write(whole, 0, 'utf16le');
}

/** What the writing of the text read last shows. */
let signsRead = 0;

/** Writes the words of the text that lies at a place from `count` on; returns where they end. */
function read(text: string, begin: number, count: number, isClient: boolean): number {
  const { words } = said;
  const all = units;
  const end = begin + text.length;
  let at = count;
  let signs = 0;
  let before = 0;
  let capitals = 0;
  let foreignFrom = -1;
  let i = begin;
  for (;;) {
    let kind = table[all[i]!]!;
    let symbol = kind & mask;
    if (symbol === 0 || symbol === parting) {
      if (i === end) break;
      // Two dots may be three, two question marks are more than a question.
      if ((kind & before & dot) !== 0) signs |= dotSign;
      if ((kind & signs & question) !== 0) signs |= bewilderedSign;
      signs |= kind;
      before = kind;
      if ((kind & capital) === 0 || capitals === 0) capitals = 0;
      else if (++capitals >= shout) signs |= capitalSign;
      if ((kind & foreign) !== 0 && foreignFrom < 0) foreignFrom = i;
      i++;
      continue;
    }
    // Most words are a few plain letters and digits.
    const from = i;
    let low = 0;
    let high = 0;
    let traits = 0;
    let last = 0;
    let secondLast = 0;
    while (symbol !== 0 && symbol <= plainSymbols) {
      traits |= kind;
      if (symbol === last) {
        if (symbol === letterX) signs |= maskSign;
        if (symbol === secondLast && symbol <= letterZ) signs |= stretchedSign;
      }
      secondLast = last;
      last = symbol;
      if (i - from < firstHalf) low = (Math.imul(low, radix) + symbol) | 0;
      else high = (Math.imul(high, radix) + symbol) | 0;
      kind = table[all[++i]!]!;
      symbol = kind & mask;
    }
    let isPlain = symbol === 0 && i - from <= mostPacked;
    if (isPlain) {
      const word = packedNumber(low, high);
      words[at++] = word;
      isPlain = (traits & accented) === 0 || (i - from < longFrom && (traits & digit) === 0);
      if (isClient && isPlain && foreignFrom < 0) insist(word, i - from);
    } else {
      i = readStrange(from);
      if (strangeLength > 0) words[at++] = numberOf(folded, strangeLength);
      traits = strangeTraits;
      if ((traits & foreign) !== 0 && foreignFrom < 0) foreignFrom = from;
    }
    if (isClient && !isPlain && foreignFrom < 0) insistBetween(all, from, i);
    if ((traits & capital) === 0) capitals = 0;
    else {
      for (let k = from; k < i; k++) {
        capitals = (table[all[k]!]! & capital) === 0 ? 0 : capitals + 1;
        if (capitals >= shout) signs |= capitalSign;
      }
    }
    before = 0;
    signs |= traits;
  }
  if (isClient && foreignFrom >= 0) insistFrom(text, foreignFrom - begin);
  signsRead = signs;
  return at;
}

/** What the letters of the strange word at hand are, and how many it has, folded. */
let strangeTraits = 0;
let strangeLength = 0;

/** Folds a word that is long, or has letters out of the common; returns where it ends. */
function readStrange(from: number): number {
  strangeTraits = 0;
  let i = from;
  for (let last = 0, secondLast = 0; ; i++) {
    const kind = table[units[i]!]!;
    const symbol = kind & mask;
    // What parts words without being French may be a letter all the same.
    if (symbol === parting) strangeTraits |= kind & foreign;
    if (symbol === 0 || symbol === parting) break;
    strangeTraits |= kind;
    if (symbol === last && symbol === letterX) strangeTraits |= maskSign;
    if (symbol === last && symbol === secondLast) strangeTraits |= stretchedSign;
    secondLast = last;
    last = symbol;
  }
  strangeLength = fold(from, i);
  return i;
}

/** Folds the letters between two places into `folded`; returns how many they are. */
function fold(from: number, to: number): number {
  if (folded.length < (to - from) * 2) folded = new Uint16Array((to - from) * 4);
  let length = 0;
  for (let i = from; i < to; i++) {
    const letter = foldTable[units[i]!]!;
    if (letter >= 48) folded[length++] = letter;
    else if (letter === unit.oe || letter === unit.ae) {
      folded[length++] = letter === unit.oe ? 111 : 97;
      folded[length++] = 101;
    }
  }
  return length;
}
