// The pieces of JSON lines as UTF-8 bytes, the same that JSON.stringify would give, without strings in between. Each is put
// at a given place, for which there must be room, and says where it ends.

const quote = 34;
const backslash = 92;
const comma = 44;
/** Most bytes of a number as JSON writes it, with the comma after it. */
export const numberSize = 25;
/** Most bytes of a character of a text. */
export const characterSize = 6;
/** Room that is kept beyond what is asked for. */
const slack = 64;

/** How the control characters that have a short escape are written. */
const shortEscapes: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

/** 1 for the ASCII characters that stand for themselves. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code >= 32 && code !== quote && code !== backslash),
);

let bytes = new Uint8Array(1 << 16);
let view = new DataView(bytes.buffer);

/** Notation or text that is put often: its bytes, eight at a time. No eight bytes of UTF-8 are a NaN, which could change. */
export interface Piece {
  readonly eights: Float64Array;
  readonly length: number;
}

/** Encodes a piece. */
export function piece(text: string): Piece {
  const encoded = new TextEncoder().encode(text);
  const eights = new Float64Array((encoded.length + 7) >> 3);
  const padded = new Uint8Array(eights.length * 8);
  padded.set(encoded);
  const from = new DataView(padded.buffer);
  for (let i = 0; i < eights.length; i++) eights[i] = from.getFloat64(i * 8, true);
  return { eights, length: encoded.length };
}

/** The bytes up to a place, as the caller's own. */
export function bytesUpTo(end: number): Uint8Array {
  return bytes.slice(0, end);
}

/** Makes room for so many bytes from a place on. */
export function room(at: number, needed: number): void {
  if (at + needed + slack <= bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes.length * 2, at + needed + slack));
  larger.set(bytes.subarray(0, at));
  bytes = larger;
  view = new DataView(bytes.buffer);
}

/** Puts a piece. What the last eight bytes have too much is written over by what comes next. */
export function putPiece(at: number, { eights, length }: Piece): number {
  const into = view;
  for (let i = 0; i < eights.length; i++) into.setFloat64(at + i * 8, eights[i]!, true);
  return at + length;
}

/** Puts a number, and null for what is none. */
export function putNumber(at: number, value: number | null): number {
  if (value !== null && isSmall(value)) return putSmall(at, value, bytes);
  return putPlain(at, value !== null && Number.isFinite(value) ? String(value) : 'null', bytes);
}

/** Puts a list of numbers; makes its own room. */
export function putNumbers(from: number, values: readonly (number | null)[]): number {
  room(from, (values.length + 1) * numberSize);
  const into = bytes;
  let at = from;
  into[at++] = 91;
  for (let i = 0; i < values.length; i++) {
    if (i > 0) into[at++] = comma;
    const value = values[i]!;
    if (value !== null && isSmall(value)) at = putSmall(at, value, into);
    else at = putPlain(at, value !== null && Number.isFinite(value) ? String(value) : 'null', into);
  }
  into[at++] = 93;
  return at;
}

function isSmall(value: number): boolean {
  return value === (value | 0) && value > -10 && value < 1000;
}

function putSmall(from: number, value: number, into: Uint8Array): number {
  let at = from;
  let rest = value | 0;
  if (rest < 0) {
    into[at++] = 45;
    rest = -rest;
  }
  if (rest >= 10) {
    if (rest >= 100) {
      into[at++] = 48 + ((rest / 100) | 0);
      rest %= 100;
    }
    into[at++] = 48 + ((rest / 10) | 0);
    rest %= 10;
  }
  into[at++] = 48 + rest;
  return at;
}

/** Puts ASCII that needs no escape. */
function putPlain(at: number, word: string, into: Uint8Array): number {
  for (let i = 0; i < word.length; i++) into[at + i] = word.charCodeAt(i);
  return at + word.length;
}

/** Puts a text between quotation marks. */
export function putText(from: number, value: string): number {
  const { length } = value;
  const into = bytes;
  let at = from;
  into[at++] = quote;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) {
      if (isPlain[code] === 1) into[at++] = code;
      else at = putEscaped(at, code, into);
    } else if (code < 0x800) {
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 63);
    } else if (code < 0xd800 || code > 0xdfff) {
      into[at++] = 0xe0 | (code >> 12);
      into[at++] = 0x80 | ((code >> 6) & 63);
      into[at++] = 0x80 | (code & 63);
    } else {
      const whole = value.codePointAt(i)!;
      if (whole === code) at = putEscaped(at, code, into);
      else {
        into[at++] = 0xf0 | (whole >> 18);
        into[at++] = 0x80 | ((whole >> 12) & 63);
        into[at++] = 0x80 | ((whole >> 6) & 63);
        into[at++] = 0x80 | (whole & 63);
        i++;
      }
    }
  }
  into[at++] = quote;
  return at;
}

/** Puts a quote, a backslash, a control character, or half of a surrogate pair. */
function putEscaped(at: number, code: number, into: Uint8Array): number {
  if (code !== quote && code !== backslash)
    return putPlain(at, shortEscapes[code] ?? `\\u${code.toString(16).padStart(4, '0')}`, into);
  into[at] = backslash;
  into[at + 1] = code;
  return at + 2;
}
