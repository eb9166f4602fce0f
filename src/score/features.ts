// A conversation as numbers for the trained judge: which markers are heard and how often, the facts, the words of the
// scorecard's classes, and what the rules say. Every number lies between 0 and about 1.

import type { BehaviourId, Verdict } from '../model/behaviour.ts';
import { behaviourIds } from '../model/behaviour.ts';
import { type FactId, type Facts, factIds } from '../model/fact.ts';
import { type MarkerId, markerIds, markerSpeaker } from '../model/marker.ts';
import type { WordTurns } from './condition.ts';
import type { Spoken } from './spoken.ts';

/** Values by feature name; absent = 0. */
export type Features = ReadonlyMap<string, number>;

/** Values at which a fact that has no natural bound counts as large. */
const large: Readonly<Partial<Record<FactId, number>>> = {
  'agent-turns': 15,
  'client-turns': 15,
  'agent-words': 40,
  'silent-wait': 300,
  'announced-wait': 300,
  overlaps: 4,
  'client-waits': 3,
  'agent-repeats': 2,
  'client-repeats': 2,
  'unanswered-questions': 3,
  displeasure: 8,
  'displeasure-peak': 3,
  'displeasure-at-end': 3,
  'delight-peak': 3,
  recovery: 4,
};

/** The features that every behaviour shares. */
export function featuresOf(
  talk: Spoken,
  facts: Facts,
  words: WordTurns,
  verdicts: Readonly<Partial<Record<BehaviourId, Verdict>>>,
): Features {
  const features = new Map<string, number>([['bias', 1]]);
  for (const marker of markerIds) {
    const turns = turnsWith(talk, marker);
    if (turns.length === 0) continue;
    const spokenTurns = talk.turnsOf[markerSpeaker(marker)];
    features.set(marker, 1);
    features.set(`${marker} often`, Math.min(1, (turns.length - 1) / 3));
    if (spokenTurns.slice(0, 2).some((turn) => turns.includes(turn))) features.set(`${marker} early`, 1);
    if (spokenTurns.slice(-2).some((turn) => turns.includes(turn))) features.set(`${marker} late`, 1);
  }
  for (const fact of factIds) {
    const { value } = facts[fact];
    const bound = large[fact];
    features.set(`fact ${fact}`, bound === undefined ? value : Math.log1p(Math.max(0, value)) / Math.log1p(bound));
  }
  for (const [name, turns] of words)
    for (const role of ['agent', 'client'] as const) {
      const count = turns.filter((turn) => talk.conversation.turns[turn]!.role === role).length;
      if (count > 0) {
        features.set(`${role} ${name}`, 1);
        features.set(`${role} ${name} often`, Math.min(1, (count - 1) / 3));
      }
    }
  for (const id of behaviourIds) {
    const verdict = verdicts[id];
    if (verdict !== undefined) features.set(`rule ${id} ${verdict}`, 1);
  }
  return features;
}

function turnsWith(talk: Spoken, marker: MarkerId): readonly number[] {
  return [...new Set((talk.heard.get(marker) ?? []).map((index) => talk.evidence[index]!.turn))];
}
