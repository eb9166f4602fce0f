// The judgement of one conversation: a verdict for every behaviour of the scorecard with its grounds, and the quality.
import type { Judgement } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Facts } from '../model/fact.ts';
import type { BehaviourRule, Condition, Scorecard } from '../model/scorecard.ts';
import { type Asking, asking } from './condition.ts';
import { factsOf } from './facts.ts';
import { featuresOf } from './features.ts';
import { type Spoken, spoken } from './spoken.ts';
import { weigh } from './trained.ts';
import { wordFinder } from './word-turns.ts';

/** What `judge` says of a conversation. */
export interface Judged {
  readonly behaviours: Readonly<Partial<Record<BehaviourId, Judgement>>>;
  readonly quality: number | null;
  readonly judged: number;
  readonly critical: readonly BehaviourId[];
}

const finders = new WeakMap<Scorecard, ReturnType<typeof wordFinder>>();

/** Judges a conversation by a scorecard. */
export function judge(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): Judged {
  const { talk, facts, rules } = byRules(conversation, evidence, emotion, scorecard);
  const behaviours: Partial<Record<BehaviourId, Judgement>> = {};
  const features = scorecard.judge && featuresOf(talk, facts);
  for (const { id, trained } of scorecard.behaviours) {
    const weights = trained ? scorecard.judge?.behaviours[id] : undefined;
    behaviours[id] = weights && features ? weigh(weights, features, rules[id]!, talk, facts) : rules[id]!;
  }
  return { behaviours, ...total(scorecard, behaviours) };
}

/** The verdicts of the rules alone, with what the trained judge looks at. */
export function byRules(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): { readonly talk: Spoken; readonly facts: Facts; readonly rules: Judged['behaviours'] } {
  const talk = spoken(conversation, evidence, emotion);
  const facts = factsOf(talk);
  const ask = asking(talk, facts, finderOf(scorecard)(talk.words));
  const rules: Partial<Record<BehaviourId, Judgement>> = {};
  for (const rule of scorecard.behaviours) rules[rule.id] = byRule(rule, ask, talk);
  return { talk, facts, rules };
}

/** The verdict of the rule alone: no occasion, else violated unless outweighed, else shown, else missed. */
function byRule(rule: BehaviourRule, ask: Asking, talk: Spoken): Judgement {
  if (rule.occasion && !ask.holds(rule.occasion)) return grounded('na', rule.occasion, ask, talk);
  const isShown = ask.holds(rule.shown);
  const isOutweighed = () => isShown && rule.outweighed !== undefined && ask.holds(rule.outweighed);
  if (rule.violated && ask.holds(rule.violated) && !isOutweighed())
    return grounded('violated', rule.violated, ask, talk);
  return grounded(isShown ? 'shown' : 'missed', rule.shown, ask, talk);
}

/** A verdict cites its evidence; where absence or a fact decided, the turns searched. */
function grounded(verdict: Judgement['verdict'], decided: Condition, ask: Asking, talk: Spoken): Judgement {
  const evidence = ask.evidenceFor(decided);
  if (evidence.length > 0) return { verdict, evidence };
  const searched = ask.searchedFor(decided);
  if (searched.length > 0) return { verdict, searched };
  const { agent } = talk.turnsOf;
  return { verdict, searched: agent.length > 0 ? agent : talk.conversation.turns.map((turn) => turn.index) };
}

/** Weighted share of the applicable behaviours that were shown, and the critical ones violated. */
function total(scorecard: Scorecard, behaviours: Judged['behaviours']): Omit<Judged, 'behaviours'> {
  const verdictOf = (rule: BehaviourRule) => behaviours[rule.id]!.verdict;
  const applied = scorecard.behaviours.filter((rule) => verdictOf(rule) !== 'na');
  const weight = (rules: readonly BehaviourRule[]) => rules.reduce((sum, rule) => sum + rule.weight, 0);
  const all = weight(applied);
  const good = weight(applied.filter((rule) => verdictOf(rule) === 'shown'));
  return {
    quality: all === 0 ? null : Math.round((good / all) * 1000) / 10,
    judged: applied.length,
    critical: applied.filter((rule) => rule.critical && verdictOf(rule) === 'violated').map((rule) => rule.id),
  };
}

function finderOf(scorecard: Scorecard): ReturnType<typeof wordFinder> {
  const known = finders.get(scorecard);
  if (known) return known;
  const finder = wordFinder(scorecard.words);
  finders.set(scorecard, finder);
  return finder;
}
