// Which turns hold words of the scorecard's word classes (third parties, leave-taking…).
import type { WordClass } from '../model/scorecard.ts';
import type { WordTurns } from './condition.ts';

interface Entry {
  readonly name: string;
  readonly phrase: readonly string[];
}

/** Makes `find(words of each turn)`: for each class the turns that hold one of its phrases. */
export function wordFinder(classes: readonly WordClass[]): (words: readonly (readonly string[])[]) => WordTurns {
  // Phrases by their first word, or by what it begins with: one look-up a word and a length, however many phrases.
  const whole = new Map<string, Entry[]>();
  const beginnings = new Map<string, Entry[]>();
  for (const { name, phrases } of classes)
    for (const phrase of phrases) {
      const first = phrase[0]!;
      const map = first.endsWith('*') ? beginnings : whole;
      const key = first.replace('*', '');
      map.set(key, [...(map.get(key) ?? []), { name, phrase }]);
    }
  const lengths = [...new Set([...beginnings.keys()].map((key) => key.length))];

  return function find(turns) {
    const found = new Map<string, number[]>();
    for (const [turn, words] of turns.entries())
      for (const [at, word] of words.entries()) {
        for (const entry of whole.get(word) ?? []) note(found, entry, words, at, turn);
        for (const length of lengths)
          if (word.length >= length)
            for (const entry of beginnings.get(word.slice(0, length)) ?? []) note(found, entry, words, at, turn);
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
  const isHere = phrase.every((part, i) => {
    const word = words[at + i];
    return word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
  });
  if (!isHere) return;
  if (turns) turns.push(turn);
  else found.set(name, [turn]);
}
