// Finds an assessment again by its conversation, for millions of them in little memory: hashes and places, no strings.
import { createHash } from 'node:crypto';

/** What is remembered of one assessment. */
export interface Indexed {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
  /** Whether it held a difficult moment. */
  readonly isHard: boolean;
}

/** An index that grows as conversations come. */
export interface ConversationIndex {
  /** The number of the conversation, or null where it was there already. */
  readonly add: (key: string, entry: Indexed) => number | null;
  readonly find: (key: string) => number | null;
  readonly entry: (number: number) => Indexed;
  readonly size: () => number;
}

/** What tells one conversation from another: ids alone come again in other exports. */
export function conversationKey(id: string, startedAt: string | null | undefined): string {
  return `${id}\u0000${startedAt ?? ''}`;
}

/** An empty index. */
export function conversationIndex(): ConversationIndex {
  let slots = new Int32Array(1024);
  let keys = new Float64Array(512);
  let offsets = new Float64Array(512);
  let lengths = new Uint32Array(512);
  let files = new Uint16Array(512);
  let size = 0;

  const slotOf = (hash: number, table: Int32Array): number => {
    let slot = hash % table.length;
    while (table[slot] !== 0 && keys[table[slot]! - 1] !== hash) slot = (slot + 1) % table.length;
    return slot;
  };
  const grow = (): void => {
    keys = enlarged(keys, new Float64Array(keys.length * 2));
    offsets = enlarged(offsets, new Float64Array(offsets.length * 2));
    lengths = enlarged(lengths, new Uint32Array(lengths.length * 2));
    files = enlarged(files, new Uint16Array(files.length * 2));
    const wider = new Int32Array(slots.length * 2);
    for (let number = 0; number < size; number++) wider[slotOf(keys[number]!, wider)] = number + 1;
    slots = wider;
  };
  return {
    add: (key, { file, offset, length, isHard }) => {
      if (size === keys.length) grow();
      const hash = hashOf(key);
      const slot = slotOf(hash, slots);
      if (slots[slot] !== 0) return null;
      keys[size] = hash;
      offsets[size] = offset;
      lengths[size] = length;
      files[size] = file * 2 + (isHard ? 1 : 0);
      size += 1;
      slots[slot] = size;
      return size - 1;
    },
    find: (key) => {
      const found = slots[slotOf(hashOf(key), slots)]!;
      return found === 0 ? null : found - 1;
    },
    entry: (number) => ({
      file: files[number]! >> 1,
      offset: offsets[number]!,
      length: lengths[number]!,
      isHard: (files[number]! & 1) === 1,
    }),
    size: () => size,
  };
}

function enlarged<T extends Float64Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

// 52 bits: two of a million conversations share a hash about once in ten thousand runs.
function hashOf(key: string): number {
  const bytes = createHash('sha1').update(key).digest();
  return bytes.readUInt32LE(0) * 0x100000 + (bytes.readUInt32LE(4) & 0xfffff);
}
