// Bytes of whole lines → the text of each; the last one may lack its line feed.

const lineFeed = 10;

/** Every line of some bytes, blank ones too, without its line feed. */
export function* splitLines(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf(lineFeed, start);
    const end = found < 0 ? buffer.length : found;
    yield buffer.toString('utf8', start, end);
    start = end + 1;
  }
}
