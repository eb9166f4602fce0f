// The conditions of a scorecard made ready to be asked of any conversation: markers, words and facts are numbers, windows
// are sets of turns.
import type { FactId } from '../model/fact.ts';
import { type MarkerId, markerSpeaker } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { factNumber } from './fact-store.ts';
import { bitsOf, type MarkerBits, markerNumber } from './marker-bits.ts';
import { setsOf } from './turn-sets.ts';

/** Markers of one side. */
export interface SideMarkers {
  readonly by: 'agent' | 'client';
  readonly numbers: readonly number[];
  readonly bits: MarkerBits;
}

/** Turns that are looked at; for `next`, so many of the side after each turn that carries one of the markers. */
export interface ReadyWindow {
  readonly kind: Window['kind'];
  readonly turns: number;
  readonly after: readonly number[];
}

/** A condition made ready to be asked. Those of several parts have a number, under which their answer is remembered. */
export type Ready =
  | { readonly kind: 'any' | 'all' | 'none'; readonly of: readonly Ready[]; readonly number: number }
  | {
      readonly kind: 'count';
      readonly numbers: readonly number[];
      readonly bits: MarkerBits;
      /** The markers of each side of which some are asked for. */
      readonly sides: readonly SideMarkers[];
      readonly atLeast: number;
      readonly window: ReadyWindow;
    }
  | {
      readonly kind: 'words';
      /** The set of the class. */
      readonly words: number;
      readonly by: SaidBy;
      readonly atLeast: number;
      readonly window: ReadyWindow;
    }
  | { readonly kind: 'fact'; readonly fact: number; readonly atLeast: number; readonly below: number };

/** Makes the conditions of a scorecard ready; `classes` are the names of its word classes. */
export interface Readying {
  ready(condition: Condition): Ready;
  /** How many conditions of several parts there are. */
  readonly count: number;
}

/** Begins with a scorecard. The same condition in several places becomes one. */
export function readying(classes: readonly string[]): Readying {
  const made = new Map<string, Ready>();
  let count = 0;
  return {
    ready,
    get count() {
      return count;
    },
  };

  function ready(condition: Condition): Ready {
    if (!('of' in condition)) return readySimple(condition, classes);
    const key = JSON.stringify(condition);
    let known = made.get(key);
    if (known === undefined) {
      known = { kind: condition.kind, of: condition.of.map(ready), number: count++ };
      made.set(key, known);
    }
    return known;
  }
}

function readySimple(condition: Exclude<Condition, { of: unknown }>, classes: readonly string[]): Ready {
  switch (condition.kind) {
    case 'count': {
      const { markers, atLeast, window } = condition;
      const sides = (['agent', 'client'] as const).flatMap((by) => {
        const own = markers.filter((marker) => markerSpeaker(marker) === by);
        return own.length === 0 ? [] : [{ by, numbers: numbersOf(own), bits: bitsOf(own) }];
      });
      return {
        kind: 'count',
        numbers: numbersOf(markers),
        bits: bitsOf(markers),
        sides,
        atLeast,
        window: readyWindow(window),
      };
    }
    case 'words': {
      const { by, atLeast, window } = condition;
      // A class that is not there has the set after those of all the others, which stays empty.
      const known = classes.indexOf(condition.words);
      const words = setsOf.words + (known < 0 ? classes.length : known);
      return { kind: 'words', words, by, atLeast, window: readyWindow(window) };
    }
    case 'fact': {
      const { fact, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = condition;
      return { kind: 'fact', fact: factNumber[fact], atLeast, below };
    }
  }
}

function numbersOf(markers: readonly MarkerId[]): readonly number[] {
  return markers.map((marker) => markerNumber[marker]);
}

function readyWindow(window: Window): ReadyWindow {
  if (window.kind === 'all') return { kind: 'all', turns: 0, after: [] };
  const after = window.kind === 'next' ? numbersOf(window.after) : [];
  return { kind: window.kind, turns: window.turns, after };
}

/** The facts that a condition asks for. */
export function factsIn(condition: Condition): readonly FactId[] {
  if (condition.kind === 'fact') return [condition.fact];
  return 'of' in condition ? condition.of.flatMap(factsIn) : [];
}
