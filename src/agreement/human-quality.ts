// What people's verdicts on a conversation amount to: its quality, and whether they call it bad or excellent.
import type { HumanLabels } from '../model/human-labels.ts';
import type { BehaviourRule } from '../model/scorecard.ts';

const badBelow = 50;
const excellentFrom = 90;

type Weighed = Pick<BehaviourRule, 'id' | 'weight' | 'critical'>;

/** Weighted share of the applicable behaviours that the person saw, 0..100; null where none applied. */
export function humanQuality({ behaviours }: HumanLabels, rules: readonly Weighed[]): number | null {
  const applied = rules.filter(({ id }) => behaviours[id] !== undefined && behaviours[id] !== 'na');
  const weight = applied.reduce((sum, rule) => sum + rule.weight, 0);
  if (weight === 0) return null;
  const shown = applied.filter(({ id }) => behaviours[id] === 'shown');
  return (100 * shown.reduce((sum, rule) => sum + rule.weight, 0)) / weight;
}

/** Bad: a critical behaviour violated, or less than half of what applied was shown. */
export function isCalledBad(labels: HumanLabels, rules: readonly Weighed[]): boolean {
  const quality = humanQuality(labels, rules);
  const isCritical = rules.some(({ id, critical }) => critical && labels.behaviours[id] === 'violated');
  return isCritical || (quality !== null && quality < badBelow);
}

/** Excellent: nine tenths of what applied was shown, and nothing violated. */
export function isCalledExcellent(labels: HumanLabels, rules: readonly Weighed[]): boolean {
  const quality = humanQuality(labels, rules);
  const isSpoilt = Object.values(labels.behaviours).includes('violated');
  return !isSpoilt && quality !== null && quality >= excellentFrom;
}
