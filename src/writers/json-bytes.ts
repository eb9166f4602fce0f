// Plain data → JSON as UTF-8 bytes, the same that JSON.stringify would give, without the string in between.

const quote = 34;
const backslash = 92;
const comma = 44;
const colon = 58;
/** Room that is kept for what a character, a number or a word of the notation needs at most. */
const slack = 64;

/** How the control characters that have a short escape are written. */
const shortEscapes: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

let bytes = new Uint8Array(1 << 16);
let end = 0;

/** Writes values one a line; the bytes are the caller's own. */
export function jsonLines(values: readonly unknown[]): Uint8Array {
  end = 0;
  for (const value of values) {
    write(value);
    room(1);
    bytes[end++] = 10;
  }
  return bytes.slice(0, end);
}

function write(value: unknown): void {
  if (typeof value === 'string') text(value);
  else if (typeof value === 'number') number(value);
  else if (typeof value === 'boolean') plain(value ? 'true' : 'false');
  else if (typeof value !== 'object' || value === null) plain('null');
  else if (Array.isArray(value)) list(value);
  else fields(value as Readonly<Record<string, unknown>>);
}

function list(values: readonly unknown[]): void {
  room(1);
  bytes[end++] = 91;
  for (let i = 0; i < values.length; i++) {
    if (i > 0) {
      room(1);
      bytes[end++] = comma;
    }
    write(values[i]);
  }
  room(1);
  bytes[end++] = 93;
}

function fields(record: Readonly<Record<string, unknown>>): void {
  room(1);
  bytes[end++] = 123;
  let isFirst = true;
  for (const key in record) {
    const value = record[key];
    if (value === undefined) continue;
    if (!isFirst) {
      room(1);
      bytes[end++] = comma;
    }
    isFirst = false;
    text(key);
    bytes[end++] = colon;
    write(value);
  }
  room(1);
  bytes[end++] = 125;
}

function number(value: number): void {
  if (value >= 0 && value < 100 && Number.isInteger(value) && !Object.is(value, -0)) {
    room(2);
    if (value >= 10) bytes[end++] = 48 + Math.floor(value / 10);
    bytes[end++] = 48 + (value % 10);
  } else plain(Number.isFinite(value) ? String(value) : 'null');
}

/** Text that needs no escape and is ASCII. */
function plain(word: string): void {
  room(word.length);
  for (let i = 0; i < word.length; i++) bytes[end++] = word.charCodeAt(i);
}

function text(value: string): void {
  room(value.length * 6);
  const into = bytes;
  let at = end;
  into[at++] = quote;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) {
      if (code < 32 || code === quote || code === backslash) at = escaped(code, at);
      else into[at++] = code;
    } else if (code < 0x800) {
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 63);
    } else if (code < 0xd800 || code > 0xdfff) {
      into[at++] = 0xe0 | (code >> 12);
      into[at++] = 0x80 | ((code >> 6) & 63);
      into[at++] = 0x80 | (code & 63);
    } else {
      const whole = value.codePointAt(i)!;
      if (whole === code) at = escaped(code, at);
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
function escaped(code: number, from: number): number {
  let at = from;
  if (code === quote || code === backslash) {
    bytes[at++] = backslash;
    bytes[at++] = code;
    return at;
  }
  const form = shortEscapes[code] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  for (let i = 0; i < form.length; i++) bytes[at++] = form.charCodeAt(i);
  return at;
}

function room(needed: number): void {
  if (end + needed + slack <= bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes.length * 2, end + needed + slack));
  larger.set(bytes.subarray(0, end));
  bytes = larger;
}
