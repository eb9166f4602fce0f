// The trained judge: weighs every marker and fact together with what the rule says, and names what tipped the scales.
import type { Judgement } from '../model/assessment.ts';
import { verdicts } from '../model/behaviour.ts';
import type { VerdictWeights } from '../model/scorecard.ts';
import { factOfFeature, featureNames, features, markerOfFeature, ruleFeature } from './features.ts';
import type { Spoken } from './spoken.ts';
import { addSet, clearSet, setsOf, turnsOf } from './turn-sets.ts';

/** Markers and facts cited where the judge departs from the rule. */
const cited = 3;

/** Weights as tables: of feature `f` for verdict `v` at `f × number of verdicts + v`. */
export interface WeightTable {
  readonly features: Float64Array;
  /** What each verdict of the rule weighs, in the same way. */
  readonly rule: Float64Array;
}

/** The weights of a behaviour as tables. */
export function weightTable(weights: VerdictWeights): WeightTable {
  const table = (names: readonly string[]) =>
    Float64Array.from(names.flatMap((name) => verdicts.map((verdict) => weights[verdict][name] ?? 0)));
  return { features: table(featureNames), rule: table(verdicts.map(ruleFeature)) };
}

const width = verdicts.length;
const sums = new Float64Array(width);

/** The verdict with the largest sum, as its number; the rule's among equals. */
export function heaviest({ features: weights, rule }: WeightTable, ruled: number): number {
  const { number, value, count } = features;
  // One sum for each of the four verdicts, in their order.
  let first = rule[ruled * width]!;
  let second = rule[ruled * width + 1]!;
  let third = rule[ruled * width + 2]!;
  let fourth = rule[ruled * width + 3]!;
  for (let i = 0; i < count; i++) {
    const base = number[i]! * width;
    const amount = value[i]!;
    first += amount * weights[base]!;
    second += amount * weights[base + 1]!;
    third += amount * weights[base + 2]!;
    fourth += amount * weights[base + 3]!;
  }
  sums[0] = first;
  sums[1] = second;
  sums[2] = third;
  sums[3] = fourth;
  let best = ruled;
  for (let v = 0; v < width; v++) if (sums[v]! > sums[best]!) best = v;
  return best;
}

/** How much each feature speaks for the winner, and those that do. */
const pullOf = new Float64Array(featureNames.length);
const pulls = new Int32Array(featureNames.length);

/** What tipped the scales from what the rule said to the winner; null where nothing that can be cited did. */
export function tippedBy(
  table: WeightTable,
  winner: number,
  ruled: number,
  talk: Spoken,
): Pick<Judgement, 'evidence' | 'searched'> | null {
  const ofMarkers = readPulls(table, winner, ruled, true);
  if (ofMarkers > 0) return { evidence: evidenceOf(ofMarkers, talk) };
  const count = readPulls(table, winner, ruled, false);
  clearSet(setsOf.seen);
  for (let i = 0; i < Math.min(count, cited); i++) {
    bringStrongest(i, count);
    const fact = factOfFeature(pulls[i]!);
    if (fact >= 0) addSet(setsOf.seen, setsOf.facts + fact);
  }
  const searched = turnsOf(setsOf.seen);
  return searched.length > 0 ? { searched } : null;
}

/** Lists the features that speak for the winner, all or those about markers; returns how many they are. */
function readPulls({ features: weights }: WeightTable, winner: number, ruled: number, areMarkers: boolean): number {
  let count = 0;
  for (let i = 0; i < features.count; i++) {
    const feature = features.number[i]!;
    if (areMarkers && markerOfFeature(feature) < 0) continue;
    const pull = features.value[i]! * (weights[feature * width + winner]! - weights[feature * width + ruled]!);
    if (!(pull > 0)) continue;
    pullOf[feature] = pull;
    pulls[count++] = feature;
  }
  return count;
}

/** Brings the strongest of the features from a place on to that place. */
function bringStrongest(place: number, count: number): void {
  let best = place;
  for (let i = place + 1; i < count; i++) if (isStronger(pulls[i]!, pulls[best]!)) best = i;
  const strongest = pulls[best]!;
  pulls[best] = pulls[place]!;
  pulls[place] = strongest;
}

/** Equals stand in the order of their names. */
function isStronger(one: number, other: number): boolean {
  const more = pullOf[one]! - pullOf[other]!;
  return more > 0 || (more === 0 && featureNames[one]! < featureNames[other]!);
}

/** The first pieces of evidence of the markers that pull most. */
function evidenceOf(count: number, { evidence, markers }: Spoken): number[] {
  const found: number[] = [];
  for (let place = 0; place < count && found.length < cited; place++) {
    bringStrongest(place, count);
    const marker = markerOfFeature(pulls[place]!);
    for (let i = 0; i < evidence.length && found.length < cited; i++)
      if (markers[i] === marker && !found.includes(i)) found.push(i);
  }
  return found.sort((a, b) => a - b);
}
