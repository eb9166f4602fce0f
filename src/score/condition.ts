// Whether a condition of the scorecard holds in a conversation; and, for the one that decided, its grounds. Conditions
// are made ready once: markers as bits, and whether a look needs more than the turns of a side.
import type { FactId, Facts } from '../model/fact.ts';
import { markerSpeaker } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { nextOf } from './facts.ts';
import { bitsOf, type MarkerBits } from './marker-bits.ts';
import { hears, inOrder, isPresent, type Spoken } from './spoken.ts';

/** Turns holding words of a class, by the name of the class. */
export type WordTurns = ReadonlyMap<string, readonly number[]>;

/** A condition made ready to be asked. */
export type Ready =
  | { readonly kind: 'any' | 'all' | 'none'; readonly of: readonly Ready[] }
  | {
      readonly kind: 'count';
      readonly bits: MarkerBits;
      /** The markers of each side, of which some are asked for. */
      readonly sides: readonly { readonly by: 'agent' | 'client'; readonly bits: MarkerBits }[];
      readonly atLeast: number;
      readonly window: ReadyWindow;
    }
  | {
      readonly kind: 'words';
      readonly words: string;
      readonly by: SaidBy;
      readonly atLeast: number;
      readonly window: ReadyWindow;
    }
  | { readonly kind: 'fact'; readonly fact: FactId; readonly atLeast: number; readonly below: number };

type ReadyWindow =
  | { readonly kind: 'all' }
  | { readonly kind: 'first' | 'last'; readonly turns: number }
  | { readonly kind: 'next'; readonly turns: number; readonly after: MarkerBits };

