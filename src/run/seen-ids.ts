// Remembers which ids have been met, in a dozen bytes each, to tell a user about conversations that came twice.

/** Asks whether an id was met before, and remembers it. */
export type SeenIds = (id: string) => boolean;

/** Ids are spread over so many tables: the copy of one that grows is small beside the rest. */
const tables = 64;
const firstSize = 64;
/** A table grows by half where more of its places are taken. */
const fullest = 0.8;

/** A memory that is still empty. It keeps 64 bits of each id: two different ids look the same once in 10^10 runs. */
export function seenIds(): SeenIds {
  const parts = Array.from({ length: tables }, table);
  return (id) => {
    // Zero in both halves stands for an empty place.
    const high = (hash(id, 0x9747b28c) | 1) >>> 0;
    return parts[high >>> 26]!(hash(id, 0x811c9dc5), high);
  };
}

/** A table of ids by the two halves of their hashes. */
function table(): (low: number, high: number) => boolean {
  /** Pairs of halves. */
  let places = new Uint32Array(firstSize * 2);
  let count = 0;

  function placeOf(low: number, high: number): number {
    let at = (low % (places.length >> 1)) * 2;
    while (places[at + 1] !== 0 && (places[at] !== low || places[at + 1] !== high))
      at = at + 2 === places.length ? 0 : at + 2;
    return at;
  }

  function put(at: number, low: number, high: number): void {
    places[at] = low;
    places[at + 1] = high;
  }

  function grow(): void {
    const old = places;
    places = new Uint32Array(Math.ceil(old.length * 0.75) * 2);
    for (let at = 0; at < old.length; at += 2)
      if (old[at + 1] !== 0) put(placeOf(old[at]!, old[at + 1]!), old[at]!, old[at + 1]!);
  }

  return (low, high) => {
    const at = placeOf(low, high);
    if (places[at + 1] !== 0) return true;
    put(at, low, high);
    count += 1;
    if (count * 2 > places.length * fullest) grow();
    return false;
  };
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
