// What was said, turn by turn, as numbers: the folded words, each with a number of its own, and what the writing shows. Each
// text is gone through once; what was found lies in place until the next conversation is read.
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
let count = 0;
let units = new Uint16Array(256);

// Constants of this module are known when it is compiled to machine code; an import is looked up each time.
const table = kinds;
const mask = symbolMask;
const { digit, mask: maskSign, capitals: capitalSign, dots: dotSign, stretched: stretchedSign } = sign;
const { capital, dot, accented, foreign } = trait;
const { parting } = special;
const plainSymbols = symbols;
const radix = base;
const firstHalf = half;
const mostPacked = packedLength;
const letterX = 24;
const letterZ = 26;

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
  count = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    const { role, text } = turns[turn]!;
    said.first[turn] = count;
    said.signs[turn] = 0;
    if (role === 'agent') said.signs[turn] = readAgent(text);
    else if (role === 'client') {
      nextOfClient();
      said.signs[turn] = readClient(text);
      said.letterWords[turn] = insistence.words;
      said.again[turn] = insistence.again;
    }
  }
  said.first[turns.length] = count;
}

/** How many words a turn has. */
export function wordCount(turn: number): number {
  return said.first[turn + 1]! - said.first[turn]!;
}

/** Adds the words of the agent; returns the signs that are looked at in their writing, which are those of single characters. */
function readAgent(text: string): number {
  const n = text.length;
  if (said.words.length < count + n) widen(count + n);
  const { words } = said;
  let signs = 0;
  let i = 0;
  while (i < n) {
    let kind = table[text.charCodeAt(i)]!;
    let symbol = kind & mask;
    if (symbol === 0 || symbol === parting) {
      signs |= kind;
      i++;
      continue;
    }
    // Most words are a few plain letters and digits.
    const from = i;
    const halfway = from + firstHalf;
    let low = 0;
    let high = 0;
    while (symbol !== 0 && symbol <= plainSymbols) {
      signs |= kind;
      low = (Math.imul(low, radix) + symbol) | 0;
      kind = ++i < n ? table[text.charCodeAt(i)]! : 0;
      symbol = kind & mask;
      if (i === halfway) break;
    }
    while (symbol !== 0 && symbol <= plainSymbols) {
      signs |= kind;
      high = (Math.imul(high, radix) + symbol) | 0;
      kind = ++i < n ? table[text.charCodeAt(i)]! : 0;
      symbol = kind & mask;
    }
    if (symbol === 0 && i - from <= mostPacked) words[count++] = packedNumber(low, high);
    else {
      i = readStrange(text, from);
      signs |= strangeTraits;
    }
  }
  return signs;
}

/** Adds the words of the client, and finds those that were just said; returns what their writing shows. */
function readClient(text: string): number {
  const n = text.length;
  if (said.words.length < count + n) widen(count + n);
  const { words } = said;
  let signs = 0;
  /** Traits that two characters in a row have. */
  let pairs = 0;
  let before = 0;
  let foreignFrom = -1;
  let i = 0;
  while (i < n) {
    const kind = table[text.charCodeAt(i)]!;
    if ((kind & mask) === 0 || (kind & mask) === parting) {
      signs |= kind;
      pairs |= kind & before;
      before = kind;
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
    let symbol = 0;
    for (; i < n; i++) {
      const own = table[text.charCodeAt(i)]!;
      symbol = own & mask;
      if (symbol === 0 || symbol > plainSymbols) break;
      traits |= own;
      pairs |= own & before;
      before = own;
      if (symbol === last) {
        if (symbol === letterX) signs |= maskSign;
        if (symbol === secondLast && symbol <= letterZ) signs |= stretchedSign;
      }
      secondLast = last;
      last = symbol;
      if (i - from < firstHalf) low = (Math.imul(low, radix) + symbol) | 0;
      else high = (Math.imul(high, radix) + symbol) | 0;
    }
    if (symbol <= plainSymbols && i - from <= mostPacked) {
      const word = packedNumber(low, high);
      words[count++] = word;
      if (foreignFrom < 0)
        if ((traits & accented) === 0 || (i - from < longWord && (traits & digit) === 0)) insist(word, i - from);
        else insistBetween(text, from, i);
    } else {
      i = readStrange(text, from);
      traits = strangeTraits;
      before = 0;
      if ((traits & foreign) !== 0 && foreignFrom < 0) foreignFrom = from;
      if (foreignFrom < 0) insistBetween(text, from, i);
    }
    signs |= traits;
  }
  if (foreignFrom >= 0) insistFrom(text, foreignFrom);
  // Two in a row may be more.
  if ((pairs & capital) !== 0) signs |= capitalSign;
  return (pairs & dot) === 0 ? signs : signs | dotSign;
}

/** What the letters of the strange word at hand are. */
let strangeTraits = 0;

/** Adds a word that is long, or has letters out of the common; returns where it ends. */
function readStrange(text: string, from: number): number {
  strangeTraits = 0;
  let i = from;
  for (let last = 0, secondLast = 0; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)]!;
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
  // Long words in capitals are shouts.
  if ((strangeTraits & capital) !== 0) strangeTraits |= capitalSign;
  const length = fold(text, from, i);
  if (length > 0) said.words[count++] = numberOf(units, length);
  return i;
}

/** Folds the letters between two places into `units`; returns how many they are. */
function fold(text: string, from: number, to: number): number {
  if (units.length < (to - from) * 2) units = new Uint16Array((to - from) * 4);
  let length = 0;
  for (let i = from; i < to; i++) {
    const folded = foldTable[text.charCodeAt(i)]!;
    if (folded >= 48) units[length++] = folded;
    else if (folded === unit.oe || folded === unit.ae) {
      units[length++] = folded === unit.oe ? 111 : 97;
      units[length++] = 101;
    }
  }
  return length;
}

function widen(needed: number): void {
  const wider = new Int32Array(needed * 2);
  wider.set(said.words);
  said.words = wider;
}
