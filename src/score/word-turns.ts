// Which turns hold words of the scorecard's word classes (third parties, leave-taking…).
import type { WordClass } from '../model/scorecard.ts';
import type { WordTurns } from './condition.ts';

interface Entry {
  readonly name: string;
  readonly phrase: readonly string[];
}

/** Letters that a word ending in `*` must give: phrases are looked up by them. */
const stem = 3;

/** Makes `find(words of each turn)`: for each class the turns that hold one of its phrases. */
export function wordFinder(classes: readonly WordClass[]): (words: readonly (readonly string[])[]) => WordTurns {
  // By first word, or by its first letters where it ends in `*`: two look-ups a word, however many phrases.
  const whole = new Map<string, Entry[]>();
  const beginnings = new Map<string, Entry[]>();
  for (const { name, phrases } of classes)
    for (const phrase of phrases) {
      const first = phrase[0]!;
      const [map, key] = first.endsWith('*') ? [beginnings, first.slice(0, stem)] : [whole, first];
      map.set(key, [...(map.get(key) ?? []), { name, phrase }]);
    }

  return function find(turns) {
    const found = new Map<string, number[]>();
    for (const [turn, words] of turns.entries())
      for (let at = 0; at < words.length; at++) {
        const word = words[at]!;
        const same = whole.get(word);
        if (same) for (const entry of same) note(found, entry, words, at, turn);
        const alike = word.length < stem ? undefined : beginnings.get(word.slice(0, stem));
        if (alike) for (const entry of alike) note(found, entry, words, at, turn);
      }
    return found;
  };
}

function note(
  found: Map<string, number[]>,
  { name, phrase }: Entry,
  words: readonly string[],
  at: number,
  turn: number,
) {
  const turns = found.get(name);
  if (turns?.at(-1) === turn) return;
  for (const [i, part] of phrase.entries()) {
    const word = words[at + i];
    if (word === undefined) return;
    if (part.endsWith('*') ? !word.startsWith(part.slice(0, -1)) : word !== part) return;
  }
  if (turns) turns.push(turn);
  else found.set(name, [turn]);
}
