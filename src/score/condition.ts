// The conditions of a scorecard made ready to be asked of any conversation: markers, words and facts are numbers, windows
// are sets of turns.
import type { FactId } from '../model/fact.ts';
import { agentMarkers } from '../model/marker.ts';
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

/** A condition made ready to be asked. */
export type Ready =
  | { readonly kind: 'any' | 'all' | 'none'; readonly of: readonly Ready[] }
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

/** Makes a condition ready; `classes` are the names of the scorecard's word classes. */
export function ready(condition: Condition, classes: readonly string[]): Ready {
  switch (condition.kind) {
    case 'any':
    case 'all':
    case 'none':
      return { kind: condition.kind, of: condition.of.map((part) => ready(part, classes)) };
    case 'count': {
      const numbers = condition.markers.map((marker) => markerNumber[marker]);
      const agent = condition.markers.filter((marker) => markerNumber[marker] < agentMarkers.length);
      const client = condition.markers.filter((marker) => markerNumber[marker] >= agentMarkers.length);
      const sides = [
        { by: 'agent' as const, markers: agent },
        { by: 'client' as const, markers: client },
      ].filter(({ markers }) => markers.length > 0);
      return {
        kind: 'count',
        numbers,
        bits: bitsOf(condition.markers),
        sides: sides.map(({ by, markers }) => ({
          by,
          numbers: markers.map((marker) => markerNumber[marker]),
          bits: bitsOf(markers),
        })),
        atLeast: condition.atLeast,
        window: readyWindow(condition.window),
      };
    }
    case 'words': {
      // A class that is not there has the set after those of all the others, which stays empty.
      const known = classes.indexOf(condition.words);
      const words = setsOf.words + (known < 0 ? classes.length : known);
      return {
        kind: 'words',
        words,
        by: condition.by,
        atLeast: condition.atLeast,
        window: readyWindow(condition.window),
      };
    }
    case 'fact': {
      const { fact, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = condition;
      return { kind: 'fact', fact: factNumber[fact], atLeast, below };
    }
  }
}

function readyWindow(window: Window): ReadyWindow {
  if (window.kind === 'all') return { kind: 'all', turns: 0, after: [] };
  const after = window.kind === 'next' ? window.after.map((marker) => markerNumber[marker]) : [];
  return { kind: window.kind, turns: window.turns, after };
}

/** The facts that a condition asks for. */
export function factsIn(condition: Condition): readonly FactId[] {
  if (condition.kind === 'fact') return [condition.fact];
  return 'of' in condition ? condition.of.flatMap(factsIn) : [];
}
