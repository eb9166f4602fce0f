// A scorecard made ready: what can be worked out before any conversation, once for each scorecard.
import type { Judgement } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import { type FactId, factIds } from '../model/fact.ts';
import type { BehaviourRule, Scorecard } from '../model/scorecard.ts';
import { type Questions, type Ready, type Readying, readying } from './condition.ts';
import { factFeature } from './features.ts';
import { factsIn } from './grounds.ts';
import { type WeightTable, weightTable } from './trained.ts';
import { wordFinder } from './word-turns.ts';

/** A rule made ready. */
export interface ReadyRule {
  readonly id: BehaviourId;
  readonly weight: number;
  readonly isCritical: boolean;
  readonly occasion: Ready | undefined;
  readonly shown: Ready;
  readonly violated: Ready | undefined;
  readonly outweighed: Ready | undefined;
  /** Of the trained judge, where it has the last word. */
  readonly weights: WeightTable | undefined;
}

export interface ReadyScorecard {
  readonly rules: readonly ReadyRule[];
  /** All that its conditions ask. */
  readonly questions: Questions;
  /** Fills the sets of the classes of words. */
  readonly find: ReturnType<typeof wordFinder>;
  /** The facts that some condition asks for or the trained judge weighs. */
  readonly facts: ReadonlySet<FactId>;
  readonly isTrained: boolean;
  /** A behaviour of the scorecard each, without a judgement. */
  readonly blank: Readonly<Partial<Record<BehaviourId, Judgement>>>;
}

const known = new WeakMap<Scorecard, ReadyScorecard>();

/** The scorecard made ready, as it was the first time. */
export function readyScorecard(scorecard: Scorecard): ReadyScorecard {
  let made = known.get(scorecard);
  if (made === undefined) {
    made = madeReady(scorecard);
    known.set(scorecard, made);
  }
  return made;
}

function madeReady(scorecard: Scorecard): ReadyScorecard {
  const { words, behaviours, judge } = scorecard;
  const classes = words.map(({ name }) => name);
  const conditions = readying(classes);
  const rules = behaviours.map((rule) => readyRule(rule, conditions, judge?.behaviours[rule.id]));
  const asked = behaviours.flatMap((rule) => conditionsOf(rule).flatMap(factsIn));
  const weighed = factIds.filter((fact) => JSON.stringify(judge ?? null).includes(`"${factFeature(fact)}"`));
  return {
    rules,
    questions: conditions.questions,
    find: wordFinder(words),
    facts: new Set([...asked, ...weighed]),
    isTrained: rules.some(({ weights }) => weights !== undefined),
    blank: Object.fromEntries(behaviours.map(({ id }) => [id, { verdict: 'na' }])),
  };
}

function readyRule(
  rule: BehaviourRule,
  { ready }: Readying,
  weights: Parameters<typeof weightTable>[0] | undefined,
): ReadyRule {
  const { id, weight, critical, trained, occasion, shown, violated, outweighed } = rule;
  return {
    id,
    weight,
    isCritical: critical,
    occasion: occasion && ready(occasion),
    shown: ready(shown),
    violated: violated && ready(violated),
    outweighed: outweighed && ready(outweighed),
    weights: trained && weights ? weightTable(weights) : undefined,
  };
}

function conditionsOf({ occasion, shown, violated, outweighed }: BehaviourRule) {
  return [occasion, shown, violated, outweighed].filter((condition) => condition !== undefined);
}
