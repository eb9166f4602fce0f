// The judgement of one conversation: a verdict for every behaviour of the scorecard with its grounds, and the quality.
import type { Judgement } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { evidenceFor, forgetAnswers, holds, searchedFor } from './asking.ts';
import type { Ready } from './condition.ts';
import { readFacts } from './facts.ts';
import { type Features, featuresByName, readFeatures } from './features.ts';
import { type ReadyRule, type ReadyScorecard, readyScorecard } from './ready-scorecard.ts';
import { type Spoken, spoken } from './spoken.ts';
import { weigh } from './trained.ts';

/** What `judge` says of a conversation. */
export interface Judged {
  readonly behaviours: Readonly<Partial<Record<BehaviourId, Judgement>>>;
  readonly quality: number | null;
  readonly judged: number;
  readonly critical: readonly BehaviourId[];
}

/** Judges a conversation by a scorecard. */
export function judge(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): Judged {
  const card = readyScorecard(scorecard);
  const talk = read(conversation, evidence, emotion, card);
  if (card.isTrained) readFeatures(talk);
  const judgements: Judgement[] = [];
  for (let i = 0; i < card.rules.length; i++) {
    const rule = card.rules[i]!;
    const ruled = byRule(rule, talk);
    judgements.push(rule.weights ? weigh(rule.weights, ruled, talk) : ruled);
  }
  return { behaviours: named(judgements, card), ...total(judgements, card) };
}

/** The verdicts of the rules alone, with what the trained judge looks at; for training. */
export function byRules(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  scorecard: Scorecard,
): { readonly rules: Judged['behaviours']; readonly features: Features } {
  const card = readyScorecard(scorecard);
  const talk = read(conversation, evidence, emotion, card, true);
  readFeatures(talk);
  const rules = named(
    card.rules.map((rule) => byRule(rule, talk)),
    card,
  );
  return { rules, features: featuresByName() };
}

function read(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  { classes, find, facts, answers }: ReadyScorecard,
  isEveryFactWanted = false,
): Spoken {
  const talk = spoken(conversation, evidence, emotion, classes);
  forgetAnswers(answers);
  find(conversation.turns.length);
  if (isEveryFactWanted) readFacts(talk);
  else readFacts(talk, facts);
  return talk;
}

/** The verdict of the rule alone: no occasion, else violated unless outweighed, else shown, else missed. */
function byRule({ occasion, shown, violated, outweighed }: ReadyRule, talk: Spoken): Judgement {
  if (occasion && !holds(occasion, talk)) return grounded('na', occasion, talk);
  const isShown = holds(shown, talk);
  if (violated && holds(violated, talk) && !(isShown && outweighed && holds(outweighed, talk)))
    return grounded('violated', violated, talk);
  return grounded(isShown ? 'shown' : 'missed', shown, talk);
}

/** A verdict cites its evidence; where absence or a fact decided, the turns searched. */
function grounded(verdict: Judgement['verdict'], decided: Ready, talk: Spoken): Judgement {
  const evidence = evidenceFor(decided, talk);
  if (evidence.length > 0) return { verdict, evidence };
  const searched = searchedFor(decided, talk);
  if (searched.length > 0) return { verdict, searched };
  return { verdict, searched: talk.agent.length > 0 ? talk.agent : talk.conversation.turns.map(({ index }) => index) };
}

function named(judgements: readonly Judgement[], { rules, blank }: ReadyScorecard): Judged['behaviours'] {
  // A copy has room for every behaviour from the start.
  const behaviours: Partial<Record<BehaviourId, Judgement>> = { ...blank };
  for (let i = 0; i < rules.length; i++) behaviours[rules[i]!.id] = judgements[i]!;
  return behaviours;
}

/** Weighted share of the applicable behaviours that were shown, and the critical ones violated. */
function total(judgements: readonly Judgement[], { rules }: ReadyScorecard): Omit<Judged, 'behaviours'> {
  let judged = 0;
  let all = 0;
  let good = 0;
  const critical: BehaviourId[] = [];
  for (let i = 0; i < rules.length; i++) {
    const { id, weight, isCritical } = rules[i]!;
    const { verdict } = judgements[i]!;
    if (verdict === 'na') continue;
    judged++;
    all += weight;
    if (verdict === 'shown') good += weight;
    if (isCritical && verdict === 'violated') critical.push(id);
  }
  return { quality: all === 0 ? null : Math.round((good / all) * 1000) / 10, judged, critical };
}
