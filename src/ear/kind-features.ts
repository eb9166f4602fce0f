// Features of word classes and lemmas: what a word means rather than how it is written, with the stems beside it.
import { firstWordId, hashText } from '../text/vocabulary.ts';
import { add, type Features } from './feature-list.ts';
import { mix } from './keys.ts';

const seed = 0xadc7;

/** Makes `kinds(features, id, stems, at, n)`, which adds the classes and lemmas of the word `id` at token `at` of `n`. */
export function kindFeatures(
  size: number,
  sets: Readonly<Record<string, readonly number[]>>,
): (features: Features, id: number, stems: Int32Array, at: number, n: number) => void {
  const kinds: number[][] = Array.from({ length: size }, () => []);
  for (const [name, ids] of Object.entries(sets)) {
    const key = hashText(name);
    for (const id of ids) if (id >= firstWordId) kinds[id - firstWordId]!.push(key);
  }
  return (features, id, stems, at, n) => {
    if (id < firstWordId) return;
    for (const kind of kinds[id - firstWordId]!) {
      add(features, mix(seed, kind), at, at);
      if (at > 0) add(features, mix(mix(seed + 1, stems[at - 1]!), kind), at - 1, at);
      if (at + 1 < n) add(features, mix(mix(seed + 2, kind), stems[at + 1]!), at, at + 1);
      if (at > 1) add(features, mix(mix(seed + 3, stems[at - 2]!), kind), at - 2, at);
      if (at + 2 < n) add(features, mix(mix(seed + 4, kind), stems[at + 2]!), at, at + 2);
    }
  };
}
