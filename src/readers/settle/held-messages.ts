// Messages that wait in memory, as bytes outside of the heap: what is held for a while as objects would leave it full of
// what is no longer needed. Each stands behind the number of its conversation and its length, on disk as well.

/** Messages in the form in which they are kept. */
export interface HeldMessages {
  readonly add: (conversation: number, message: string) => void;
  /** Bytes held. */
  readonly size: () => number;
  /** The messages by file, each of which is for so many conversations. */
  readonly byFile: () => ReadonlyMap<number, Buffer>;
  readonly clear: () => void;
}

/** Bytes before each message. */
const headerSize = 8;

/** Nothing held yet; `perFile` conversations share a file. */
export function heldMessages(perFile: number): HeldMessages {
  let bytes = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  /** Messages that follow each other in one file: its number, and where they end. */
  let files: number[] = [];
  let ends: number[] = [];
  return {
    add: (conversation, message) => {
      const most = size + headerSize + message.length * 3;
      if (most > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(most, bytes.length * 2));
        bytes.copy(larger, 0, 0, size);
        bytes = larger;
      }
      const length = bytes.write(message, size + headerSize);
      bytes.writeUInt32LE(conversation, size);
      bytes.writeUInt32LE(length, size + 4);
      size += headerSize + length;
      const file = Math.floor(conversation / perFile);
      if (files.at(-1) === file) ends[ends.length - 1] = size;
      else {
        files.push(file);
        ends.push(size);
      }
    },
    size: () => size,
    byFile: () => {
      const parts = new Map<number, Buffer[]>();
      files.forEach((file, i) => {
        const part = bytes.subarray(ends[i - 1] ?? 0, ends[i]);
        const known = parts.get(file);
        if (known === undefined) parts.set(file, [part]);
        else known.push(part);
      });
      return new Map([...parts].map(([file, some]) => [file, some.length === 1 ? some[0]! : Buffer.concat(some)]));
    },
    clear: () => {
      size = 0;
      files = [];
      ends = [];
    },
  };
}

/** Visits the messages among some bytes, which may lack the end of the last one; tells where the whole ones end. */
export function eachMessage(bytes: Buffer, visit: (conversation: number, start: number, end: number) => void): number {
  let at = 0;
  while (at + headerSize <= bytes.length) {
    const start = at + headerSize;
    const end = start + bytes.readUInt32LE(at + 4);
    if (end > bytes.length) break;
    visit(bytes.readUInt32LE(at), start, end);
    at = end;
  }
  return at;
}

/** Where the whole record of a message begins. */
export function recordStart(start: number): number {
  return start - headerSize;
}
