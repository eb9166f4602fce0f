// Messages that wait in memory, as bytes outside of the heap: what is held for a while as objects would leave it full of
// what is no longer needed.

/** Messages as JSON, each on a line behind the number of its conversation. */
export interface HeldMessages {
  readonly add: (conversation: number, json: string) => void;
  /** Bytes held. */
  readonly size: () => number;
  /** The lines by file, each of which is for so many conversations. */
  readonly byFile: () => ReadonlyMap<number, Buffer>;
  readonly clear: () => void;
}

/** Nothing held yet; `perFile` conversations share a file. */
export function heldMessages(perFile: number): HeldMessages {
  let bytes = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  /** By message, its file and where its line ends. */
  let files: number[] = [];
  let ends: number[] = [];
  return {
    add: (conversation, json) => {
      const line = `${conversation},${json}\n`;
      const most = size + line.length * 3;
      if (most > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(most, bytes.length * 2));
        bytes.copy(larger, 0, 0, size);
        bytes = larger;
      }
      size += bytes.write(line, size);
      files.push(Math.floor(conversation / perFile));
      ends.push(size);
    },
    size: () => size,
    byFile: () => {
      const parts = new Map<number, Buffer[]>();
      files.forEach((file, i) => {
        const line = bytes.subarray(ends[i - 1] ?? 0, ends[i]);
        const known = parts.get(file);
        if (known === undefined) parts.set(file, [line]);
        else known.push(line);
      });
      return new Map([...parts].map(([file, lines]) => [file, Buffer.concat(lines)]));
    },
    clear: () => {
      size = 0;
      files = [];
      ends = [];
    },
  };
}
