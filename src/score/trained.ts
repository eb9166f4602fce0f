// The trained judge: weighs every marker and fact together with what the rule says, and names what tipped the scales.
import type { Judgement } from '../model/assessment.ts';
import { type Verdict, verdicts } from '../model/behaviour.ts';
import { type Facts, factIds } from '../model/fact.ts';
import { markerIds } from '../model/marker.ts';
import type { VerdictWeights } from '../model/scorecard.ts';
import { type Features, ruleFeature } from './features.ts';
import type { Spoken } from './spoken.ts';

/** Markers and facts cited where the judge departs from the rule. */
const cited = 3;

/** The verdict of the trained judge; the rule's own judgement where both agree. */
export function weigh(
  weights: VerdictWeights,
  features: Features,
  rule: Judgement,
  talk: Spoken,
  facts: Facts,
): Judgement {
  const verdict = heaviest(weights, features, rule.verdict);
  if (verdict === rule.verdict) return rule;
  const pulls = [...features]
    .map(([name, value]) => ({
      name,
      pull: value * ((weights[verdict][name] ?? 0) - (weights[rule.verdict][name] ?? 0)),
    }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull || (a.name < b.name ? -1 : 1));
  const heard = pulls.flatMap(({ name }) => talk.heard.get(markerNamed(name)!) ?? []);
  const turns = pulls.slice(0, cited).flatMap(({ name }) => factTurns(name, facts));
  const evidence = [...new Set(heard)].slice(0, cited).sort((a, b) => a - b);
  if (verdict === 'shown' || verdict === 'violated') {
    if (evidence.length > 0) return { verdict, evidence };
    if (turns.length > 0) return { verdict, searched: [...new Set(turns)].sort((a, b) => a - b) };
  }
  const cites = rule.evidence?.map((index) => talk.evidence[index]!.turn);
  return { verdict, searched: rule.searched ?? [...new Set(cites)].sort((a, b) => a - b) };
}

/** The verdict with the largest sum; the rule's among equals. */
export function heaviest(weights: VerdictWeights, features: Features, ruled: Verdict): Verdict {
  const sum = (verdict: Verdict) => {
    let total = weights[verdict][ruleFeature(ruled)] ?? 0;
    for (const [name, value] of features) total += value * (weights[verdict][name] ?? 0);
    return total;
  };
  let best = ruled;
  let most = sum(ruled);
  for (const verdict of verdicts) {
    const total = sum(verdict);
    if (total > most) {
      best = verdict;
      most = total;
    }
  }
  return best;
}

function markerNamed(feature: string) {
  const name = feature.replace(/ often$/, '');
  return markerIds.find((marker) => marker === name);
}

function factTurns(feature: string, facts: Facts): readonly number[] {
  const fact = factIds.find((id) => feature === `fact ${id}`);
  return fact ? facts[fact].turns : [];
}
