// Numbers ids in the order in which they first appear. Millions of them are kept as bytes outside of the heap, where a
// map of strings would take five times as much.

/** Makes `numberOf(id)`: 0 for the first id, 1 for the next new one; the same id has the same number. */
export function idNumbers(): (id: string) => number {
  let bytes = Buffer.allocUnsafe(1 << 14);
  /** By number: where its id ends among the bytes, and its hash. */
  let ends = new Uint32Array(1 << 10);
  let hashes = new Int32Array(1 << 10);
  /** A number and one, at the place of its hash or the next free one; 0: free. */
  let slots = new Uint32Array(1 << 12);
  let count = 0;

  function place(hash: number, isThere: (number: number) => boolean): number {
    const last = slots.length - 1;
    let at = hash & last;
    while (slots[at] !== 0 && !(hashes[slots[at]! - 1] === hash && isThere(slots[at]! - 1))) at = (at + 1) & last;
    return at;
  }

  function grow(): void {
    if (count === ends.length) {
      ends = copied(ends, new Uint32Array(count * 2));
      hashes = copied(hashes, new Int32Array(count * 2));
    }
    if (count * 2 < slots.length) return;
    slots = new Uint32Array(slots.length * 2);
    for (let number = 0; number < count; number++) slots[place(hashes[number]!, () => false)] = number + 1;
  }

  return (id) => {
    grow();
    const start = count === 0 ? 0 : ends[count - 1]!;
    if (start + id.length * 2 > bytes.length) {
      const larger = Buffer.allocUnsafe((start + id.length * 2) * 2);
      bytes.copy(larger, 0, 0, start);
      bytes = larger;
    }
    // The id is written behind the others, unit by unit as it is, and stays there if it is new.
    const end = start + bytes.write(id, start, 'utf16le');
    const hash = hashOf(bytes, start, end);
    const isSame = (number: number) => {
      const from = number === 0 ? 0 : ends[number - 1]!;
      return bytes.compare(bytes, start, end, from, ends[number]!) === 0;
    };
    const at = place(hash, isSame);
    if (slots[at] !== 0) return slots[at]! - 1;
    slots[at] = count + 1;
    ends[count] = end;
    hashes[count] = hash;
    return count++;
  };
}

function copied<T extends Uint32Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
