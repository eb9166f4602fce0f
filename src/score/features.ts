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

/** Every feature by its number: the constant, each marker, each marker heard often, each fact. */
export const featureNames: readonly string[] = [
  'always',
  ...markerIds,
  ...markerIds.map((marker) => `${marker} often`),
  ...factIds.map((fact) => `fact ${fact}`),
];
const firstOften = 1 + markerIds.length;
const firstFact = firstOften + markerIds.length;

/** What large values of each fact are divided by, as a logarithm; 0 where the fact is a share. */
const bounds = factIds.map((fact) => {
  const bound = large[fact];
  return bound === undefined ? 0 : Math.log1p(bound);
});

/** The marker that a feature is about, by its number; -1 for the others. */
export function markerOfFeature(feature: number): number {
  if (feature === 0 || feature >= firstFact) return -1;
  return feature < firstOften ? feature - 1 : feature - firstOften;
}

/** The fact that a feature is, if it is one. */
export function factOfFeature(feature: number): FactId | undefined {
  return feature < firstFact ? undefined : factIds[feature - firstFact];
}

/** The features of a conversation that are not 0, as parallel lists. */
export interface FeatureList {
  readonly number: readonly number[];
  readonly value: readonly number[];
}

/** The features of a conversation, the same for every behaviour. */
export function featureList(talk: Spoken, facts: Facts): FeatureList {
  const number = [0];
  const value = [1];
  for (const marker of talk.heard) {
    number.push(1 + marker);
    value.push(1);
    const turns = talk.turnsWith[marker]!.length;
    if (turns < 2) continue;
    number.push(firstOften + marker);
    value.push(Math.min(1, (turns - 1) / often));
  }
  for (let f = 0; f < factIds.length; f++) {
    const amount = facts[factIds[f]!].value;
    if (amount === 0) continue;
    const bound = bounds[f]!;
    const own = bound === 0 ? amount : Math.log1p(Math.max(0, amount)) / bound;
    if (own === 0) continue;
    number.push(firstFact + f);
    value.push(own);
  }
  return { number, value };
}

/** The same by name, for training. */
export function featuresOf(talk: Spoken, facts: Facts): Features {
  const { number, value } = featureList(talk, facts);
  return new Map(number.map((feature, i) => [featureNames[feature]!, value[i]!]));
}

/** The feature that holds what the rule said of the behaviour. */
export function ruleFeature(verdict: Verdict): string {
  return `rule ${verdict}`;
}
