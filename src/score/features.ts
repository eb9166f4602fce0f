// A conversation as numbers for the trained judge: which markers are heard and how often, and the facts. Every number
// lies between 0 and about 1.
import type { Verdict } from '../model/behaviour.ts';
import { type FactId, type Facts, factIds } from '../model/fact.ts';
import { markerIds } from '../model/marker.ts';
import type { Spoken } from './spoken.ts';

/** Values by feature name; absent = 0. */
export type Features = ReadonlyMap<string, number>;

/** Turns beyond the first that make a marker count as often heard. */
const often = 3;

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

const oftenNames = new Map(markerIds.map((marker) => [marker, `${marker} often`]));
const factNames = new Map(factIds.map((fact) => [fact, `fact ${fact}`]));

/** The features of a conversation, the same for every behaviour. */
export function featuresOf(talk: Spoken, facts: Facts): Features {
  const features = new Map<string, number>([['always', 1]]);
  for (const [marker, turns] of talk.turnsWith) {
    features.set(marker, 1);
    if (turns.length > 1) features.set(oftenNames.get(marker)!, Math.min(1, (turns.length - 1) / often));
  }
  for (const [fact, name] of factNames) {
    const { value } = facts[fact];
    const bound = large[fact];
    const number = bound === undefined ? value : Math.log1p(Math.max(0, value)) / Math.log1p(bound);
    if (number !== 0) features.set(name, number);
  }
  return features;
}

/** The feature that holds what the rule said of the behaviour. */
export function ruleFeature(verdict: Verdict): string {
  return `rule ${verdict}`;
}
