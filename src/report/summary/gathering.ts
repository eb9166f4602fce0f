// Takes assessments one by one and keeps what the pages need: memory grows with the agents, not with the conversations.
import {
  type AssessmentRef,
  type FineFlaw,
  fineFlaws,
  type NotJudged,
  notJudgedReasons,
} from '../../model/agent-summary.ts';
import type { Assessment } from '../../model/assessment.ts';
import { type BehaviourId, behaviourIds } from '../../model/behaviour.ts';
import { type Candidate, keepBest } from './best-few.ts';
import { celebrated, difficult, shortMoment, shownMoment } from './moments.ts';
import { type RefusalWords, refusalWords } from './refusal-words.ts';
import { addToTally, type Counted, counted, emptyTally, type Tally } from './tally.ts';
import { wallClock } from './wall-clock.ts';

/** How many moments of each kind are kept for an agent. */
const kept = { behaviour: 4, celebrated: 6, difficult: 6, abuse: 3, flaw: 2, latest: 30 } as const;

/** What is known of one agent. */
export interface Gathered {
  readonly id: string | null;
  name: string | null;
  readonly tally: Tally;
  readonly shown: Readonly<Record<BehaviourId, Candidate[]>>;
  readonly short: Readonly<Record<BehaviourId, Candidate[]>>;
  readonly celebrated: Candidate[];
  readonly difficult: Candidate[];
  readonly abuse: Candidate[];
  readonly flaws: Readonly<Record<FineFlaw, Candidate[]>>;
  /** The latest conversations; the score is their day. */
  readonly latest: Candidate[];
}

/** What is known of everybody. */
export interface Gathering {
  readonly team: Tally;
  /** By agent id, or name where there is no id. */
  readonly agents: Map<string, Gathered>;
  readonly distribution: Uint32Array;
  readonly hours: { readonly conversations: Uint32Array; readonly negative: Uint32Array };
  readonly refusals: RefusalWords;
  readonly notJudged: Record<NotJudged, number>;
  readonly rules: Map<string, number>;
  withoutAgent: number;
  withoutDate: number;
  rolesGuessed: number;
}

/** A gathering of nothing yet. */
export function emptyGathering(): Gathering {
  return {
    team: emptyTally(),
    agents: new Map(),
    distribution: new Uint32Array(10),
    hours: { conversations: new Uint32Array(24), negative: new Uint32Array(24) },
    refusals: refusalWords(),
    notJudged: Object.fromEntries(notJudgedReasons.map((reason) => [reason, 0])) as Record<NotJudged, number>,
    rules: new Map(),
    withoutAgent: 0,
    withoutDate: 0,
    rolesGuessed: 0,
  };
}

/** Adds one assessment. */
export function gather(all: Gathering, a: Assessment, ref: AssessmentRef): void {
  const clock = wallClock(a.started_at);
  const one = counted(a, clock);
  addToTally(all.team, one);
  all.rules.set(a.rules, (all.rules.get(a.rules) ?? 0) + 1);
  if (clock === null) all.withoutDate += 1;
  if (a.notes.includes('roles-guessed')) all.rolesGuessed += 1;
  if (a.quality === null) all.notJudged[reasonOf(a)] += 1;
  else all.distribution[Math.min(9, Math.floor(a.quality / 10))]! += 1;
  if (clock !== null && clock.hour !== null) {
    all.hours.conversations[clock.hour]! += 1;
    if (a.flags.some(({ polarity }) => polarity === 'negative')) all.hours.negative[clock.hour]! += 1;
  }
  all.refusals.add(a);
  const agent = agentOf(all, a);
  if (agent === null) all.withoutAgent += 1;
  else addToAgent(agent, one, ref);
}

function reasonOf({ notes }: Assessment): NotJudged {
  return notJudgedReasons.find((reason) => (notes as readonly string[]).includes(reason)) ?? 'nothing-applied';
}

function agentOf(all: Gathering, a: Assessment): Gathered | null {
  const key = agentKey(a);
  if (key === null) return null;
  const known = all.agents.get(key);
  if (known !== undefined) {
    known.name ??= a.agent_name;
    return known;
  }
  const lists = () => Object.fromEntries(behaviourIds.map((id) => [id, []])) as unknown as Gathered['shown'];
  const fresh: Gathered = {
    id: a.agent_id,
    name: a.agent_name,
    tally: emptyTally(),
    shown: lists(),
    short: lists(),
    celebrated: [],
    difficult: [],
    abuse: [],
    flaws: Object.fromEntries(fineFlaws.map((flaw) => [flaw, []])) as unknown as Gathered['flaws'],
    latest: [],
  };
  all.agents.set(key, fresh);
  return fresh;
}

/** What tells one agent from another; null where nobody is named. */
export function agentKey({ agent_id, agent_name }: Pick<Assessment, 'agent_id' | 'agent_name'>): string | null {
  const key = agent_id ?? agent_name;
  return key === null || key.trim() === '' ? null : key;
}

function addToAgent(agent: Gathered, one: Counted, ref: AssessmentRef): void {
  const { assessment: a, clock, course, flaws } = one;
  addToTally(agent.tally, one);
  keepBest(agent.latest, { ref, turn: 0, score: clock?.day ?? 0 }, kept.latest);
  for (const id of behaviourIds) {
    const judgement = a.behaviours[id];
    if (judgement === undefined || judgement.verdict === 'na') continue;
    if (judgement.verdict === 'shown') keepIf(agent.shown[id], shownMoment(a, ref, judgement, course), kept.behaviour);
    else keepIf(agent.short[id], shortMoment(a, ref, { id, judgement, course }), kept.behaviour);
  }
  keepIf(agent.celebrated, celebrated(a, ref, course), kept.celebrated);
  keepIf(agent.difficult, difficult(a, ref), kept.difficult);
  const abuse = a.evidence.find(({ marker }) => marker === 'abuse');
  if (abuse !== undefined) keepBest(agent.abuse, { ref, turn: abuse.turn, score: clock?.day ?? 0 }, kept.abuse);
  for (const { flaw, turn } of flaws)
    keepBest(agent.flaws[flaw], { ref, turn, score: flaw === 'taking-time' ? a.turns : (a.quality ?? 0) }, kept.flaw);
}

function keepIf(best: Candidate[], candidate: Candidate | null, most: number): void {
  if (candidate !== null) keepBest(best, candidate, most);
}
