// Learned weights ↔ the tables of a model: the largest are kept, rounded to -127..127 and scaled by output.
import type { EarEmotion, EarOutput, EarSide } from '../model/ear.ts';
import type { LinearScorer } from './learn.ts';

/** What a side is packed from: a scorer an output, emotion's last. */
export interface Unpacked {
  readonly keys: Int32Array;
  readonly scorers: readonly LinearScorer[];
  readonly outputs: readonly Omit<EarOutput, 'bias' | 'scale'>[];
  readonly emotion?: Pick<EarEmotion, 'course' | 'cuts'>;
}

/** Packs a side, keeping at most so many (feature, output) weights. */
export function pack({ keys, scorers, outputs, emotion }: Unpacked, maxWeights: number): EarSide {
  const scales = scorers.map(({ weights }) => weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-9) / 127);
  const sizes: number[] = [];
  scorers.forEach(({ weights }, o) => {
    for (const w of weights) if (Math.abs(w) >= scales[o]! / 2) sizes.push(Math.abs(w));
  });
  const least = sizes.length > maxWeights ? Float32Array.from(sizes).sort()[sizes.length - maxWeights]! : 0;
  const kept: number[] = [];
  const start: number[] = [0];
  const output: number[] = [];
  const weight: number[] = [];
  for (let f = 0; f < keys.length; f++) {
    scorers.forEach(({ weights }, o) => {
      const rounded = Math.round(weights[f]! / scales[o]!);
      if (rounded === 0 || Math.abs(weights[f]!) < least) return;
      output.push(o);
      weight.push(rounded);
    });
    if (output.length === start.at(-1)) continue;
    kept.push(keys[f]!);
    start.push(output.length);
  }
  const last = scorers.length - 1;
  return {
    outputs: outputs.map((o, i) => ({ ...o, bias: scorers[i]!.bias, scale: scales[i]! })),
    ...(emotion && { emotion: { bias: scorers[last]!.bias, scale: scales[last]!, ...emotion } }),
    keys: Int32Array.from(kept),
    start: Int32Array.from(start),
    output: Uint8Array.from(output),
    weight: Int8Array.from(weight),
  };
}

/** The scorers of a packed side over given columns; keys that are not among them are dropped. */
export function unpack(side: EarSide, keys: Int32Array): LinearScorer[] {
  const columns = new Map<number, number>();
  for (let column = 0; column < keys.length; column++) columns.set(keys[column]!, column);
  const heads = [...side.outputs, ...(side.emotion ? [side.emotion] : [])];
  const scorers = heads.map(({ bias }) => ({ weights: new Float32Array(keys.length), bias }));
  for (let f = 0; f < side.keys.length; f++) {
    const column = columns.get(side.keys[f]!);
    if (column === undefined) continue;
    for (let w = side.start[f]!; w < side.start[f + 1]!; w++) {
      const o = side.output[w]!;
      scorers[o]!.weights[column] = side.weight[w]! * heads[o]!.scale;
    }
  }
  return scorers;
}
