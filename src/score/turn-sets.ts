// Sets of turns as bits, all those of one conversation in one array that is kept for the next: which turns carry a marker,
// who speaks in which, what a fact was read from. « Three of these turns, in that window » is then a few bits compared.
import { factIds } from '../model/fact.ts';
import { markerIds } from '../model/marker.ts';

/** Where the sets of each kind begin; a set is known by its number. */
export const setsOf = {
  /** Turns carrying a marker, by the number of the marker. */
  markers: 0,
  agent: markerIds.length,
  client: markerIds.length + 1,
  /** The agent's and the client's together. */
  anyone: markerIds.length + 2,
  /** Turns that a fact was read from, by the number of the fact. */
  facts: markerIds.length + 3,
  /** For what is being worked out: turns found, a window, turns looked at. */
  found: markerIds.length + 3 + factIds.length,
  window: markerIds.length + 4 + factIds.length,
  seen: markerIds.length + 5 + factIds.length,
  /** Turns with words of a class, by the number of the class. */
  words: markerIds.length + 6 + factIds.length,
} as const;

let width = 1;
let bits = new Int32Array(256);

/** Empties every set, for a conversation of so many turns and a scorecard of so many classes of words. */
export function clearSets(turns: number, classes: number): void {
  width = ((turns + 31) >> 5) | 0 || 1;
  const size = (setsOf.words + classes) * width;
  if (bits.length < size) bits = new Int32Array(size * 2);
  else bits.fill(0, 0, size);
}

export function clearSet(set: number): void {
  for (let i = set * width; i < (set + 1) * width; i++) bits[i] = 0;
}

export function addTurn(set: number, turn: number): void {
  bits[set * width + (turn >> 5)]! |= 1 << (turn & 31);
}

export function hasTurn(set: number, turn: number): boolean {
  return ((bits[set * width + (turn >> 5)]! >>> (turn & 31)) & 1) !== 0;
}

/** Adds the turns of one set to another. */
export function addSet(set: number, other: number): void {
  for (let i = 0; i < width; i++) bits[set * width + i]! |= bits[other * width + i]!;
}

/** Adds the turns that two sets have in common to a third. */
export function addCommon(set: number, one: number, other: number): void {
  for (let i = 0; i < width; i++) bits[set * width + i]! |= bits[one * width + i]! & bits[other * width + i]!;
}

/** How many turns a set has. */
export function sizeOf(set: number): number {
  let size = 0;
  for (let i = set * width; i < (set + 1) * width; i++) size += ones(bits[i]!);
  return size;
}

export function isSameSet(one: number, other: number): boolean {
  for (let i = 0; i < width; i++) if (bits[one * width + i] !== bits[other * width + i]) return false;
  return true;
}

/** A list that grows once; a copy of its beginning takes no more room than it needs. */
const list: number[] = [];

/** The turns of a set, in order. */
export function turnsOf(set: number): number[] {
  let count = 0;
  for (let i = 0; i < width; i++)
    for (let rest = bits[set * width + i]!; rest !== 0; rest &= rest - 1)
      list[count++] = i * 32 + 31 - Math.clz32(rest & -rest);
  return list.slice(0, count);
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
