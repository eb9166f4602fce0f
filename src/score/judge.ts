// The judgement of one conversation: a verdict for every behaviour of the scorecard with its grounds, and the quality.
import type { Judgement } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Facts } from '../model/fact.ts';
import type { BehaviourRule, Scorecard } from '../model/scorecard.ts';
import { type Asking, asking, type Ready, ready } from './condition.ts';
import { factsOf } from './facts.ts';
import { featureList } from './features.ts';
import { type Spoken, spoken } from './spoken.ts';
import { type WeightTable, weigh, weightTables } from './trained.ts';
import { wordFinder } from './word-turns.ts';

/** What `judge` says of a conversation. */
export interface Judged {
  readonly behaviours: Readonly<Partial<Record<BehaviourId, Judgement>>>;
  readonly quality: number | null;
  readonly judged: number;
  readonly critical: readonly BehaviourId[];
}

/** A scorecard made ready: what can be worked out before any conversation. */
interface ReadyScorecard {
  readonly find: ReturnType<typeof wordFinder>;
  readonly rules: readonly ReadyRule[];
  readonly weights: ReadonlyMap<BehaviourId, WeightTable>;
}

interface ReadyRule {
  readonly id: BehaviourId;
  readonly isTrained: boolean;
  readonly occasion: Ready | undefined;
  readonly shown: Ready;
  readonly violated: Ready | undefined;
  readonly outweighed: Ready | undefined;
}

const readyScorecards = new WeakMap<Scorecard, ReadyScorecard>();

/** Judges a conversation by a scorecard. */
export function judge(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): Judged {
  const { talk, facts, rules } = byRules(conversation, evidence, emotion, scorecard);
  const { rules: readyRules, weights } = readyScorecard(scorecard);
  if (weights.size === 0) return { behaviours: rules, ...total(scorecard, rules) };
  const behaviours: Partial<Record<BehaviourId, Judgement>> = {};
  const features = featureList(talk, facts);
  for (const { id, isTrained } of readyRules) {
    const table = isTrained ? weights.get(id) : undefined;
    behaviours[id] = table ? weigh(table, features, rules[id]!, talk, facts) : rules[id]!;
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
  const { find, rules: readyRules } = readyScorecard(scorecard);
  const talk = spoken(conversation, evidence, emotion);
  const facts = factsOf(talk);
  const ask = asking(talk, facts, find(talk.said.words));
  const rules: Partial<Record<BehaviourId, Judgement>> = {};
  for (const rule of readyRules) rules[rule.id] = byRule(rule, ask, talk);
  return { talk, facts, rules };
}

/** The verdict of the rule alone: no occasion, else violated unless outweighed, else shown, else missed. */
function byRule(rule: ReadyRule, ask: Asking, talk: Spoken): Judgement {
  if (rule.occasion && !ask.holds(rule.occasion)) return grounded('na', rule.occasion, ask, talk);
  const isShown = ask.holds(rule.shown);
  const isOutweighed = () => isShown && rule.outweighed !== undefined && ask.holds(rule.outweighed);
  if (rule.violated && ask.holds(rule.violated) && !isOutweighed())
    return grounded('violated', rule.violated, ask, talk);
  return grounded(isShown ? 'shown' : 'missed', rule.shown, ask, talk);
}

/** A verdict cites its evidence; where absence or a fact decided, the turns searched. */
function grounded(verdict: Judgement['verdict'], decided: Ready, ask: Asking, talk: Spoken): Judgement {
  const evidence = ask.evidenceFor(decided);
  if (evidence.length > 0) return { verdict, evidence };
  const searched = ask.searchedFor(decided);
  if (searched.length > 0) return { verdict, searched };
  const { agent } = talk.turnsOf;
  return { verdict, searched: agent.length > 0 ? agent : talk.conversation.turns.map((turn) => turn.index) };
}

/** Weighted share of the applicable behaviours that were shown, and the critical ones violated. */
function total(scorecard: Scorecard, behaviours: Judged['behaviours']): Omit<Judged, 'behaviours'> {
  let judged = 0;
  let all = 0;
  let good = 0;
  const critical: BehaviourId[] = [];
  for (const rule of scorecard.behaviours) {
    const { verdict } = behaviours[rule.id]!;
    if (verdict === 'na') continue;
    judged++;
    all += rule.weight;
    if (verdict === 'shown') good += rule.weight;
    if (rule.critical && verdict === 'violated') critical.push(rule.id);
  }
  return { quality: all === 0 ? null : Math.round((good / all) * 1000) / 10, judged, critical };
}

function readyScorecard(scorecard: Scorecard): ReadyScorecard {
  const known = readyScorecards.get(scorecard);
  if (known) return known;
  const made: ReadyScorecard = {
    find: wordFinder(scorecard.words),
    rules: scorecard.behaviours.map(readyRule),
    weights: scorecard.judge ? weightTables(scorecard.judge) : new Map(),
  };
  readyScorecards.set(scorecard, made);
  return made;
}

function readyRule({ id, trained, occasion, shown, violated, outweighed }: BehaviourRule): ReadyRule {
  return {
    id,
    isTrained: trained,
    occasion: occasion && ready(occasion),
    shown: ready(shown),
    violated: violated && ready(violated),
    outweighed: outweighed && ready(outweighed),
  };
}
