// Small linear systems, as the least squares of the ear need them.

/** A system of so many unknowns with `ridge` on its diagonal, to be filled: the upper half, and the right side in the last column. */
export function system(size: number, ridge: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size + 1);
    row[i] = ridge;
    return row;
  });
}

/** Gaussian elimination of a symmetric positive system whose upper half is filled. The matrix is used up. */
export function solve(matrix: readonly Float64Array[]): Float64Array {
  const size = matrix.length;
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i]![j] = matrix[j]![i]!;
  for (let i = 0; i < size; i++) {
    const pivot = matrix[i]!;
    for (let r = i + 1; r < size; r++) {
      const row = matrix[r]!;
      const factor = row[i]! / pivot[i]!;
      if (factor === 0) continue;
      for (let c = i; c <= size; c++) row[c]! -= factor * pivot[c]!;
    }
  }
  const result = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const row = matrix[i]!;
    let sum = row[size]!;
    for (let c = i + 1; c < size; c++) sum -= row[c]! * result[c]!;
    result[i] = sum / row[i]!;
  }
  return result;
}
