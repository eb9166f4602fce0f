// Numbers found by numbers, in as little memory as can be: what is asked at each word must lie near.

/** What `find` gives for a key that is not there. */
export const absent = -1;

/** Golden ratio: neighbouring keys lie far apart. */
const factor = 0x9e3779b1;

export interface NumberTable {
  /** The number of a key, or `absent`. */
  find(key: number): number;
  /** Adds a key that is not there yet; no key is 0. */
  add(key: number, value: number): void;
  clear(): void;
  readonly count: number;
}

/** Makes a table with room for 2^bits slots, and more when they are needed. */
export function numberTable(bits = 12): NumberTable {
  let shift = 32 - bits;
  let slots = new Int32Array(2 << bits);
  let count = 0;

  return {
    get count() {
      return count;
    },
    find(key) {
      const last = slots.length - 2;
      for (let at = (Math.imul(key, factor) >>> shift) * 2; ; at = (at + 2) & last) {
        const known = slots[at];
        if (known === key) return slots[at + 1]!;
        if (known === 0) return absent;
      }
    },
    add(key, value) {
      if (++count * 4 > slots.length) grow();
      put(key, value);
    },
    clear() {
      slots.fill(0);
      count = 0;
    },
  };

  function put(key: number, value: number): void {
    const last = slots.length - 2;
    let at = (Math.imul(key, factor) >>> shift) * 2;
    while (slots[at] !== 0) at = (at + 2) & last;
    slots[at] = key;
    slots[at + 1] = value;
  }

  function grow(): void {
    const old = slots;
    shift--;
    slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) put(old[at]!, old[at + 1]!);
  }
}
