// What a condition rests on, laid out before any conversation: the evidence that it cites where it holds, and the turns
// that are looked at for it.
import type { FactId } from '../model/fact.ts';
import { type MarkerId, markerSpeaker } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { factNumber } from './fact-store.ts';
import { bitsOf, type MarkerBits } from './marker-bits.ts';
import { setsOf } from './turn-sets.ts';

/** Markers whose evidence is cited: where all these answers are yes, and in the turns of a set; -1 for any turn. */
export interface Cited extends MarkerBits {
  readonly when: readonly number[];
  readonly window: number;
}

/** Words of a class: the turns that hold them were looked at, or all of the window where they are too few. */
export interface SoughtWords {
  readonly words: number;
  readonly window: number;
  readonly atLeast: number;
}

/** The grounds of a condition. */
export interface Grounds {
  readonly cited: readonly Cited[];
  /** Sets of turns that are looked at in any case. */
  readonly looked: readonly number[];
  readonly sought: readonly SoughtWords[];
}

/** Numbers of answers and sets. */
interface Numbering {
  numberOf(condition: Condition): number;
  windowSet(window: Window, by: SaidBy): number;
  classSet(name: string): number;
}

/** The grounds of a condition. */
export function groundsOf(condition: Condition, asked: Numbering): Grounds {
  const looked = new Set<number>();
  const sought: SoughtWords[] = [];
  look(condition);
  return { cited: merged(citedBy(condition, [], asked)), looked: withoutSides(looked), sought };

  function look(one: Condition): void {
    switch (one.kind) {
      case 'count':
        for (const { by } of bySide(one.markers)) looked.add(asked.windowSet(one.window, by));
        return;
      case 'words': {
        const { words, window, by, atLeast } = one;
        sought.push({ words: asked.classSet(words), window: asked.windowSet(window, by), atLeast });
        return;
      }
      case 'fact':
        looked.add(setsOf.facts + factNumber[one.fact]);
        return;
      default:
        one.of.forEach(look);
    }
  }
}

/** Markers by the side that carries them, without a side that has none of them. */
export function bySide(markers: readonly MarkerId[]) {
  return (['agent', 'client'] as const).flatMap((by) => {
    const own = markers.filter((marker) => markerSpeaker(marker) === by);
    return own.length === 0 ? [] : [{ by, own }];
  });
}

/** What makes a condition hold: absence, words and facts have no evidence. */
function citedBy(condition: Condition, when: readonly number[], asked: Numbering): readonly Cited[] {
  switch (condition.kind) {
    case 'any':
      return condition.of.flatMap((one) => citedBy(one, when, asked));
    case 'all': {
      const whenAll = [...when, asked.numberOf(condition)];
      return condition.of.flatMap((one) => citedBy(one, whenAll, asked));
    }
    case 'count': {
      const { markers, atLeast, window } = condition;
      // Of a marker asked for once, any piece of evidence is enough.
      const whenMany = atLeast > 1 ? [...when, asked.numberOf(condition)] : when;
      if (window.kind === 'all') return [{ when: whenMany, ...bitsOf(markers), window: -1 }];
      return bySide(markers).map(({ by, own }) => ({
        when: whenMany,
        ...bitsOf(own),
        window: asked.windowSet(window, by),
      }));
    }
    default:
      return [];
  }
}

/** The same with as few entries as possible. */
function merged(all: readonly Cited[]): readonly Cited[] {
  const byPlace = new Map<string, Cited>();
  for (const one of all) {
    const when = [...new Set(one.when)];
    const key = JSON.stringify([when, one.window]);
    const { low = 0, high = 0 } = byPlace.get(key) ?? {};
    byPlace.set(key, { when, window: one.window, low: low | one.low, high: high | one.high });
  }
  return [...byPlace.values()].filter(({ low, high }) => low !== 0 || high !== 0);
}

/** The same without sets that lie in another one. */
function withoutSides(looked: ReadonlySet<number>): readonly number[] {
  const { agent, client, anyone } = setsOf;
  if (!looked.has(anyone) && !(looked.has(agent) && looked.has(client))) return [...looked];
  return [anyone, ...[...looked].filter((set) => set !== agent && set !== client && set !== anyone)];
}

/** The facts that a condition asks for. */
export function factsIn(condition: Condition): readonly FactId[] {
  if (condition.kind === 'fact') return [condition.fact];
  return 'of' in condition ? condition.of.flatMap(factsIn) : [];
}
