// A conversation as numbers for the trained judge: which markers are heard and how often, and the facts. Every number
// lies between 0 and about 1. They lie in place until the next conversation is read.
import type { Verdict } from '../model/behaviour.ts';
import { type FactId, factIds } from '../model/fact.ts';
import { markerIds } from '../model/marker.ts';
import { factValues } from './fact-store.ts';
import { type Spoken, timesOf } from './spoken.ts';

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
  ...factIds.map(factFeature),
];
const firstOften = 1 + markerIds.length;
const firstFact = firstOften + markerIds.length;

/** What large values of each fact are divided by, as a logarithm; 0 where the fact is a share. */
const bounds = Float64Array.from(factIds, (fact) => {
  const bound = large[fact];
  return bound === undefined ? 0 : Math.log1p(bound);
});

/** The name of a fact as a feature. */
export function factFeature(fact: FactId): string {
  return `fact ${fact}`;
}

/** The marker that a feature is about, by its number; -1 for the others. */
export function markerOfFeature(feature: number): number {
  if (feature === 0 || feature >= firstFact) return -1;
  return feature < firstOften ? feature - 1 : feature - firstOften;
}

/** The fact that a feature is, by its number; -1 for the others. */
export function factOfFeature(feature: number): number {
  return feature < firstFact ? -1 : feature - firstFact;
}

/** The features of the conversation at hand that are not 0: the first `count` of parallel lists. */
export const features = {
  number: new Int32Array(featureNames.length),
  value: new Float64Array(featureNames.length),
  count: 0,
};

/** Makes the features of a conversation, the same for every behaviour; its facts are those at hand. */
export function readFeatures({ heard, heardCount }: Spoken): void {
  features.count = 0;
  add(0, 1);
  for (let i = 0; i < heardCount; i++) {
    const marker = heard[i]!;
    add(1 + marker, 1);
    if (timesOf(marker) > 1) add(firstOften + marker, Math.min(1, (timesOf(marker) - 1) / often));
  }
  for (let fact = 0; fact < bounds.length; fact++) {
    const amount = factValues[fact]!;
    if (amount === 0) continue;
    const bound = bounds[fact]!;
    const own = bound === 0 ? amount : logarithm(amount) / bound;
    if (own !== 0) add(firstFact + fact, own);
  }
}

/** Logarithms of the whole numbers that most facts are. */
const logarithms = Float64Array.from({ length: 64 }, (_, amount) => Math.log1p(amount));

function logarithm(amount: number): number {
  const whole = amount | 0;
  return whole === amount && whole >= 0 && whole < logarithms.length
    ? logarithms[whole]!
    : Math.log1p(Math.max(0, amount));
}

function add(feature: number, value: number): void {
  features.number[features.count] = feature;
  features.value[features.count++] = value;
}

/** The features at hand by name, for training. */
export function featuresByName(): Features {
  const named = new Map<string, number>();
  for (let i = 0; i < features.count; i++) named.set(featureNames[features.number[i]!]!, features.value[i]!);
  return named;
}

/** The feature that holds what the rule said of the behaviour. */
export function ruleFeature(verdict: Verdict): string {
  return `rule ${verdict}`;
}
