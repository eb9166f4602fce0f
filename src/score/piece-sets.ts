// Which pieces of evidence are of which marker, as bits: those that a condition cites are then a few sets put together.
import { markerIds } from '../model/marker.ts';

let width = 1;
let bits = new Int32Array(markerIds.length * 4);

/** Empties the sets, for so many pieces. */
export function clearPieces(pieces: number): void {
  width = ((pieces + 31) >> 5) | 0 || 1;
  const size = markerIds.length * width;
  if (bits.length < size) bits = new Int32Array(size * 2);
  else bits.fill(0, 0, size);
}

export function addPiece(marker: number, piece: number): void {
  bits[marker * width + (piece >> 5)]! |= 1 << (piece & 31);
}

/** A list that grows once; a copy of its beginning takes no more room than it needs. */
const list: number[] = [];

/** The pieces of some markers, given as bits, in order. */
export function piecesOf(low: number, high: number): number[] {
  let count = 0;
  for (let i = 0; i < width; i++) {
    let found = 0;
    for (let rest = low; rest !== 0; rest &= rest - 1) found |= bits[lowest(rest) * width + i]!;
    for (let rest = high; rest !== 0; rest &= rest - 1) found |= bits[(32 + lowest(rest)) * width + i]!;
    for (; found !== 0; found &= found - 1) list[count++] = i * 32 + lowest(found);
  }
  return list.slice(0, count);
}

/** The place of the lowest bit. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}
