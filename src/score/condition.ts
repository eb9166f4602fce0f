// Whether a condition of the scorecard holds in a conversation, with the evidence that decided and the turns searched.
import type { Facts } from '../model/fact.ts';
import { type MarkerId, markerSpeaker } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import { nextOf } from './facts.ts';
import { hears, type Spoken } from './spoken.ts';

/** The answer to one condition. */
export interface Finding {
  readonly holds: boolean;
  /** Indices into the evidence. */
  readonly evidence: readonly number[];
  /** Turns looked at, in order. */
  readonly searched: readonly number[];
}

/** Turns holding words of a class, by the name of the class. */
export type WordTurns = ReadonlyMap<string, readonly number[]>;

/** Makes `holds(condition)` for one conversation. */
export function conditions(talk: Spoken, facts: Facts, wordTurns: WordTurns): (condition: Condition) => Finding {
  return function holds(condition: Condition): Finding {
    switch (condition.kind) {
      case 'any':
      case 'all':
      case 'none': {
        const found = condition.of.map(holds);
        const held = found.filter((finding) => finding.holds);
        const searched = sorted(found.flatMap((finding) => finding.searched));
        if (condition.kind === 'none') return { holds: held.length === 0, evidence: [], searched };
        const isMet = condition.kind === 'any' ? held.length > 0 : held.length === found.length;
        return { holds: isMet, evidence: isMet ? sorted(held.flatMap((finding) => finding.evidence)) : [], searched };
      }
      case 'count': {
        const searched = sorted(condition.markers.flatMap((marker) => turnsIn(condition.window, speakerOf(marker))));
        const inside = new Set(searched);
        const evidence = condition.markers
          .flatMap((marker) => talk.heard.get(marker) ?? [])
          .filter((index) => inside.has(talk.evidence[index]!.turn));
        const turns = new Set(evidence.map((index) => talk.evidence[index]!.turn));
        const isMet = turns.size >= condition.atLeast;
        return { holds: isMet, evidence: isMet ? sorted(evidence) : [], searched };
      }
      case 'words': {
        const searched = turnsIn(condition.window, condition.by);
        const inside = new Set(searched);
        const turns = (wordTurns.get(condition.words) ?? []).filter((turn) => inside.has(turn));
        const isMet = turns.length >= condition.atLeast;
        return { holds: isMet, evidence: [], searched: isMet ? turns : searched };
      }
      case 'fact': {
        const fact = facts[condition.fact];
        const { atLeast, below } = condition;
        const isMet = (atLeast === undefined || fact.value >= atLeast) && (below === undefined || fact.value < below);
        return { holds: isMet, evidence: [], searched: fact.turns };
      }
    }
  };

  function turnsIn(window: Window, by: SaidBy): readonly number[] {
    const turns = spokenBy(talk, by);
    switch (window.kind) {
      case 'all':
        return turns;
      case 'first':
        return turns.slice(0, window.turns);
      case 'last':
        return turns.slice(-window.turns);
      case 'next': {
        const anchors = talk.conversation.turns.filter((turn) => hears(talk, turn.index, window.after));
        return sorted(anchors.flatMap((turn) => nextOf(turns, turn.index, window.turns)));
      }
    }
  }
}

function spokenBy(talk: Spoken, by: SaidBy): readonly number[] {
  if (by !== 'anyone') return talk.turnsOf[by];
  return sorted([...talk.turnsOf.agent, ...talk.turnsOf.client]);
}

function speakerOf(marker: MarkerId): SaidBy {
  return markerSpeaker(marker);
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
