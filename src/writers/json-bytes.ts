// The pieces of JSON lines as UTF-8 bytes, the same that JSON.stringify would give, without strings in between. They are
// put one after the other into one place that grows, until the whole is taken.

const quote = 34;
const backslash = 92;
const comma = 44;
/** Most bytes of a number as JSON writes it. */
const numberSize = 24;
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
let end = 0;

/** Notation or text that is put often: its bytes, four at a time. */
export interface Piece {
  readonly fours: Int32Array;
  readonly length: number;
}

/** Encodes a piece. */
export function piece(text: string): Piece {
  const encoded = new TextEncoder().encode(text);
  const fours = new Int32Array((encoded.length + 3) >> 2);
  const into = new DataView(fours.buffer);
  for (let i = 0; i < encoded.length; i++) into.setUint8(i, encoded[i]!);
  for (let i = 0; i < fours.length; i++) fours[i] = into.getInt32(i * 4, true);
  return { fours, length: encoded.length };
}

/** Starts anew, whatever was left. */
export function startBytes(): void {
  end = 0;
}

/** What was put since the start; the bytes are the caller's own. */
export function takeBytes(): Uint8Array {
  return bytes.slice(0, end);
}

/** Makes room for so many bytes. */
function room(needed: number): void {
  if (end + needed + slack <= bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes.length * 2, end + needed + slack));
  larger.set(bytes.subarray(0, end));
  bytes = larger;
  view = new DataView(bytes.buffer);
}

/** Puts a piece. What the last four bytes have too much is written over by what comes next. */
export function putPiece({ fours, length }: Piece): void {
  room(length);
  const into = view;
  const at = end;
  for (let i = 0; i < fours.length; i++) into.setInt32(at + i * 4, fours[i]!, true);
  end = at + length;
}

/** Puts a number, and null for what is none. */
export function putNumber(value: number | null): void {
  room(numberSize);
  if (value !== null && isSmall(value)) end = digits(value, bytes, end);
  else end = plain(value !== null && Number.isFinite(value) ? String(value) : 'null', bytes, end);
}

/** Puts a list of numbers. */
export function putNumbers(values: readonly (number | null)[]): void {
  room(values.length * (numberSize + 1));
  const into = bytes;
  let at = end;
  into[at++] = 91;
  for (let i = 0; i < values.length; i++) {
    if (i > 0) into[at++] = comma;
    const value = values[i]!;
    if (value !== null && isSmall(value)) at = digits(value, into, at);
    else at = plain(value !== null && Number.isFinite(value) ? String(value) : 'null', into, at);
  }
  into[at++] = 93;
  end = at;
}

function isSmall(value: number): boolean {
  return value === (value | 0) && value > -10 && value < 1000;
}

/** A small number. */
function digits(value: number, into: Uint8Array, from: number): number {
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

/** ASCII that needs no escape. */
function plain(word: string, into: Uint8Array, from: number): number {
  for (let i = 0; i < word.length; i++) into[from + i] = word.charCodeAt(i);
  return from + word.length;
}

/** Puts a text between quotation marks. */
export function putText(value: string): void {
  const { length } = value;
  room(length * 6);
  const into = bytes;
  let at = end;
  into[at++] = quote;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) {
      if (isPlain[code] === 1) into[at++] = code;
      else at = escaped(code, into, at);
    } else if (code < 0x800) {
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 63);
    } else if (code < 0xd800 || code > 0xdfff) {
      into[at++] = 0xe0 | (code >> 12);
      into[at++] = 0x80 | ((code >> 6) & 63);
      into[at++] = 0x80 | (code & 63);
    } else {
      const whole = value.codePointAt(i)!;
      if (whole === code) at = escaped(code, into, at);
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
  end = at;
}

/** A quote, a backslash, a control character, or half of a surrogate pair. */
function escaped(code: number, into: Uint8Array, from: number): number {
  if (code !== quote && code !== backslash)
    return plain(shortEscapes[code] ?? `\\u${code.toString(16).padStart(4, '0')}`, into, from);
  into[from] = backslash;
  into[from + 1] = code;
  return from + 2;
}
