// What a word weighs whatever stands beside it: the rows of its form, its stem and its kinds, looked up once a word.
import { emptyFeatures } from './feature-list.ts';
import type { Lexemes } from './lexemes.ts';
import { mergedRow, type WeightTable } from './weight-table.ts';
import { kindsAlone, seed, single } from './word-features.ts';

/** Each adds the rows of the first `n` lexemes of a line to `places`, and returns how many are there then. */
export interface LoneWords {
  words(line: Int32Array, n: number, places: Int32Array, count: number): number;
  stems(line: Int32Array, n: number, places: Int32Array, count: number): number;
  /** The kinds of a word are merged into one row. */
  kinds(line: Int32Array, n: number, places: Int32Array, count: number): number;
  /** The words as they are in what was said before. */
  wordsBefore(line: Int32Array, n: number, places: Int32Array, count: number): number;
  /** How many kinds are merged at most. */
  readonly mostKinds: number;
}

/** Place of a row that was not looked up yet; 0: there is none. */
const unasked = -1;

export function loneWords(known: Lexemes, table: WeightTable): LoneWords {
  const features = emptyFeatures(64);
  const { kindsFrom, kindsTo } = known;
  let mostKinds = 1;
  for (let lexeme = 0; lexeme < kindsTo.length; lexeme++)
    mostKinds = Math.max(mostKinds, kindsTo[lexeme]! - kindsFrom[lexeme]!);
  /** By where the kinds of a word start. */
  const kindRows = new Int32Array(known.kinds.length).fill(unasked);

  return {
    words: remembered(seed.word, known.word),
    stems: remembered(seed.stem, known.stem),
    wordsBefore: remembered(seed.before, known.word),
    mostKinds,
    kinds(line, n, places, count) {
      let end = count;
      for (let i = 0; i < n; i++) {
        const lexeme = line[i]!;
        const first = kindsFrom[lexeme]!;
        if (first === kindsTo[lexeme]) continue;
        if (kindRows[first] === unasked) kindRows[first] = mergedKinds(lexeme);
        places[end] = kindRows[first]!;
        if (kindRows[first] !== 0) end++;
      }
      return end;
    },
  };

  function remembered(family: number, keys: Int32Array): LoneWords['words'] {
    const rowOf = new Int32Array(keys.length).fill(unasked);
    let { generation } = known;
    return (line, n, places, count) => {
      if (generation !== known.generation) rowOf.fill(unasked);
      generation = known.generation;
      let end = count;
      for (let i = 0; i < n; i++) {
        const lexeme = line[i]!;
        if (rowOf[lexeme] === unasked) {
          features.count = 0;
          single(features, family, keys[lexeme]!, 0);
          rowOf[lexeme] = mergedRow(table, features.key, 1);
        }
        places[end] = rowOf[lexeme]!;
        if (rowOf[lexeme] !== 0) end++;
      }
      return end;
    };
  }

  function mergedKinds(lexeme: number): number {
    features.count = 0;
    kindsAlone(features, known, lexeme, 0);
    return mergedRow(table, features.key, features.count);
  }
}
