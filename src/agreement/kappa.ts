// Cohen's kappa: agreement between two judges, less what chance alone would give.
// A table counts pairs: `table[a][b]` = how often the first judge said a where the second said b.

export type Table = readonly (readonly number[])[];

/** Kappa over categories without an order. Null where it is undefined: no pairs, or one category only. */
export function kappa(table: Table): number | null {
  return weightedKappa(table, (a, b) => (a === b ? 0 : 1));
}

/** Kappa over an ordered scale: a gap of two steps costs four times a gap of one. */
export function quadraticKappa(table: Table): number | null {
  return weightedKappa(table, (a, b) => (a - b) ** 2);
}

/** Share of pairs on the diagonal; null without pairs. */
export function exactShare(table: Table): number | null {
  const total = pairsIn(table);
  if (total === 0) return null;
  return table.reduce((sum, row, a) => sum + (row[a] ?? 0), 0) / total;
}

/** Number of pairs in a table. */
export function pairsIn(table: Table): number {
  return table.reduce((sum, row) => sum + rowSum(row), 0);
}

function weightedKappa(table: Table, cost: (a: number, b: number) => number): number | null {
  const total = pairsIn(table);
  const firsts = table.map(rowSum);
  const seconds = table.map((_, b) => table.reduce((sum, row) => sum + (row[b] ?? 0), 0));
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < table.length; a++) {
    for (let b = 0; b < table.length; b++) {
      observed += cost(a, b) * (table[a]![b] ?? 0);
      expected += (cost(a, b) * firsts[a]! * seconds[b]!) / total;
    }
  }
  return expected > 0 ? 1 - observed / expected : null;
}

function rowSum(row: readonly number[]): number {
  return row.reduce((sum, count) => sum + count, 0);
}
