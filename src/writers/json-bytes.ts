// JSON lines as UTF-8 bytes, the same that JSON.stringify would give, without strings in between. Texts and notation are put
// at a given place of one long run of bytes, for which there must be room, and each says where it ends.

const quote = 34;
const backslash = 92;
/** Most bytes of a character of a text. */
export const characterSize = 6;
/** Room that is kept beyond what is asked for. */
const slack = 128;

/** How the control characters that have a short escape are written. */
const shortEscapes: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

let bytes = new Uint8Array(1 << 16);
/** The bytes, to be written several at a time; another view where room was made. */
export let view = new DataView(bytes.buffer);

/** The bytes up to a place, as the caller's own. */
export function bytesUpTo(end: number): Uint8Array {
  const own = Buffer.allocUnsafeSlow(end);
  own.set(bytes.subarray(0, end));
  return own;
}

/** Makes room for so many bytes from a place on. */
export function room(at: number, needed: number): void {
  if (at + needed + slack > bytes.length) grow(at, needed);
}

function grow(at: number, needed: number): void {
  const larger = new Uint8Array(Math.max(bytes.length * 2, at + needed + slack));
  larger.set(bytes.subarray(0, at));
  bytes = larger;
  view = new DataView(bytes.buffer);
}

/** Puts ASCII that needs no escape. */
export function putPlain(at: number, word: string): number {
  const into = bytes;
  for (let i = 0; i < word.length; i++) into[at + i] = word.charCodeAt(i);
  return at + word.length;
}

/** Puts a text between quotation marks. */
export function putText(at: number, value: string): number {
  bytes[at] = quote;
  const end = putCharacters(at + 1, value, 0, value.length);
  bytes[end] = quote;
  return end + 1;
}

/** Puts the characters of a text from one to another. */
export function putCharacters(from: number, value: string, start: number, end: number): number {
  const into = bytes;
  let at = from;
  for (let i = start; i < end; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) {
      if (code >= 32 && code !== quote && code !== backslash) into[at++] = code;
      else at = putEscaped(at, code);
    } else if (code < 0x800) {
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 63);
    } else if (code < 0xd800 || code > 0xdfff) {
      into[at++] = 0xe0 | (code >> 12);
      into[at++] = 0x80 | ((code >> 6) & 63);
      into[at++] = 0x80 | (code & 63);
    } else {
      const whole = i + 1 < end ? value.codePointAt(i)! : code;
      if (whole === code) at = putEscaped(at, code);
      else {
        into[at++] = 0xf0 | (whole >> 18);
        into[at++] = 0x80 | ((whole >> 12) & 63);
        into[at++] = 0x80 | ((whole >> 6) & 63);
        into[at++] = 0x80 | (whole & 63);
        i++;
      }
    }
  }
  return at;
}

/** Puts a quote, a backslash, a control character, or half of a surrogate pair. */
function putEscaped(at: number, code: number): number {
  if (code !== quote && code !== backslash)
    return putPlain(at, shortEscapes[code] ?? `\\u${code.toString(16).padStart(4, '0')}`);
  bytes[at] = backslash;
  bytes[at + 1] = code;
  return at + 2;
}
