// Scores the features of a turn for every output of a side at once, without allocating.
import type { EarSide } from '../model/ear.ts';
import type { Features } from './features.ts';

export interface Scorer {
  /** Scores by output; the last entry is emotion's where the side has one. Valid until the next call. */
  score(features: Features): Float32Array;
  /** Weight of one feature for one output, 0 where it has none. */
  weightOf(key: number, output: number): number;
}

export function scorer(side: EarSide): Scorer {
  const { keys, start, output, weight, outputs, emotion } = side;
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let f = 0; f < keys.length; f++) {
    let at = keys[f]! & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = f + 1;
  }
  const scales = Float32Array.from([...outputs.map((o) => o.scale), ...(emotion ? [emotion.scale] : [])]);
  const biases = Float32Array.from([...outputs.map((o) => o.bias), ...(emotion ? [emotion.bias] : [])]);
  const sums = new Float32Array(scales.length);

  function find(key: number): number {
    let at = key & (size - 1);
    while (slots[at] !== 0) {
      if (keys[slots[at]! - 1] === key) return slots[at]! - 1;
      at = (at + 1) & (size - 1);
    }
    return -1;
  }

  return {
    score(features) {
      sums.fill(0);
      for (let i = 0; i < features.count; i++) {
        const f = find(features.key[i]!);
        if (f < 0) continue;
        const value = features.value[i]!;
        const end = start[f + 1]!;
        for (let w = start[f]!; w < end; w++) sums[output[w]!]! += weight[w]! * value;
      }
      for (let o = 0; o < sums.length; o++) sums[o] = sums[o]! * scales[o]! + biases[o]!;
      return sums;
    },
    weightOf(key, wanted) {
      const f = find(key);
      if (f < 0) return 0;
      for (let w = start[f]!; w < start[f + 1]!; w++) if (output[w] === wanted) return weight[w]! * scales[wanted]!;
      return 0;
    },
  };
}

/** Probability of an output from its score (Platt). */
export function probability(score: number, slope: number, offset: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}
