// Notation and numbers of JSON lines that are prepared as bytes, and put eight bytes at a time without a loop: what is put
// too much is written over by what comes next.
import { putPlain, room, view } from './json-bytes.ts';

/** Most bytes of a number as JSON writes it, with the comma after it. */
export const numberSize = 25;

const comma = 44;
const open = 91;
const shut = 93;

/** A run of prepared bytes: where it begins among all of them, in eights, and how many bytes it has. One number, so that it is had without a detour. */
export type Piece = number & { readonly brand: 'piece' };

const lengthBits = 9;
const longest = (1 << lengthBits) - 1;
/** Eights that are put at a time, read beyond the last piece too. */
const atOnce = 8;

/** Every prepared byte, as floating-point numbers of eight: UTF-8 never makes a NaN of them, which could change. */
let eights = new Float64Array(1 << 10);
let used = 0;

/** Prepares a piece; it must not be longer than 511 bytes. */
export function piece(text: string): Piece {
  const encoded = Buffer.from(text);
  if (encoded.length > longest) throw new RangeError(`${encoded.length} bytes are no piece`);
  const size = (encoded.length + 7) >> 3;
  if (used + size + atOnce > eights.length) {
    const larger = new Float64Array(eights.length * 2);
    larger.set(eights);
    eights = larger;
  }
  encoded.copy(new Uint8Array(eights.buffer, used * 8));
  const made = ((used << lengthBits) | encoded.length) as Piece;
  used += size;
  return made;
}

/** Puts a piece. */
export function putPiece(at: number, piece: Piece): number {
  const into = view;
  const length = piece & longest;
  const from = piece >> lengthBits;
  into.setFloat64(at, eights[from]!, true);
  into.setFloat64(at + 8, eights[from + 1]!, true);
  into.setFloat64(at + 16, eights[from + 2]!, true);
  into.setFloat64(at + 24, eights[from + 3]!, true);
  if (length > 32) {
    into.setFloat64(at + 32, eights[from + 4]!, true);
    into.setFloat64(at + 40, eights[from + 5]!, true);
    into.setFloat64(at + 48, eights[from + 6]!, true);
    into.setFloat64(at + 56, eights[from + 7]!, true);
    for (let done = 64; done < length; done += 8) into.setFloat64(at + done, eights[from + (done >> 3)]!, true);
  }
  return at + length;
}

const lowest = -9;
const highest = 999;
/** Small numbers with a comma behind, and how many bytes come before it. */
const digits = new Uint32Array(highest - lowest + 1);
const widths = new Uint8Array(digits.length);
for (let i = 0; i < digits.length; i++) {
  const written = String(i + lowest);
  digits[i] = Buffer.from(`${written},   `).readUInt32LE();
  widths[i] = written.length;
}

const isSmall = (value: number): boolean => value === (value | 0) && value >= lowest && value <= highest;

/** Puts a key of at most sixteen bytes and its number, null for what is none. */
export function putKeyed(at: number, key: Piece, value: number | null): number {
  const from = key >> lengthBits;
  view.setFloat64(at, eights[from]!, true);
  view.setFloat64(at + 8, eights[from + 1]!, true);
  return putNumber(at + (key & longest), value);
}

/** Puts a number, null for what is none. */
export function putNumber(at: number, value: number | null): number {
  if (value === null || !isSmall(value)) return putPlain(at, numberText(value));
  view.setUint32(at, digits[value - lowest]!, true);
  return at + widths[value - lowest]!;
}

/** Puts a list of numbers, null for what is none; makes its own room. */
export function putNumbers(from: number, values: readonly (number | null)[]): number {
  room(from, (values.length + 1) * numberSize);
  const into = view;
  let at = from;
  into.setUint8(at++, open);
  for (let n = 0; n < values.length; n++) {
    const value = values[n]!;
    if (value !== null && isSmall(value)) {
      const i = value - lowest;
      into.setUint32(at, digits[i]!, true);
      at += widths[i]! + 1;
    } else {
      at = putPlain(at, numberText(value));
      into.setUint8(at++, comma);
    }
  }
  // Of the commas, the last one gives way.
  if (values.length > 0) at--;
  into.setUint8(at, shut);
  return at + 1;
}

function numberText(value: number | null): string {
  return value !== null && Number.isFinite(value) ? String(value) : 'null';
}
