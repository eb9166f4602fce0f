// Scores the features of a turn for every output of a side at once, without allocating. What is known of a feature lies
// together: most of the time goes into fetching it from memory, not into adding.
import type { EarSide } from '../model/ear.ts';
import type { Features } from './features.ts';

export interface Scorer {
  /** Scores by output; the last entry is emotion's where the side has one. Valid until the next call. */
  score(features: Features): Float32Array;
  /** Weight for one output of the feature at an index of those scored last, 0 where it has none. */
  weightAt(index: number, output: number): number;
  /** Weight for one output of the feature with a key. */
  weightOf(key: number, output: number): number;
}

export function scorer(side: EarSide): Scorer {
  const { outputs, emotion } = side;
  const { slots, packed } = packedWeights(side);
  const last = slots.length - 1;
  const scales = Float32Array.from([...outputs.map((o) => o.scale), ...(emotion ? [emotion.scale] : [])]);
  const biases = Float32Array.from([...outputs.map((o) => o.bias), ...(emotion ? [emotion.bias] : [])]);
  const sums = new Float32Array(scales.length);
  /** Where the weights of each feature scored last begin; 0: it has none. */
  let places = new Int32Array(1024);

  function place(key: number): number {
    let at = (key << 1) & last;
    for (;;) {
      const found = slots[at + 1]!;
      if (found === 0 || slots[at] === key) return found;
      at = (at + 2) & last;
    }
  }

  return {
    score(features) {
      const { count, key, value } = features;
      if (places.length < count) places = new Int32Array(key.length);
      // All are looked up before any is added, so that fetches from memory run side by side.
      for (let i = 0; i < count; i++) places[i] = place(key[i]!);
      sums.fill(0);
      for (let i = 0; i < count; i++) {
        const from = places[i]!;
        if (from === 0) continue;
        const amount = value[i]!;
        const end = from + packed[from]! * 2;
        for (let w = from + 1; w < end; w += 2) sums[packed[w]!]! += packed[w + 1]! * amount;
      }
      for (let o = 0; o < sums.length; o++) sums[o] = sums[o]! * scales[o]! + biases[o]!;
      return sums;
    },
    weightAt: (index, output) => weightIn(places[index]!, output),
    weightOf: (key, output) => weightIn(place(key), output),
  };

  function weightIn(from: number, output: number): number {
    if (from === 0) return 0;
    const end = from + packed[from]! * 2;
    for (let w = from + 1; w < end; w += 2) if (packed[w] === output) return packed[w + 1]! * scales[output]!;
    return 0;
  }
}

/**
 * The weights of a side, found by the key of their feature: slots are `[key, place]`, at a place lie the number of
 * weights and for each its output and its size.
 */
function packedWeights({ keys, start, output, weight }: EarSide): { slots: Int32Array; packed: Int8Array } {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size * 2);
  const packed = new Int8Array(1 + keys.length + weight.length * 2);
  let end = 1;
  for (let f = 0; f < keys.length; f++) {
    let at = (keys[f]! << 1) & (slots.length - 1);
    while (slots[at + 1] !== 0) at = (at + 2) & (slots.length - 1);
    slots[at] = keys[f]!;
    slots[at + 1] = end;
    packed[end++] = start[f + 1]! - start[f]!;
    for (let w = start[f]!; w < start[f + 1]!; w++) {
      packed[end++] = output[w]!;
      packed[end++] = weight[w]!;
    }
  }
  return { slots, packed };
}

/** Probability of an output from its score (Platt). */
export function probability(score: number, slope: number, offset: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}
