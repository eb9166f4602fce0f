// Scores the turns of one side for all its outputs at once. Weights are small integers and the features of a family all
// have the same value in a turn: so each family is summed in integers, and its value counts in at the end.
import type { Conversation } from '../model/conversation.ts';
import type { Hearing } from '../model/hearing.ts';
import { token } from '../text/vocabulary.ts';
import { aroundFeatures, contextWeight, feelingFeatures, heardFeatures, type PhraseKeys } from './context-features.ts';
import { emptyFeatures, evenShare } from './feature-list.ts';
import { maxBefore, maxTokens, wordWeight } from './features.ts';
import type { Lexemes } from './lexemes.ts';
import { loneWords } from './lone-words.ts';
import { placeFeatures, placeOf, placeSigns } from './place-features.ts';
import { sumRows } from './rows.ts';
import { findRows, mergedRow, type WeightTable } from './weight-table.ts';
import { kindNeighbours, letters, neighbours, seed } from './word-features.ts';

/**
 * Makes `score(conversation, hearing, feelings, turn)`: scores by output, emotion's last where the side has one, valid
 * until the next call. They are the sums over the features that `featuriser` gives.
 */
export function scorer(
  table: WeightTable,
  known: Lexemes,
  hears: PhraseKeys,
): (conversation: Conversation, hearing: Hearing, feelings: readonly (number | null)[], turn: number) => Float64Array {
  const { rows, side } = table;
  const heads = [...side.outputs, ...(side.emotion ? [side.emotion] : [])];
  const scales = Float64Array.from(heads, ({ scale }) => scale);
  const biases = Float64Array.from(heads, ({ bias }) => bias);
  const lone = loneWords(known, table);
  const placeRows = new Map<number, number>();
  const line = new Int32Array(maxTokens);
  const features = emptyFeatures();
  let places = new Int32Array(features.key.length + maxTokens);
  /** By place of the output in a row. */
  const totals = new Float64Array(rows.width * 3);
  const scores = new Float64Array(heads.length);

  return function score(conversation, hearing, feelings, turn) {
    const before = hearing.order.before(turn);
    for (let i = 0; i < totals.length; i++) totals[i] = 0;
    addBefore(conversation, hearing, before);
    const n = addWords(conversation, hearing, turn);
    features.count = 0;
    heardFeatures(features, hears, hearing, turn);
    feelingFeatures(features, conversation, feelings, before, turn);
    add(0, 1, contextWeight.heard);
    features.count = 0;
    aroundFeatures(features, hears, conversation, hearing, before, turn);
    add(0, 1, contextWeight.around);
    features.count = 0;
    places[0] = placeRow(placeOf(conversation, hearing, turn, n));
    add(1, placeSigns, contextWeight.place);
    for (let o = 0; o < scores.length; o++) scores[o] = totals[o]! * scales[o]! + biases[o]!;
    return scores;
  };

  /** The features of a place together, 0 where they weigh nothing (the row of zeros). */
  function placeRow(place: number): number {
    let row = placeRows.get(place);
    if (row === undefined) {
      placeFeatures(features, place);
      row = mergedRow(table, features.key, features.count);
      features.count = 0;
      placeRows.set(place, row);
    }
    return row;
  }

  /** Adds a family: the rows of lone words that were found, in which `most` features are merged at most, and the features listed. */
  function add(found: number, most: number, value: number): void {
    if (places.length < found + features.count) {
      const larger = new Int32Array(features.key.length + maxTokens);
      larger.set(places);
      places = larger;
    }
    const count = findRows(table, features.key, features.count, places, found);
    if (count > 0) sumRows(rows, places, count, most, value, totals);
  }

  function addBefore(conversation: Conversation, hearing: Hearing, before: readonly number[]): void {
    features.count = 0;
    let left = maxBefore;
    let found = 0;
    for (const other of before) {
      if (left === 0) break;
      const { tokens } = hearing.turns[other]!;
      const from = Math.max(0, tokens.count - left);
      const n = known.read(tokens, conversation.turns[other]!.text, from, tokens.count, line);
      left -= n;
      found = lone.wordsBefore(line, n, places, found);
      neighbours(features, seed.before, known.word, line, n);
    }
    add(found, 1, evenShare(maxBefore - left + features.count, wordWeight.before));
  }

  function addWords(conversation: Conversation, hearing: Hearing, turn: number): number {
    const { tokens } = hearing.turns[turn]!;
    const { text } = conversation.turns[turn]!;
    const n = known.read(tokens, text, 0, Math.min(tokens.count, maxTokens), line);
    features.count = 0;
    neighbours(features, seed.word, known.word, line, n);
    add(lone.words(line, n, places, 0), 1, evenShare(n + features.count, wordWeight.word));
    features.count = 0;
    neighbours(features, seed.stem, known.stem, line, n);
    add(lone.stems(line, n, places, 0), 1, evenShare(n + features.count, wordWeight.stem));
    features.count = 0;
    kindNeighbours(features, known, line, n);
    let kinds = features.count;
    for (let i = 0; i < n; i++) kinds += known.kindsTo[line[i]!]! - known.kindsFrom[line[i]!]!;
    add(lone.kinds(line, n, places, 0), lone.mostKinds, evenShare(kinds, wordWeight.kind));
    features.count = 0;
    for (let i = 0; i < n; i++)
      if (tokens.id[i] === token.unknown) letters(features, text, tokens.start[i]!, tokens.end[i]!, i);
    add(0, 1, evenShare(features.count, wordWeight.letters));
    return n;
  }
}
