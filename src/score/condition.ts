// The conditions of a scorecard made ready to be asked of any conversation. Every different condition is asked once and has
// a number, under which its answer lies; those of several parts come after their parts. What a condition cites and which
// turns it looks at is laid out beforehand, so that nobody walks through its parts again.
import { markerIds } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { factNumber } from './fact-store.ts';
import { bySide, type Grounds, groundsOf } from './grounds.ts';
import { markerNumber } from './marker-bits.ts';
import { setsOf } from './turn-sets.ts';

/** Turns of a side that are looked at, as a set; for `next`, so many after each turn that carries one of the markers. */
export interface WindowSet {
  readonly kind: Exclude<Window['kind'], 'all'>;
  readonly by: SaidBy;
  readonly turns: number;
  readonly after: readonly number[];
  readonly set: number;
}

/** Sets of turns that carry markers of one side, and the set of which only those count; -1 where all do. */
export interface Carried {
  readonly markers: readonly number[];
  readonly window: number;
}

/** Whether so many turns carry markers. */
export interface CountQuestion {
  readonly number: number;
  /** All the markers. */
  readonly markers: readonly number[];
  readonly carried: readonly Carried[];
  readonly atLeast: number;
}

/** Whether so many turns of a window hold words of a class. */
export interface WordQuestion {
  readonly number: number;
  readonly words: number;
  readonly window: number;
  readonly atLeast: number;
}

/** Whether a fact lies between bounds. */
export interface FactQuestion {
  readonly number: number;
  readonly fact: number;
  readonly atLeast: number;
  readonly below: number;
}

/** All that is asked of a conversation, in the order in which it can be answered. Markers answer to their own number. */
export interface Questions {
  readonly windows: readonly WindowSet[];
  readonly counts: readonly CountQuestion[];
  readonly words: readonly WordQuestion[];
  readonly facts: readonly FactQuestion[];
  /**
   * Whether any, all or none of other answers are yes, one after the other: its number, what decides it where one of the
   * answers is that, the answer then, how many they are, and their numbers.
   */
  readonly parts: readonly number[];
  /** How many answers there are, and how many sets of turns for classes of words and windows. */
  readonly answers: () => number;
  readonly sets: () => number;
}

/** A condition made ready: the number of its answer, and its grounds. */
export interface Ready extends Grounds {
  readonly number: number;
}

/** What the questions are numbered with; made for one scorecard. */
export interface Readying {
  readonly questions: Questions;
  ready(condition: Condition): Ready;
}

type Simple<Kind> = Extract<Condition, { kind: Kind }>;

/** Begins with a scorecard; `classes` are the names of its word classes. The same condition in several places is one. */
export function readying(classes: readonly string[]): Readying {
  const made = new Map<string, number>();
  const sets = new Map<string, number>();
  const windows: WindowSet[] = [];
  const counts: CountQuestion[] = [];
  const words: WordQuestion[] = [];
  const facts: FactQuestion[] = [];
  const parts: number[] = [];
  // A class that is not there has the set after those of all the others, which stays empty.
  let freeSet = setsOf.words + classes.length + 1;
  let freeAnswer: number = markerIds.length;
  const asked = { numberOf, windowSet, classSet };
  return {
    questions: { windows, counts, words, facts, parts, answers: () => freeAnswer, sets: () => freeSet - setsOf.words },
    ready: (condition) => ({ number: numberOf(condition), ...groundsOf(condition, asked) }),
  };

  function numberOf(condition: Condition): number {
    const key = JSON.stringify(condition);
    let number = made.get(key);
    if (number === undefined) {
      number = ask(condition);
      made.set(key, number);
    }
    return number;
  }

  function ask(condition: Condition): number {
    switch (condition.kind) {
      case 'count':
        return askForMarkers(condition);
      case 'words': {
        const { by, atLeast, window } = condition;
        const number = freeAnswer++;
        words.push({ number, words: classSet(condition.words), window: windowSet(window, by), atLeast });
        return number;
      }
      case 'fact': {
        const { fact, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = condition;
        const number = freeAnswer++;
        facts.push({ number, fact: factNumber[fact], atLeast, below });
        return number;
      }
      default: {
        return askForParts(condition.kind, condition.of.map(numberOf));
      }
    }
  }

  function askForParts(kind: 'any' | 'all' | 'none', of: readonly number[]): number {
    const number = freeAnswer++;
    parts.push(number, kind === 'all' ? 0 : 1, kind === 'any' ? 1 : 0, of.length, ...of);
    return number;
  }

  /** A marker that need only be there is its own answer. */
  function askForMarkers({ markers, atLeast, window }: Simple<'count'>): number {
    const numbers = markers.map((marker) => markerNumber[marker]);
    const isThere = window.kind === 'all' && atLeast > 0 && atLeast <= 1;
    if (isThere && numbers.length === 1) return numbers[0]!;
    if (isThere) return askForParts('any', numbers);
    const number = freeAnswer++;
    if (window.kind === 'all')
      counts.push({ number, markers: numbers, carried: [{ markers: numbers, window: -1 }], atLeast });
    else {
      const carried = bySide(markers).map(({ by, own }) => ({
        markers: own.map((marker) => markerNumber[marker]),
        window: windowSet(window, by),
      }));
      counts.push({ number, markers: numbers, carried, atLeast });
    }
    return number;
  }

  function classSet(name: string): number {
    const known = classes.indexOf(name);
    return setsOf.words + (known < 0 ? classes.length : known);
  }

  function windowSet(window: Window, by: SaidBy): number {
    if (window.kind === 'all') return setsOf[by];
    const key = JSON.stringify([window, by]);
    let set = sets.get(key);
    if (set === undefined) {
      set = freeSet++;
      sets.set(key, set);
      const after = window.kind === 'next' ? window.after.map((marker) => markerNumber[marker]) : [];
      windows.push({ kind: window.kind, by, turns: window.turns, after, set });
    }
    return set;
  }
}
