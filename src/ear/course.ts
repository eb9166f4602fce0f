// Emotion has a course: a turn feels like the turns around it and like the whole conversation. A small linear blend of
// the raw scores of one conversation's client turns says how much.

/** Weights of: one, the turn, the turn before, the turn after, the mean and the lowest of the conversation, whether first, whether last. */
export type CourseWeights = readonly number[];

const size = 8;

/** Blends the raw scores of the client's turns of one conversation, in order. */
export function blend(scores: readonly number[], weights: CourseWeights): number[] {
  const all = overall(scores);
  const blended = new Array<number>(scores.length);
  for (let at = 0; at < scores.length; at++) {
    const values = around(scores, at, all);
    let sum = 0;
    for (let i = 0; i < size; i++) sum += values[i]! * weights[i]!;
    blended[at] = sum;
  }
  return blended;
}

/** Fits the blend by least squares over conversations (ridge of one turn's worth). */
export function fitCourse(
  conversations: readonly { readonly scores: readonly number[]; readonly labels: readonly number[] }[],
): CourseWeights {
  const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size + 1 }, (_, j) => (i === j ? 1 : 0)));
  for (const { scores, labels } of conversations) {
    const all = overall(scores);
    scores.forEach((_, at) => {
      const values = around(scores, at, all);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) matrix[i]![j]! += values[i]! * values[j]!;
        matrix[i]![size]! += values[i]! * labels[at]!;
      }
    });
  }
  return solve(matrix);
}

/** What the whole conversation felt like. */
function overall(scores: readonly number[]): { readonly mean: number; readonly lowest: number } {
  let sum = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const score of scores) {
    sum += score;
    lowest = Math.min(lowest, score);
  }
  return { mean: sum / scores.length, lowest };
}

const values = new Float64Array(size);

/** What a turn is blended from; valid until the next call. */
function around(scores: readonly number[], at: number, { mean, lowest }: ReturnType<typeof overall>): Float64Array {
  values[0] = 1;
  values[1] = scores[at]!;
  values[2] = at > 0 ? scores[at - 1]! : mean;
  values[3] = at + 1 < scores.length ? scores[at + 1]! : mean;
  values[4] = mean;
  values[5] = lowest;
  values[6] = at === 0 ? 1 : 0;
  values[7] = at === scores.length - 1 ? 1 : 0;
  return values;
}

/** Gaussian elimination of a symmetric positive system, the right side in the last column. */
function solve(matrix: number[][]): number[] {
  for (let i = 0; i < size; i++) {
    for (let r = i + 1; r < size; r++) {
      const factor = matrix[r]![i]! / matrix[i]![i]!;
      for (let c = i; c <= size; c++) matrix[r]![c]! -= factor * matrix[i]![c]!;
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = matrix[i]![size]!;
    for (let c = i + 1; c < size; c++) sum -= matrix[i]![c]! * result[c]!;
    result[i] = sum / matrix[i]![i]!;
  }
  return result;
}
