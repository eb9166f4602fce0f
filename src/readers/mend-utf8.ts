// UTF-8 with stray Windows-1252 bytes in it (two exports pasted together) → UTF-8, so that no letter is lost.
import { isUtf8 } from 'node:buffer';

/** The encoding as it is told; the count is that of the bytes. */
export const strayBytes = 'utf-8 with stray windows-1252 bytes';

/** What Windows-1252 has from 0x80 to 0x9f; the five bytes that mean nothing become U+FFFD. */
const windows1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** The same bytes where they are UTF-8; otherwise each byte that fits in no character is read as Windows-1252 and counted. */
export function mended(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly stray: number } {
  if (isUtf8(bytes)) return { bytes, stray: 0 };
  const parts: Buffer[] = [];
  let stray = 0;
  let whole = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const byte = bytes[at]!;
    parts.push(Buffer.from(bytes.subarray(whole, at)));
    parts.push(Buffer.from(byte < 0xa0 ? windows1252[byte - 0x80]! : String.fromCharCode(byte)));
    stray += 1;
    at += 1;
    whole = at;
  }
  parts.push(Buffer.from(bytes.subarray(whole)));
  return { bytes: new Uint8Array(Buffer.concat(parts)), stray };
}

/** Bytes of the character that begins here; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return first >= 0xc2 && first <= 0xf4 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))
    ? length
    : 0;
}
