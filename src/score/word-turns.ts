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
/** The state in which nothing was begun and nothing has ended. */
const nothing = 0;
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
  /** Classes of the phrases that end in a state; most end none. */
  let ended: (readonly number[] | null)[] = [null];
  let stateNumbers = new Map<string, number>([['|', nothing]]);
  // As many kinds as there are parts, and for words that are no part themselves one for each ending in `*`.
  const width = parts.length * 2 + 1;
  let next = new Int32Array(width * 64).fill(notKnown);
  let kindOf = new Int32Array(1 << 12).fill(notKnown);
  // The state that a word leads to where nothing was begun before it, which for most words is the same.
  let begins = new Int32Array(1 << 12).fill(notKnown);
  let generation = memory();

  return function find(turns) {
    if (generation !== memory()) {
      kindOf.fill(notKnown);
      begins.fill(notKnown);
      generation = memory();
    }
    if (states.length * width > mostWays) forgetStates();
    const { words, first } = said;
    for (let turn = 0; turn < turns; turn++) {
      let state = nothing;
      const end = first[turn + 1]!;
      for (let at = first[turn]!; at < end; at++) {
        const word = words[at]!;
        if (state === nothing) {
          state = word < begins.length ? begins[word]! : notKnown;
          if (state === nothing) continue;
          if (state === notKnown) state = meetBeginning(word);
        } else {
          const kind = kindAt(word);
          const following = next[state * width + kind]!;
          state = following === notKnown ? meetState(state, kind) : following;
        }
        const ends = ended[state]!;
        if (ends !== null) for (let i = 0; i < ends.length; i++) addTurn(setsOf.words + ends[i]!, turn);
      }
    }
  };

  function kindAt(word: number): number {
    const kind = word < kindOf.length ? kindOf[word]! : notKnown;
    return kind === notKnown ? meetWord(word) : kind;
  }

  function meetBeginning(word: number): number {
    const kind = kindAt(word);
    begins = grown(begins, word);
    begins[word] = kind === noKind ? nothing : meetState(nothing, kind);
    return begins[word]!;
  }

  function meetWord(word: number): number {
    kindOf = grown(kindOf, word);
    const letters = spelling(word);
    const own: number[] = [];
    for (const [beginning, number] of beginnings) if (letters.startsWith(beginning)) own.push(number);
    if (whole.has(letters)) own.push(whole.get(letters)!);
    kindOf[word] = own.length === 0 ? noKind : numbered(kindNumbers, own.join(), kinds, own);
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
    ended[following] = ends.size === 0 ? null : [...ends];
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
    ended = [null];
    stateNumbers = new Map([['|', nothing]]);
    next.fill(notKnown);
    begins.fill(notKnown);
  }
}

/** The same list with room for what belongs to a word; what is new is not known. */
function grown(list: Int32Array<ArrayBuffer>, word: number): Int32Array<ArrayBuffer> {
  if (word < list.length) return list;
  const larger = new Int32Array(word * 2).fill(notKnown);
  larger.set(list);
  return larger;
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
