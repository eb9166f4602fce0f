// Bytes → text: UTF-8 with or without BOM, UTF-16 either way round, Windows-1252. Decided on the first bytes; a file that
// turns out not to be UTF-8 later on keeps its broken characters as U+FFFD, which the ledger tells.
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Decides the encoding from the first bytes of an input. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < Math.min(head.length, 512); i++) if (head[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > 8 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > 8 && zeros[1] === 0) return 'utf-16be';
  return isUtf8(withoutCutCharacter(head)) ? 'utf-8' : 'windows-1252';
}

/** Decodes a stream of bytes; a byte order mark is dropped. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** Drops the beginning of a character that the head's border cut in two. */
function withoutCutCharacter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 4 && back <= head.length; back++) {
    const byte = head[head.length - back]!;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
  }
  return head;
}
