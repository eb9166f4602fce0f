// The trained judge: weighs every marker and fact together with what the rule says, and names what tipped the scales.
import type { Judgement } from '../model/assessment.ts';
import { type BehaviourId, verdicts } from '../model/behaviour.ts';
import type { Facts } from '../model/fact.ts';
import type { TrainedJudge, VerdictWeights } from '../model/scorecard.ts';
import { type FeatureList, factOfFeature, featureNames, markerOfFeature, ruleFeature } from './features.ts';
import type { Spoken } from './spoken.ts';

/** Markers and facts cited where the judge departs from the rule. */
const cited = 3;

/** Weights as tables: of feature `f` for verdict `v` at `f × number of verdicts + v`. */
export interface WeightTable {
  readonly features: Float64Array;
  /** What each verdict of the rule weighs, in the same way. */
  readonly rule: Float64Array;
}

/** The weights of every behaviour of a judge as tables. */
export function weightTables({ behaviours }: TrainedJudge): ReadonlyMap<BehaviourId, WeightTable> {
  return new Map(Object.entries(behaviours).map(([id, weights]) => [id as BehaviourId, tableOf(weights)]));
}

function tableOf(weights: VerdictWeights): WeightTable {
  const table = (names: readonly string[]) =>
    Float64Array.from(names.flatMap((name) => verdicts.map((verdict) => weights[verdict][name] ?? 0)));
  return { features: table(featureNames), rule: table(verdicts.map(ruleFeature)) };
}

const sums = new Float64Array(verdicts.length);

/** The verdict of the trained judge; the rule's own judgement where both agree. */
export function weigh(
  table: WeightTable,
  features: FeatureList,
  rule: Judgement,
  talk: Spoken,
  facts: Facts,
): Judgement {
  const ruled = verdicts.indexOf(rule.verdict);
  const winner = heaviest(table, features, ruled);
  if (winner === ruled) return rule;
  const verdict = verdicts[winner]!;
  const width = verdicts.length;
  const pulls: Pull[] = [];
  for (let i = 0; i < features.number.length; i++) {
    const feature = features.number[i]!;
    const base = feature * width;
    const pull = features.value[i]! * (table.features[base + winner]! - table.features[base + ruled]!);
    if (pull > 0) pulls.push({ feature, pull });
  }
  pulls.sort((a, b) => b.pull - a.pull || (featureNames[a.feature]! < featureNames[b.feature]! ? -1 : 1));
  const evidence = evidenceOf(pulls, talk);
  const turns = pulls.slice(0, cited).flatMap(({ feature }) => factTurns(feature, facts));
  if (verdict === 'shown' || verdict === 'violated') {
    if (evidence.length > 0) return { verdict, evidence };
    if (turns.length > 0) return { verdict, searched: [...new Set(turns)].sort((a, b) => a - b) };
  }
  const cites = rule.evidence?.map((index) => talk.evidence[index]!.turn);
  return { verdict, searched: rule.searched ?? [...new Set(cites)].sort((a, b) => a - b) };
}

/** The verdict with the largest sum, as its number; the rule's among equals. */
function heaviest({ features: weights, rule }: WeightTable, { number, value }: FeatureList, ruled: number): number {
  const width = sums.length;
  for (let v = 0; v < width; v++) sums[v] = rule[ruled * width + v]!;
  for (let i = 0; i < number.length; i++) {
    const base = number[i]! * width;
    const amount = value[i]!;
    for (let v = 0; v < width; v++) sums[v]! += amount * weights[base + v]!;
  }
  let best = ruled;
  for (let v = 0; v < width; v++) if (sums[v]! > sums[best]!) best = v;
  return best;
}

/** How much a feature speaks for the winner. */
interface Pull {
  readonly feature: number;
  readonly pull: number;
}

/** The first pieces of evidence of the markers that pull most. */
function evidenceOf(pulls: readonly Pull[], { markers }: Spoken): number[] {
  const found: number[] = [];
  for (const { feature } of pulls) {
    const marker = markerOfFeature(feature);
    if (marker < 0) continue;
    for (let i = 0; i < markers.length && found.length < cited; i++)
      if (markers[i] === marker && !found.includes(i)) found.push(i);
  }
  return found.sort((a, b) => a - b);
}

function factTurns(feature: number, facts: Facts): readonly number[] {
  const fact = factOfFeature(feature);
  return fact ? facts[fact].turns : [];
}
