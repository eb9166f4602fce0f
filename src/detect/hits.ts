// Phrases found in a turn, as numbers: how one is added.
import type { Hits } from '../model/hearing.ts';

/** Hits with room for so many. */
export function emptyHits(capacity = 32): Hits {
  const array = () => new Int32Array(capacity);
  return { count: 0, phrase: array(), from: array(), to: array() };
}

/** Adds a hit. */
export function addHit(hits: Hits, phrase: number, from: number, to: number): void {
  if (hits.count === hits.phrase.length) enlarge(hits);
  const at = hits.count++;
  hits.phrase[at] = phrase;
  hits.from[at] = from;
  hits.to[at] = to;
}

function enlarge(hits: Hits): void {
  for (const key of ['phrase', 'from', 'to'] as const) {
    const larger = new Int32Array(hits[key].length * 2);
    larger.set(hits[key]);
    hits[key] = larger;
  }
}

/** Writes hits as numbers from a place on, their own places counted from a start; returns the place after them. */
export function writeHits(
  { count, phrase, from, to }: Hits,
  start: number,
  numbers: Int32Array,
  place: number,
): number {
  let at = place;
  numbers[at++] = count;
  for (let i = 0; i < count; i++, at += 3) {
    numbers[at] = phrase[i]!;
    numbers[at + 1] = from[i]! - start;
    numbers[at + 2] = to[i]! - start;
  }
  return at;
}

/** Adds the hits that were written at a place; returns the place after them. */
export function readHits(numbers: Int32Array, place: number, start: number, hits: Hits): number {
  const added = numbers[place]!;
  let at = place + 1;
  if (added === 0) return at;
  while (hits.count + added > hits.phrase.length) enlarge(hits);
  const { phrase, from, to } = hits;
  const end = hits.count + added;
  for (let i = hits.count; i < end; i++, at += 3) {
    phrase[i] = numbers[at]!;
    from[i] = numbers[at + 1]! + start;
    to[i] = numbers[at + 2]! + start;
  }
  hits.count = end;
  return at;
}
