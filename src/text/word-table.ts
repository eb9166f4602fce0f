// Words found by their letters without making a string: open addressing, all that is known of a word in one place.

/** What `find` gives for a word that is not there. */
export const absent = -0x80000000;

export interface WordTable {
  /** Value of the word held in `units[0..length)`, or `absent`. Its hash is given, the length is not 0. */
  find(units: Uint16Array, length: number, hash: number): number;
  /** Adds a word that is not there yet. */
  add(units: Uint16Array, length: number, hash: number, value: number): void;
  clear(): void;
  readonly count: number;
  /** Letters of all the words together. */
  readonly letters: number;
}

/** Slots are `[hash, value, place of the letters, length]`; an empty one has length 0. */
const width = 4;

export function wordTable(capacity: number): WordTable {
  let size = 1024;
  while (size < capacity * 2) size *= 2;
  let slots = new Int32Array(size * width);
  let pool = new Uint16Array(size * 4);
  let letters = 0;
  let count = 0;

  return {
    get count() {
      return count;
    },
    get letters() {
      return letters;
    },
    find(units, length, hash) {
      const last = slots.length - 1;
      let at = (hash << 2) & last;
      for (;;) {
        const known = slots[at + 3]!;
        if (known === 0) return absent;
        if (known === length && slots[at] === hash) {
          const place = slots[at + 2]!;
          let i = 0;
          while (i < length && pool[place + i] === units[i]) i++;
          if (i === length) return slots[at + 1]!;
        }
        at = (at + width) & last;
      }
    },
    add(units, length, hash, value) {
      if (count * 2 >= size) grow();
      while (letters + length > pool.length) {
        const larger = new Uint16Array(pool.length * 2);
        larger.set(pool);
        pool = larger;
      }
      for (let i = 0; i < length; i++) pool[letters + i] = units[i]!;
      put(hash, value, letters, length);
      letters += length;
      count++;
    },
    clear() {
      slots.fill(0);
      letters = 0;
      count = 0;
    },
  };

  function put(hash: number, value: number, place: number, length: number): void {
    const last = slots.length - 1;
    let at = (hash << 2) & last;
    while (slots[at + 3] !== 0) at = (at + width) & last;
    slots[at] = hash;
    slots[at + 1] = value;
    slots[at + 2] = place;
    slots[at + 3] = length;
  }

  function grow(): void {
    const old = slots;
    size *= 2;
    slots = new Int32Array(size * width);
    for (let at = 0; at < old.length; at += width)
      if (old[at + 3] !== 0) put(old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!);
  }
}
