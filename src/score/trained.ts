// The trained judge: weighs every marker and fact together with what the rule says, and names what tipped the scales.
import type { Judgement } from '../model/assessment.ts';
import { verdicts } from '../model/behaviour.ts';
import type { VerdictWeights } from '../model/scorecard.ts';
import { factOfFeature, featureNames, features, markerOfFeature, ruleFeature } from './features.ts';
import type { Spoken } from './spoken.ts';
import { addSet, addTurn, clearSet, setsOf, turnsOf } from './turn-sets.ts';

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

/** The verdict of the trained judge on the features at hand; the rule's own judgement where both agree. */
export function weigh(table: WeightTable, rule: Judgement, talk: Spoken): Judgement {
  const ruled = verdicts.indexOf(rule.verdict);
  const winner = heaviest(table, ruled);
  if (winner === ruled) return rule;
  const verdict = verdicts[winner]!;
  if (verdict === 'shown' || verdict === 'violated') {
    const pulls = pullsOf(table, winner, ruled);
    const evidence = evidenceOf(pulls, talk);
    if (evidence.length > 0) return { verdict, evidence };
    clearSet(setsOf.seen);
    for (const feature of pulls.slice(0, cited))
      if (factOfFeature(feature) >= 0) addSet(setsOf.seen, setsOf.facts + factOfFeature(feature));
    const searched = turnsOf(setsOf.seen);
    if (searched.length > 0) return { verdict, searched };
  }
  if (rule.searched) return { verdict, searched: rule.searched };
  clearSet(setsOf.seen);
  for (const index of rule.evidence ?? []) addTurn(setsOf.seen, talk.evidence[index]!.turn);
  return { verdict, searched: turnsOf(setsOf.seen) };
}

/** The verdict with the largest sum, as its number; the rule's among equals. */
function heaviest({ features: weights, rule }: WeightTable, ruled: number): number {
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

const pullOf = new Float64Array(featureNames.length);

/** The features that speak for the winner, the strongest first. */
function pullsOf({ features: weights }: WeightTable, winner: number, ruled: number): number[] {
  const pulls: number[] = [];
  for (let i = 0; i < features.count; i++) {
    const feature = features.number[i]!;
    const base = feature * width;
    const pull = features.value[i]! * (weights[base + winner]! - weights[base + ruled]!);
    pullOf[feature] = pull;
    if (pull > 0) pulls.push(feature);
  }
  return pulls.sort((a, b) => pullOf[b]! - pullOf[a]! || (featureNames[a]! < featureNames[b]! ? -1 : 1));
}

/** The first pieces of evidence of the markers that pull most. */
function evidenceOf(pulls: readonly number[], { evidence, markers }: Spoken): number[] {
  const found: number[] = [];
  for (const feature of pulls) {
    const marker = markerOfFeature(feature);
    if (marker < 0) continue;
    for (let i = 0; i < evidence.length && found.length < cited; i++)
      if (markers[i] === marker && !found.includes(i)) found.push(i);
  }
  return found.sort((a, b) => a - b);
}