/** Makes a condition ready. */
export function ready(condition: Condition): Ready {
  switch (condition.kind) {
    case 'any':
    case 'all':
    case 'none':
      return { kind: condition.kind, of: condition.of.map(ready) };
    case 'count': {
      const { markers, atLeast, window } = condition;
      const sides = (['agent', 'client'] as const).flatMap((by) => {
        const own = markers.filter((marker) => markerSpeaker(marker) === by);
        return own.length === 0 ? [] : [{ by, bits: bitsOf(own) }];
      });
      return {
        kind: 'count',
        bits: bitsOf(markers),
        sides,
        atLeast,
        window: readyWindow(window),
      };
    }
    case 'words':
      return { ...condition, window: readyWindow(condition.window) };
    case 'fact': {
      const { fact, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = condition;
      return { kind: 'fact', fact, atLeast, below };
    }
  }
}

function readyWindow(window: Window): ReadyWindow {
  return window.kind === 'next' ? { ...window, after: bitsOf(window.after) } : window;
}

/** Asks conditions of one conversation. */
export interface Asking {
  holds(condition: Ready): boolean;
  /** Indices of the evidence that makes it hold; none where it does not, or where absence or a fact decides. */
  evidenceFor(condition: Ready): readonly number[];
  /** Turns that were looked at, in order. */
  searchedFor(condition: Ready): readonly number[];
}

/** Makes the asking of one conversation. */
export function asking(talk: Spoken, facts: Facts, wordTurns: WordTurns): Asking {
  return {
    holds,
    evidenceFor(condition) {
      const cited: boolean[] = [];
      cite(condition, cited);
      return numbersOf(cited);
    },
    searchedFor(condition) {
      const sides = { agent: false, client: false };
      if (isBySide(condition, sides)) {
        if (sides.agent) return sides.client ? talk.turnsOf.anyone : talk.turnsOf.agent;
        return sides.client ? talk.turnsOf.client : [];
      }
      const seen: boolean[] = [];
      look(condition, seen);
      return numbersOf(seen);
    },
  };

  function holds(condition: Ready): boolean {
    switch (condition.kind) {
      case 'any':
        for (const part of condition.of) if (holds(part)) return true;
        return false;
      case 'all':
        for (const part of condition.of) if (!holds(part)) return false;
        return true;
      case 'none':
        for (const part of condition.of) if (holds(part)) return false;
        return true;
      case 'count':
        return hasTurns(condition);
      case 'words':
        return wordsIn(condition).length >= condition.atLeast;
      case 'fact': {
        const { value } = facts[condition.fact];
        return value >= condition.atLeast && value < condition.below;
      }
    }
  }

  /** Whether enough turns of the window carry one of the markers. */
  function hasTurns({ atLeast, window, bits, sides }: Extract<Ready, { kind: 'count' }>): boolean {
    if (atLeast <= 0) return true;
    if (!isPresent(talk, bits)) return false;
    if (window.kind === 'all') {
      if (atLeast === 1) return true;
      let count = 0;
      for (let turn = 0; turn < talk.low.length; turn++) if (hears(talk, turn, bits) && ++count >= atLeast) return true;
      return false;
    }
    if (sides.length === 2) {
      const found = new Set<number>();
      for (const side of sides)
        for (const turn of turnsIn(window, side.by)) if (hears(talk, turn, side.bits)) found.add(turn);
      return found.size >= atLeast;
    }
    let count = 0;
    for (const side of sides)
      for (const turn of turnsIn(window, side.by)) if (hears(talk, turn, side.bits) && ++count >= atLeast) return true;
    return false;
  }

  function cite(condition: Ready, cited: boolean[]): void {
    switch (condition.kind) {
      case 'any':
        for (const part of condition.of) cite(part, cited);
        return;
      case 'all':
        if (holds(condition)) for (const part of condition.of) cite(part, cited);
        return;
      case 'count': {
        const { bits, window, sides, atLeast } = condition;
        if (!isPresent(talk, bits)) return;
        // Of a marker asked for once, any piece of evidence is enough.
        if (atLeast > 1 && !hasTurns(condition)) return;
        for (let i = 0; i < talk.evidence.length; i++) {
          const number = talk.markers[i]!;
          if (((number < 32 ? bits.low >>> number : bits.high >>> (number - 32)) & 1) === 0) continue;
          const { marker, turn } = talk.evidence[i]!;
          const isInside =
            window.kind === 'all' ||
            sides.some(({ by }) => by === markerSpeaker(marker) && turnsIn(window, by).includes(turn));
          if (isInside) cited[i] = true;
        }
      }
    }
  }

  function look(condition: Ready, seen: boolean[]): void {
    switch (condition.kind) {
      case 'any':
      case 'all':
      case 'none':
        for (const part of condition.of) look(part, seen);
        return;
      case 'count':
        for (const { by } of condition.sides) mark(turnsIn(condition.window, by), seen);
        return;
      case 'words': {
        const turns = wordsIn(condition);
        const isFound = turns.length > 0 && turns.length >= condition.atLeast;
        mark(isFound ? turns : turnsIn(condition.window, condition.by), seen);
        return;
      }
      case 'fact':
        mark(facts[condition.fact].turns, seen);
    }
  }

  function wordsIn({ words, by, window }: Extract<Ready, { kind: 'words' }>): readonly number[] {
    const turns = wordTurns.get(words);
    if (turns === undefined) return [];
    const inside = turnsIn(window, by);
    return turns.filter((turn) => inside.includes(turn));
  }

  function turnsIn(window: ReadyWindow, by: SaidBy): readonly number[] {
    const turns = talk.turnsOf[by];
    switch (window.kind) {
      case 'all':
        return turns;
      case 'first':
        return turns.slice(0, window.turns);
      case 'last':
        return turns.slice(-window.turns);
      case 'next': {
        const found: number[] = [];
        for (const { index } of talk.conversation.turns)
          if (hears(talk, index, window.after)) found.push(...nextOf(turns, index, window.turns));
        return inOrder(found);
      }
    }
  }
}

/** Whether a condition looks at nothing but whole sides; `sides` says at which. */
function isBySide(condition: Ready, sides: { agent: boolean; client: boolean }): boolean {
  switch (condition.kind) {
    case 'any':
    case 'all':
    case 'none':
      for (const part of condition.of) if (!isBySide(part, sides)) return false;
      return true;
    case 'count':
      if (condition.window.kind !== 'all') return false;
      for (const { by } of condition.sides) sides[by] = true;
      return true;
    default:
      return false;
  }
}

function mark(numbers: readonly number[], marks: boolean[]): void {
  for (const number of numbers) {
    while (marks.length < number) marks.push(false);
    marks[number] = true;
  }
}

function numbersOf(marks: readonly boolean[]): readonly number[] {
  const numbers: number[] = [];
  for (let i = 0; i < marks.length; i++) if (marks[i] === true) numbers.push(i);
  return numbers;
}
