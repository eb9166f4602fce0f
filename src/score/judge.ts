// The judgement of one conversation: a verdict for every behaviour of the scorecard with its grounds, and the quality.
import type { Judgement } from '../model/assessment.ts';
import { type BehaviourId, type Verdict, verdicts } from '../model/behaviour.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { ask, evidenceFor, holds, searchedFor } from './asking.ts';
import { readFacts } from './facts.ts';
import { type Features, featuresByName, readFeatures } from './features.ts';
import { type ReadyRule, type ReadyScorecard, readyScorecard } from './ready-scorecard.ts';
import { type Spoken, spoken } from './spoken.ts';
import { heaviest, tippedBy } from './trained.ts';
import { addTurn, clearSet, setsOf, turnsOf } from './turn-sets.ts';

/** The number of each verdict. */
const verdict = Object.fromEntries(verdicts.map((name, number) => [name, number])) as Readonly<Record<Verdict, number>>;

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
  for (let i = 0; i < card.rules.length; i++) judgements.push(judged(card.rules[i]!, talk));
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
    card.rules.map((rule) => ruled(rule, byRule(rule), talk)),
    card,
  );
  return { rules, features: featuresByName() };
}

function read(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  { questions, find, facts }: ReadyScorecard,
  isEveryFactWanted = false,
): Spoken {
  const talk = spoken(conversation, evidence, emotion, questions.sets());
  find(conversation.turns.length);
  if (isEveryFactWanted) readFacts(talk);
  else readFacts(talk, facts);
  ask(questions, talk);
  return talk;
}

/** The verdict of the rule alone, by its number: no occasion, else violated unless outweighed, else shown, else missed. */
function byRule({ occasion, shown, violated, outweighed }: ReadyRule): number {
  if (occasion && !holds(occasion)) return verdict.na;
  const isShown = holds(shown);
  if (violated && holds(violated) && !(isShown && outweighed && holds(outweighed))) return verdict.violated;
  return isShown ? verdict.shown : verdict.missed;
}

/** The verdict of the rule, or of the trained judge where it has the last word. */
function judged(rule: ReadyRule, talk: Spoken): Judgement {
  const own = byRule(rule);
  const last = rule.weights ? heaviest(rule.weights, own) : own;
  if (rule.weights === undefined || last === own) return ruled(rule, own, talk);
  const tipped = last === verdict.shown || last === verdict.violated ? tippedBy(rule.weights, last, own, talk) : null;
  return { verdict: verdicts[last]!, ...(tipped ?? { searched: turnsBehind(ruled(rule, own, talk), talk) }) };
}

/** The rule's verdict cites its evidence; where absence or a fact decided, the turns searched. */
function ruled({ occasion, shown, violated }: ReadyRule, number: number, talk: Spoken): Judgement {
  const decided = (number === verdict.na ? occasion : number === verdict.violated ? violated : shown)!;
  const evidence = evidenceFor(decided, talk);
  if (evidence.length > 0) return { verdict: verdicts[number]!, evidence };
  const searched = searchedFor(decided, talk);
  if (searched.length > 0) return { verdict: verdicts[number]!, searched };
  const everywhere = talk.agent.length > 0 ? talk.agent : talk.conversation.turns.map(({ index }) => index);
  return { verdict: verdicts[number]!, searched: everywhere };
}

/** The turns that a judgement was made on. */
function turnsBehind({ evidence = [], searched }: Judgement, talk: Spoken): readonly number[] {
  if (searched) return searched;
  clearSet(setsOf.seen);
  for (const index of evidence) addTurn(setsOf.seen, talk.evidence[index]!.turn);
  return turnsOf(setsOf.seen);
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
    const { verdict: own } = judgements[i]!;
    if (own === 'na') continue;
    judged++;
    all += weight;
    if (own === 'shown') good += weight;
    if (isCritical && own === 'violated') critical.push(id);
  }
  return { quality: all === 0 ? null : Math.round((good / all) * 1000) / 10, judged, critical };
}
