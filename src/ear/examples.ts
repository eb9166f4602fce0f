// Labelled turns as the learner sees them: sparse rows over the features that come up often enough.
import type { Features } from './features.ts';

/** Sparse rows; the features of row `r` lie at `start[r] .. start[r + 1]`. */
export interface Rows {
  readonly count: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
}

/** Collects rows by feature key. */
export interface RowCollector {
  add(features: Features): void;
  readonly count: number;
  /** Rows over the features that at least `minimum` rows share or that are `wanted`, and those features' keys. */
  rows(minimum: number, wanted?: Int32Array): { readonly rows: Rows; readonly keys: Int32Array };
}

export function rowCollector(): RowCollector {
  const keys: Int32Array[] = [];
  const values: Float32Array[] = [];
  return {
    get count() {
      return keys.length;
    },
    add(features) {
      const { key, value } = merged(features);
      keys.push(key);
      values.push(value);
    },
    rows(minimum, wanted = new Int32Array(0)) {
      const seen = new Map<number, number>();
      for (const row of keys) for (const key of row) seen.set(key, (seen.get(key) ?? 0) + 1);
      const chosen = new Set(wanted);
      for (const [key, times] of seen) if (times >= minimum) chosen.add(key);
      const columns = new Map([...chosen].sort((a, b) => a - b).map((key, column) => [key, column]));
      return { rows: fill(keys, values, columns), keys: Int32Array.from(columns.keys()) };
    },
  };
}

function fill(
  keys: readonly Int32Array[],
  values: readonly Float32Array[],
  columns: ReadonlyMap<number, number>,
): Rows {
  const start = new Int32Array(keys.length + 1);
  keys.forEach((row, r) => {
    let kept = 0;
    for (const key of row) if (columns.has(key)) kept++;
    start[r + 1] = start[r]! + kept;
  });
  const column = new Int32Array(start[keys.length]!);
  const value = new Float32Array(start[keys.length]!);
  keys.forEach((row, r) => {
    let at = start[r]!;
    row.forEach((key, i) => {
      const c = columns.get(key);
      if (c === undefined) return;
      column[at] = c;
      value[at++] = values[r]![i]!;
    });
  });
  return { count: keys.length, start, column, value };
}

/** A feature that comes up twice counts with the sum of its values. */
function merged(features: Features): { key: Int32Array; value: Float32Array } {
  const sums = new Map<number, number>();
  for (let i = 0; i < features.count; i++)
    sums.set(features.key[i]!, (sums.get(features.key[i]!) ?? 0) + features.value[i]!);
  return { key: Int32Array.from(sums.keys()), value: Float32Array.from(sums.values()) };
}
