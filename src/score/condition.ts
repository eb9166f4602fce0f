// Whether a condition of the scorecard holds in a conversation; and, for the one that decided, its grounds.
import type { Facts } from '../model/fact.ts';
import { markerSpeaker } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { nextOf } from './facts.ts';
import { hears, inOrder, type Spoken } from './spoken.ts';

/** Turns holding words of a class, by the name of the class. */
export type WordTurns = ReadonlyMap<string, readonly number[]>;

/** Asks conditions of one conversation. */
export interface Asking {
  holds(condition: Condition): boolean;
  /** Indices of the evidence that makes it hold; none where it does not, or where absence or a fact decides. */
  evidenceFor(condition: Condition): readonly number[];
  /** Turns that were looked at, in order. */
  searchedFor(condition: Condition): readonly number[];
}

/** Makes the asking of one conversation. */
export function asking(talk: Spoken, facts: Facts, wordTurns: WordTurns): Asking {
  return {
    holds,
    evidenceFor(condition) {
      const cited = new Uint8Array(talk.evidence.length);
      cite(condition, cited);
      return marked(cited);
    },
    searchedFor(condition) {
      const seen = new Uint8Array(talk.conversation.turns.length);
      look(condition, seen);
      return marked(seen);
    },
  };

  function holds(condition: Condition): boolean {
    switch (condition.kind) {
      case 'any':
        return condition.of.some(holds);
      case 'all':
        return condition.of.every(holds);
      case 'none':
        return !condition.of.some(holds);
      case 'count': {
        const [first, ...others] = condition.markers;
        if (first === undefined) return condition.atLeast <= 0;
        let turns = within(talk.turnsWith.get(first) ?? [], condition.window, markerSpeaker(first));
        for (const marker of others) {
          if (turns.length >= condition.atLeast) break;
          const more = within(talk.turnsWith.get(marker) ?? [], condition.window, markerSpeaker(marker));
          if (more.length > 0) turns = turns.length > 0 ? inOrder([...turns, ...more]) : more;
        }
        return turns.length >= condition.atLeast;
      }
      case 'words':
        return wordsIn(condition).length >= condition.atLeast;
      case 'fact': {
        const { value } = facts[condition.fact];
        const { atLeast, below } = condition;
        return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
      }
    }
  }

  function cite(condition: Condition, cited: Uint8Array): void {
    if (condition.kind === 'any' || condition.kind === 'all') {
      if (holds(condition)) for (const part of condition.of) cite(part, cited);
    } else if (condition.kind === 'count' && holds(condition)) {
      for (const marker of condition.markers) {
        const turns = within(talk.turnsWith.get(marker) ?? [], condition.window, markerSpeaker(marker));
        if (turns.length > 0)
          for (const index of talk.heard.get(marker)!) if (turns.includes(talk.evidence[index]!.turn)) cited[index] = 1;
      }
    }
  }

  function look(condition: Condition, seen: Uint8Array): void {
    switch (condition.kind) {
      case 'any':
      case 'all':
      case 'none':
        for (const part of condition.of) look(part, seen);
        return;
      case 'count':
        for (const side of ['agent', 'client'] as const)
          if (condition.markers.some((marker) => markerSpeaker(marker) === side))
            mark(turnsIn(condition.window, side), seen);
        return;
      case 'words': {
        const turns = wordsIn(condition);
        mark(
          turns.length > 0 && turns.length >= condition.atLeast ? turns : turnsIn(condition.window, condition.by),
          seen,
        );
        return;
      }
      case 'fact':
        mark(facts[condition.fact].turns, seen);
    }
  }

  function wordsIn({ words, by, window }: Extract<Condition, { kind: 'words' }>): readonly number[] {
    const turns = wordTurns.get(words) ?? [];
    return turns.length === 0 ? turns : turns.filter((turn) => turnsIn(window, by).includes(turn));
  }

  /** Those of the speaker's turns that lie in the window. */
  function within(turns: readonly number[], window: Window, by: SaidBy): readonly number[] {
    if (window.kind === 'all' || turns.length === 0) return turns;
    const inside = turnsIn(window, by);
    return turns.filter((turn) => inside.includes(turn));
  }

  function turnsIn(window: Window, by: SaidBy): readonly number[] {
    const turns = talk.turnsOf[by];
    switch (window.kind) {
      case 'all':
        return turns;
      case 'first':
        return turns.slice(0, window.turns);
      case 'last':
        return turns.slice(-window.turns);
      case 'next': {
        const anchors = talk.conversation.turns.filter((turn) => hears(talk, turn.index, window.after));
        return inOrder(anchors.flatMap((turn) => nextOf(turns, turn.index, window.turns)));
      }
    }
  }
}

function mark(numbers: readonly number[], marks: Uint8Array): void {
  for (const number of numbers) marks[number] = 1;
}

function marked(marks: Uint8Array): readonly number[] {
  const numbers: number[] = [];
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) numbers.push(i);
  return numbers;
}
