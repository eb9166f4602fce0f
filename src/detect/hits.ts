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
