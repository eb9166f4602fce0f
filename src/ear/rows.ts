// Rows of small integers that are added up output by output. Three of them share a double, each with 17 bits of it: sums
// of integers stay exact there, and three are added at once.

export interface Rows {
  /** Doubles of a row; a multiple of four. */
  readonly width: number;
  /** Rows one after the other; the first is empty. */
  doubles: Float64Array;
  /** Where the next row starts. */
  end: number;
}

const lanes = 3;
const middle = 2 ** 17;
const high = 2 ** 34;
/** Added to a double and taken off again, they round it to a multiple of `middle` and of `high`. */
const toMiddle = 1.5 * 2 ** 52 * middle;
const toHigh = 1.5 * 2 ** 52 * high;

/** The largest sum of one output that is told from its neighbours. */
const largest = 2 ** 16 - 1;
const largestWeight = 127;

/** An empty store of rows for so many outputs. */
export function rowStore(outputs: number): Rows {
  const width = Math.ceil(outputs / (lanes * 4)) * 4;
  return { width, doubles: new Float64Array(width * 4096), end: width };
}

/** Makes room for one more row, of zeros; returns where it starts. */
export function addRow(rows: Rows): number {
  const at = rows.end;
  rows.end += rows.width;
  if (rows.end > rows.doubles.length) {
    const larger = new Float64Array(rows.doubles.length * 2);
    larger.set(rows.doubles);
    rows.doubles = larger;
  }
  return at;
}

/** Adds a weight to an output of a row. */
export function addToRow({ doubles }: Rows, row: number, output: number, weight: number): void {
  const lane = output % lanes;
  doubles[row + (output - lane) / lanes]! += lane === 0 ? weight : lane === 1 ? weight * middle : weight * high;
}

/** What an output has in a row. */
export function inRow({ doubles }: Rows, row: number, output: number): number {
  const lane = output % lanes;
  const all = doubles[row + (output - lane) / lanes]!;
  const third = all + toHigh - toHigh;
  if (lane === 2) return third / high;
  const second = all - third + toMiddle - toMiddle;
  return lane === 1 ? second / middle : all - third - second;
}

/** Adds one row to another. */
export function mergeRow({ doubles, width }: Rows, row: number, into: number): void {
  for (let i = 0; i < width; i++) doubles[into + i]! += doubles[row + i]!;
}

/**
 * Adds `value` times the sums of the first `n` rows that start at `places` to the totals, output by output; `most` is how
 * many rows were merged into one at most.
 */
export function sumRows(
  { doubles, width }: Rows,
  places: Int32Array,
  n: number,
  most: number,
  value: number,
  totals: Float64Array,
): void {
  const step = Math.floor(largest / (largestWeight * most));
  for (let from = 0; from < n; from += step) {
    const to = Math.min(n, from + step);
    for (let four = 0; four < width; four += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = from; i < to; i++) {
        const at = places[i]! + four;
        a += doubles[at]!;
        b += doubles[at + 1]!;
        c += doubles[at + 2]!;
        d += doubles[at + 3]!;
      }
      takeApart(a, value, totals, four * lanes);
      takeApart(b, value, totals, four * lanes + 3);
      takeApart(c, value, totals, four * lanes + 6);
      takeApart(d, value, totals, four * lanes + 9);
    }
  }
}

/** Adds `value` times the three sums in a double. */
function takeApart(sum: number, value: number, totals: Float64Array, at: number): void {
  const third = sum + toHigh - toHigh;
  const rest = sum - third;
  const second = rest + toMiddle - toMiddle;
  totals[at]! += value * (rest - second);
  totals[at + 1]! += (value / middle) * second;
  totals[at + 2]! += (value / high) * third;
}
