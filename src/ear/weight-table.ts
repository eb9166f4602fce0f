// The weights of a side, found by the key of their feature. Few features of a model make up most turns: those that were
// met lie together in a small table, each with its row of weights ready to be added; most of the time goes into fetching
// them from memory. Keys that have no weights mostly fall at a filter.
import type { EarSide } from '../model/ear.ts';
import { addRow, addToRow, inRow, mergeRow, type Rows, rowStore } from './rows.ts';

export interface WeightTable {
  readonly side: EarSide;
  readonly rows: Rows;
  /** A bit for every key, by its upper bits. */
  readonly filter: Int32Array;
  readonly shift: number;
  /** Features met, as pairs: key, and where its row starts; 0: free. */
  met: Int32Array;
  count: number;
}

/** The weights of a side, ready to be found. Its keys must rise. */
export function weightTable(side: EarSide): WeightTable {
  const { keys } = side;
  let shift = 22;
  while (shift > 8 && 2 ** (32 - shift) < keys.length * 16) shift--;
  const filter = new Int32Array(2 ** (32 - shift - 5));
  for (let f = 0; f < keys.length; f++) {
    const bit = keys[f]! >>> shift;
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
  const outputs = side.outputs.length + (side.emotion ? 1 : 0);
  return { side, rows: rowStore(outputs), filter, shift, met: new Int32Array(1 << 14), count: 0 };
}

/** Finds the rows of the first `n` keys, and puts where they start into `places` from `count` on; returns where it ended. */
export function findRows(table: WeightTable, keys: Int32Array, n: number, places: Int32Array, count: number): number {
  let { met } = table;
  let last = met.length - 1;
  let end = count;
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    let at = (key << 1) & last;
    let place = met[at + 1]!;
    while (place !== 0 && met[at] !== key) {
      at = (at + 2) & last;
      place = met[at + 1]!;
    }
    if (place === 0) {
      place = meet(table, key);
      if (place === 0) continue;
      met = table.met;
      last = met.length - 1;
    }
    places[end++] = place;
  }
  return end;
}

const found = new Int32Array(64);

/** One row for the first `n` keys (64 at most) together; 0: they have no weights. */
export function mergedRow(table: WeightTable, keys: Int32Array, n: number): number {
  const count = findRows(table, keys, n, found, 0);
  if (count < 2) return count === 0 ? 0 : found[0]!;
  const row = addRow(table.rows);
  for (let i = 0; i < count; i++) mergeRow(table.rows, found[i]!, row);
  return row;
}

/** Weight of a key for one output; 0 where it has none. */
export function weightOf(table: WeightTable, key: number, output: number): number {
  const { met } = table;
  const last = met.length - 1;
  let at = (key << 1) & last;
  while (met[at + 1] !== 0 && met[at] !== key) at = (at + 2) & last;
  let place = met[at + 1]!;
  if (place === 0) place = meet(table, key);
  return place === 0 ? 0 : inRow(table.rows, place, output);
}

/** Makes the row of a feature that is met for the first time; 0: it has no weights, and mostly falls at the filter. */
function meet(table: WeightTable, key: number): number {
  const { side, rows, filter, shift } = table;
  const bit = key >>> shift;
  if (((filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return 0;
  const feature = indexOf(side.keys, key);
  if (feature < 0) return 0;
  const row = addRow(rows);
  for (let w = side.start[feature]!; w < side.start[feature + 1]!; w++)
    addToRow(rows, row, side.output[w]!, side.weight[w]!);
  if (++table.count * 4 > table.met.length) grow(table);
  put(table.met, key, row);
  return row;
}

function indexOf(sorted: Int32Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle]!;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function put(met: Int32Array, key: number, row: number): void {
  const last = met.length - 1;
  let at = (key << 1) & last;
  while (met[at + 1] !== 0) at = (at + 2) & last;
  met[at] = key;
  met[at + 1] = row;
}

function grow(table: WeightTable): void {
  const { met } = table;
  table.met = new Int32Array(met.length * 2);
  for (let at = 0; at < met.length; at += 2) if (met[at + 1] !== 0) put(table.met, met[at]!, met[at + 1]!);
}
