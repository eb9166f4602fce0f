// The trained ear as data: for each side a table of features with small integer weights, and what each output means.
import type { MarkerId } from './marker.ts';

/** One linear scorer: `score = bias + scale × Σ weight × value`, whose log-odds are `slope × score + offset`. */
export interface EarOutput {
  readonly marker: MarkerId;
  readonly bias: number;
  readonly scale: number;
  readonly slope: number;
  readonly offset: number;
  /** Probability from which the ear alone hears the marker; above 1: never. */
  readonly threshold: number;
  /** Probability under which a hit of the lexicon falls; 0: never. */
  readonly veto: number;
}

/** The scale of emotion: the same sum, blended over the client's turns, cut at six places into -3..+3. */
export interface EarEmotion {
  readonly bias: number;
  readonly scale: number;
  /** How a turn's score is blended with what is around it: see `ear/course.ts`. */
  readonly course: readonly number[];
  /** Ascending; a score under the first is -3, over the last +3. */
  readonly cuts: readonly number[];
}

export interface EarSide {
  readonly outputs: readonly EarOutput[];
  readonly emotion?: EarEmotion;
  /** Feature keys; the weights of feature `f` lie at `start[f] .. start[f + 1]`. */
  readonly keys: Int32Array;
  readonly start: Int32Array;
  /** Which output: an index into `outputs`, or `outputs.length` for emotion. */
  readonly output: Uint8Array;
  readonly weight: Int8Array;
}

export interface EarModel {
  /** Hash of the training data and settings. */
  readonly id: string;
  readonly agent: EarSide;
  readonly client: EarSide;
}
