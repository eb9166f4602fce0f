// Which turns hold words of the scorecard's word classes (third parties, leave-taking…). All the phrases are looked for at
// once: the words read so far leave a state, the next word leads from it to another, and some states end phrases.
import type { WordClass } from '../model/scorecard.ts';
import { said } from './said.ts';
import { addTurn, setsOf } from './turn-sets.ts';
import { memory, spelling } from './word-numbers.ts';

/** A phrase of a class, as numbers of its parts. */
interface Phrase {
  readonly class: number;
  readonly parts: readonly number[];
}

/** A phrase of which the first parts have been read. */
interface Begun {
  readonly phrase: number;
  readonly read: number;
}

/** Ways from state to state that are remembered before the memory starts afresh. */
const mostWays = 1 << 22;

/** No part of any phrase: whatever was begun is lost. */
const noKind = 0;
const notKnown = -1;

/** Makes `find(turns)`: fills the set of each class with the turns that hold one of its phrases. */
export function wordFinder(classes: readonly WordClass[]): (turns: number) => void {
  const parts = [...new Set(classes.flatMap(({ phrases }) => phrases.flat()))];
  const whole = new Map(parts.map((part, number) => [part, number]));
  const beginnings = parts.flatMap((part, number) =>
    part.endsWith('*') ? [[part.slice(0, -1), number] as const] : [],
  );
  const phrases: Phrase[] = classes.flatMap(({ phrases: own }, number) =>
    own.map((phrase) => ({ class: number, parts: phrase.map((part) => whole.get(part)!) })),
  );
  // Words of a kind are the same parts of phrases; a state is what was begun, with the classes of what was ended.
  const kinds: (readonly number[])[] = [[]];
  const kindNumbers = new Map<string, number>([['', noKind]]);
  let states: (readonly Begun[])[] = [[]];
  let ended: (readonly number[])[] = [[]];
  let stateNumbers = new Map<string, number>([['|', 0]]);
  // As many kinds as there are parts, and for words that are no part themselves one for each ending in `*`.
  const width = parts.length * 2 + 1;
  let next = new Int32Array(width * 64).fill(notKnown);
  let kindOf = new Int16Array(1 << 12).fill(notKnown);
  let generation = memory();

  return function find(turns) {
    if (generation !== memory()) {
      kindOf.fill(notKnown);
      generation = memory();
    }
    if (states.length * width > mostWays) forgetStates();
    const { words, first } = said;
    for (let turn = 0; turn < turns; turn++) {
      let state = 0;
      for (let at = first[turn]!; at < first[turn + 1]!; at++) {
        const word = words[at]!;
        let kind = word < kindOf.length ? kindOf[word]! : notKnown;
        if (kind === notKnown) kind = meetWord(word);
        if (kind === noKind) {
          state = 0;
          continue;
        }
        let following = next[state * width + kind]!;
        if (following === notKnown) following = meetState(state, kind);
        state = following;
        const ends = ended[state]!;
        for (let i = 0; i < ends.length; i++) addTurn(setsOf.words + ends[i]!, turn);
      }
    }
  };

  function meetWord(word: number): number {
    if (word >= kindOf.length) {
      const larger = new Int16Array(word * 2).fill(notKnown);
      larger.set(kindOf);
      kindOf = larger;
    }
    const letters = spelling(word);
    const own = beginnings.flatMap(([beginning, number]) => (letters.startsWith(beginning) ? [number] : []));
    if (whole.has(letters)) own.push(whole.get(letters)!);
    kindOf[word] = numbered(kindNumbers, own.join(), kinds, own);
    return kindOf[word]!;
  }

  function meetState(state: number, kind: number): number {
    const begun: Begun[] = [];
    const ends = new Set<number>();
    const goOn = (phrase: number, read: number) => {
      const { parts: own, class: number } = phrases[phrase]!;
      if (!kinds[kind]!.includes(own[read]!)) return;
      if (read + 1 === own.length) ends.add(number);
      else begun.push({ phrase, read: read + 1 });
    };
    for (const { phrase, read } of states[state]!) goOn(phrase, read);
    for (let phrase = 0; phrase < phrases.length; phrase++) goOn(phrase, 0);
    const key = `${begun.map(({ phrase, read }) => `${phrase}:${read}`).join()}|${[...ends].join()}`;
    const following = numbered(stateNumbers, key, states, begun);
    ended[following] = [...ends];
    if (states.length * width > next.length) {
      const larger = new Int32Array(next.length * 2).fill(notKnown);
      larger.set(next);
      next = larger;
    }
    next[state * width + kind] = following;
    return following;
  }

  function forgetStates(): void {
    states = [[]];
    ended = [[]];
    stateNumbers = new Map([['|', 0]]);
    next.fill(notKnown);
  }
}

/** The number of something by its key; what is new gets the next one. */
function numbered<Thing>(numbers: Map<string, number>, key: string, things: Thing[], thing: Thing): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = things.push(thing) - 1;
    numbers.set(key, number);
  }
  return number;
}
