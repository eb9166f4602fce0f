// Remembers which ids have been met, in 8 bytes each or so, to tell a user about conversations that came twice.

/** Asks whether an id was met before, and remembers it. */
export type SeenIds = (id: string) => boolean;

const firstSize = 1 << 12;

/** A memory that is still empty. It keeps 64 bits of each id: two different ids look the same once in 10^10 runs. */
export function seenIds(): SeenIds {
  let low = new Uint32Array(firstSize);
  let high = new Uint32Array(firstSize);
  let count = 0;

  function placeOf(l: number, h: number): number {
    const mask = low.length - 1;
    let at = l & mask;
    while ((low[at] !== 0 || high[at] !== 0) && (low[at] !== l || high[at] !== h)) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [oldLow, oldHigh] = [low, high];
    low = new Uint32Array(oldLow.length * 2);
    high = new Uint32Array(oldLow.length * 2);
    for (let i = 0; i < oldLow.length; i++) {
      if (oldLow[i] === 0 && oldHigh[i] === 0) continue;
      const at = placeOf(oldLow[i]!, oldHigh[i]!);
      low[at] = oldLow[i]!;
      high[at] = oldHigh[i]!;
    }
  }

  return (id) => {
    const l = hash(id, 0x811c9dc5);
    // Zero in both halves stands for an empty place.
    const h = (hash(id, 0x9747b28c) | 1) >>> 0;
    const at = placeOf(l, h);
    if (high[at] !== 0) return true;
    low[at] = l;
    high[at] = h;
    count += 1;
    if (count * 2 > low.length) grow();
    return false;
  };
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
