// The judgement of one conversation: a verdict for every behaviour of the scorecard with its grounds, and the quality.
import type { Judgement } from '../model/assessment.ts';
import type { BehaviourId, Verdict } from '../model/behaviour.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { BehaviourRule, Condition, Scorecard } from '../model/scorecard.ts';
import { conditions, type Finding } from './condition.ts';
import { factsOf } from './facts.ts';
import { type Features, featuresOf } from './features.ts';
import { type Spoken, spoken } from './spoken.ts';
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
  const { behaviours } = byRules(conversation, evidence, emotion, scorecard);
  return { behaviours, ...total(scorecard, behaviours) };
}

/** The verdicts of the rules alone, and the numbers that the trained judge weighs. */
export function byRules(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): { behaviours: Partial<Record<BehaviourId, Judgement>>; features: Features } {
  const talk = spoken(conversation, evidence, emotion);
  const facts = factsOf(talk);
  const words = finderOf(scorecard)(talk.words);
  const holds = conditions(talk, facts, words);
  const behaviours: Partial<Record<BehaviourId, Judgement>> = {};
  const verdicts: Partial<Record<BehaviourId, Verdict>> = {};
  for (const rule of scorecard.behaviours) {
    const judgement = byRule(rule, holds, talk);
    behaviours[rule.id] = judgement;
    verdicts[rule.id] = judgement.verdict;
  }
  return { behaviours, features: featuresOf(talk, facts, words, verdicts) };
}

/** The verdict of the rule alone: no occasion, else violated unless outweighed, else shown, else missed. */
export function byRule(rule: BehaviourRule, holds: (condition: Condition) => Finding, talk: Spoken): Judgement {
  const occasion = rule.occasion && holds(rule.occasion);
  if (occasion && !occasion.holds) return grounds('na', occasion, talk);
  const shown = holds(rule.shown);
  const violated = rule.violated && holds(rule.violated);
  if (violated?.holds && !(shown.holds && rule.outweighed && holds(rule.outweighed).holds))
    return grounds('violated', violated, talk);
  return grounds(shown.holds ? 'shown' : 'missed', shown, talk);
}

/** A verdict cites its evidence; where absence decided, the turns searched. */
function grounds(verdict: Judgement['verdict'], finding: Finding, talk: Spoken): Judgement {
  if (finding.evidence.length > 0) return { verdict, evidence: finding.evidence };
  if (finding.searched.length > 0) return { verdict, searched: finding.searched };
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
