// A number for every folded word. Words of up to twelve letters and digits are told apart by two numbers that the letters
// make as digits do; longer and stranger ones by their letters.
import { absent, wordTable } from '../text/word-table.ts';
import { letterOf, symbolOf } from './characters.ts';

/** Words that are remembered, and letters of the long ones, before the memory starts afresh. */
const most = { words: 1 << 15, letters: 1 << 19 };

/** What a symbol counts more than the one after it. */
export const base = 37;
/** Symbols that one number holds, and two. */
export const half = 6;
export const packedLength = 12;

/** Slots are `[first half, second half, number, –]`; an empty one has no first half. */
const width = 4;
let slots = new Int32Array(width << 13);
let packed = 0;
const long = wordTable(1 << 10);
let spellings: string[] = [];
let lengths = new Int32Array(1 << 12);
let generation = 0;

/** Forgets every word where they have become too many. */
export function limitWords(): void {
  if (spellings.length <= most.words && long.letters <= most.letters) return;
  slots.fill(0);
  packed = 0;
  long.clear();
  spellings = [];
  generation++;
}

/** Which memory of words the numbers are from. */
export function memory(): number {
  return generation;
}

/** The folded word of a number. */
export function spelling(word: number): string {
  return spellings[word]!;
}

/** How many letters the word of a number has. */
export function lettersOf(word: number): number {
  return lengths[word]!;
}

function remember(letters: string): number {
  const number = spellings.push(letters) - 1;
  if (number >= lengths.length) {
    const larger = new Int32Array(number * 2);
    larger.set(lengths);
    lengths = larger;
  }
  lengths[number] = letters.length;
  return number;
}

/** The number of a word of up to twelve symbols, by its halves. */
export function packedNumber(low: number, high: number): number {
  const last = slots.length - 1;
  for (let at = slotOf(low, high); ; at = (at + width) & last) {
    const known = slots[at]!;
    if (known === low && slots[at + 1] === high) return slots[at + 2]!;
    if (known === 0) return meet(low, high);
  }
}

function slotOf(low: number, high: number): number {
  const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) * width) & (slots.length - 1);
}

function meet(low: number, high: number): number {
  if (packed * 2 * width >= slots.length) grow();
  packed++;
  const number = remember(unpacked(low) + unpacked(high));
  put(low, high, number);
  return number;
}

function put(low: number, high: number, number: number): void {
  let at = slotOf(low, high);
  while (slots[at] !== 0) at = (at + width) & (slots.length - 1);
  slots[at] = low;
  slots[at + 1] = high;
  slots[at + 2] = number;
}

function grow(): void {
  const old = slots;
  slots = new Int32Array(old.length * 2);
  for (let at = 0; at < old.length; at += width) if (old[at] !== 0) put(old[at]!, old[at + 1]!, old[at + 2]!);
}

function unpacked(digits: number): string {
  let letters = '';
  for (let rest = digits >>> 0; rest > 0; rest = Math.floor(rest / base)) letters = letterOf(rest % base) + letters;
  return letters;
}

/** The number of the word held in `units[0..length)`, whatever its letters. */
export function numberOf(units: Uint16Array, length: number): number {
  let isPacked = length <= packedLength;
  let low = 0;
  let high = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) {
    const symbol = symbolOf(units[i]!);
    if (symbol === 0) isPacked = false;
    if (i < half) low = (Math.imul(low, base) + symbol) | 0;
    else high = (Math.imul(high, base) + symbol) | 0;
    hash = Math.imul(hash ^ units[i]!, 0x01000193);
  }
  if (isPacked) return packedNumber(low, high);
  const known = long.find(units, length, hash);
  if (known !== absent) return known;
  const number = remember(Buffer.from(units.buffer, 0, length * 2).toString('utf16le'));
  long.add(units, length, hash, number);
  return number;
}
