// Which turns hold words of the scorecard's word classes (third parties, leave-taking…).
import type { WordClass } from '../model/scorecard.ts';
import type { WordTurns } from './condition.ts';
import { memory, type Said, spelling } from './said.ts';

interface Entry {
  readonly name: string;
  readonly phrase: readonly string[];
}

/** Letters that a word ending in `*` must give: phrases are looked up by them. */
const stem = 3;

/** Makes `find(words of each turn)`: for each class the turns that hold one of its phrases. */
export function wordFinder(classes: readonly WordClass[]): (words: Said['words']) => WordTurns {
  // By first word, or by its first letters where it ends in `*`.
  const whole = new Map<string, Entry[]>();
  const beginnings = new Map<string, Entry[]>();
  for (const { name, phrases } of classes)
    for (const phrase of phrases) {
      const first = phrase[0]!;
      const [map, key] = first.endsWith('*') ? [beginnings, first.slice(0, stem)] : [whole, first];
      map.set(key, [...(map.get(key) ?? []), { name, phrase }]);
    }
  /** Phrases that may begin with a word, by its number; null = none. */
  let entriesOf: (readonly Entry[] | null | undefined)[] = [];
  let generation = memory();

  return function find(turns) {
    if (generation !== memory()) {
      entriesOf = [];
      generation = memory();
    }
    const found = new Map<string, number[]>();
    for (let turn = 0; turn < turns.length; turn++) {
      const words = turns[turn]!;
      for (let at = 0; at < words.length; at++) {
        let entries = entriesOf[words[at]!];
        if (entries === undefined) {
          entries = entriesFor(spelling(words[at]!));
          while (entriesOf.length < words[at]!) entriesOf.push(undefined);
          entriesOf[words[at]!] = entries;
        }
        if (entries !== null) for (const entry of entries) note(found, entry, words, at, turn);
      }
    }
    return found;
  };

  function entriesFor(word: string): readonly Entry[] | null {
    const entries = [
      ...(whole.get(word) ?? []),
      ...((word.length >= stem && beginnings.get(word.slice(0, stem))) || []).filter(({ phrase }) =>
        isAlike(word, phrase[0]!),
      ),
    ];
    return entries.length === 0 ? null : entries;
  }
}

function note(
  found: Map<string, number[]>,
  { name, phrase }: Entry,
  words: readonly number[],
  at: number,
  turn: number,
): void {
  const turns = found.get(name);
  if (turns?.at(-1) === turn) return;
  for (let i = 1; i < phrase.length; i++) {
    const word = words[at + i];
    if (word === undefined || !isAlike(spelling(word), phrase[i]!)) return;
  }
  if (turns) turns.push(turn);
  else found.set(name, [turn]);
}

function isAlike(word: string, part: string): boolean {
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}
