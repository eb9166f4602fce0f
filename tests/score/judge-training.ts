// Trains the judge on labelled conversations, each as the ear might hear it, three times over. It starts from trust in
// the rules and departs from them only where the labels insist.
import { type BehaviourId, type Verdict, verdicts } from '../../src/model/behaviour.ts';
import type { Scorecard, TrainedJudge, VerdictWeights } from '../../src/model/scorecard.ts';
import { ruleFeature } from '../../src/score/features.ts';
import { byRules } from '../../src/score/judge.ts';
import { type Labelled, misheard, type Noise } from './labelled.ts';
import { type Example, logistic, type Settings } from './logistic.ts';

/** How far the rule's verdict is believed before any label was seen, in log-odds. */
const trust = 3;
const mishearings = 3;
/** Weights that would hardly move a verdict are left out of the file. */
const slightest = 0.08;

export const settings: Settings = { pull: 0.03, rounds: 150 };

/** A judge for the behaviours that the scorecard marks as trained. */
export function trainJudge(
  scorecard: Scorecard,
  labelled: readonly Labelled[],
  noise: Noise,
  how: Settings = settings,
): TrainedJudge {
  const heard = labelled.flatMap((one, index) =>
    Array.from({ length: mishearings }, (_, copy) => misheard(one, index * 100 + copy, noise)),
  );
  const read = heard.map((one) => {
    const { features, rules } = byRules(one.conversation, one.evidence, one.emotion, scorecard);
    return { features, rules, verdicts: one.verdicts };
  });
  const behaviours: Partial<Record<BehaviourId, VerdictWeights>> = {};
  for (const { id, trained } of scorecard.behaviours) {
    if (!trained) continue;
    const names = new Map<string, number>();
    const indexOf = (name: string) => names.get(name) ?? names.set(name, names.size).get(name)!;
    for (const verdict of verdicts) indexOf(ruleFeature(verdict));
    const examples: Example[] = read.map((one) => {
      const values = new Map([[indexOf(ruleFeature(one.rules[id]!.verdict)), 1]]);
      for (const [name, value] of one.features) values.set(indexOf(name), value);
      return { values, label: verdicts.indexOf(one.verdicts[id]) };
    });
    const belief = verdicts.map((verdict) => {
      const row = new Float64Array(names.size);
      row[indexOf(ruleFeature(verdict))] = trust;
      return row;
    });
    const weights = logistic(examples, belief, how);
    behaviours[id] = Object.fromEntries(
      verdicts.map((verdict, k) => [verdict, readable(names, weights[k]!)]),
    ) as Record<Verdict, Record<string, number>>;
  }
  return { behaviours };
}

function readable(names: ReadonlyMap<string, number>, row: Float64Array): Record<string, number> {
  const kept = [...names]
    .map(([name, index]) => [name, Math.round(row[index]! * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= slightest)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1));
  return Object.fromEntries(kept);
}
