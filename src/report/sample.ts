// Draws conversations to listen to: the same number for each agent, with more of the likely bad and likely excellent
// ones than chance would bring, and some by chance alone, so that nobody is only heard at the worst.
import type { Assessment } from '../model/assessment.ts';
import type { AgentDraws, Draw, DrawKind, Sample, Sign } from '../model/sample.ts';
import { seeded } from '../seeded.ts';
import { badness, excellence, type Likeliness } from './likeliness.ts';

/** How many conversations for each agent, and the seed that decides among equals and for the draws by chance. */
export interface SampleChoices {
  readonly perAgent: number;
  readonly seed: number;
}

/** Takes assessments one by one and keeps few of them: memory grows with the agents, not with the conversations. */
export interface Sampler {
  readonly add: (assessment: Assessment) => void;
  readonly sample: () => Sample;
}

interface Candidate {
  readonly id: string;
  readonly channel: Assessment['channel'];
  readonly started_at: string | null;
  /** Place in the queue of chance: depends on the seed and the conversation, not on the order of the input. */
  readonly ticket: number;
  readonly bad: Likeliness;
  readonly excellent: Likeliness;
}

interface Stratum {
  readonly agent_id: string | null;
  agent_name: string | null;
  conversations: number;
  readonly bad: Candidate[];
  readonly excellent: Candidate[];
  readonly chance: Candidate[];
}

/** A sampler that has seen nothing yet. */
export function sampler({ perAgent, seed }: SampleChoices): Sampler {
  const shares = sharesOf(perAgent);
  const strata = new Map<string, Stratum>();
  let notJudged = 0;
  return {
    add(assessment) {
      if (assessment.judged === 0) {
        notJudged += 1;
        return;
      }
      const stratum = stratumOf(strata, assessment);
      const candidate = candidateOf(assessment, seed);
      stratum.conversations += 1;
      stratum.agent_name ??= assessment.agent_name;
      // Whoever looks bad must not fill the places of the excellent, and the reverse.
      if (candidate.bad.signs.length > 0) keep(stratum.bad, candidate, shares['likely-bad'], by('bad'));
      else if (candidate.excellent.signs.length > 0)
        keep(stratum.excellent, candidate, shares['likely-excellent'], by('excellent'));
      keep(stratum.chance, candidate, perAgent, byTicket);
    },
    sample: () => ({
      seed,
      per_agent: perAgent,
      agents: [...strata.values()].sort(byAgent).map((stratum) => drawsOf(stratum, perAgent)),
      not_judged: notJudged,
    }),
  };
}

/** How many of each kind among so many: two in five likely bad, one in five likely excellent, the rest by chance. */
export function sharesOf(perAgent: number): Readonly<Record<DrawKind, number>> {
  const bad = Math.round(perAgent * 0.4);
  const excellent = Math.round(perAgent * 0.2);
  return { 'likely-bad': bad, 'likely-excellent': excellent, random: perAgent - bad - excellent };
}

function drawsOf(
  { agent_id, agent_name, conversations, bad, excellent, chance }: Stratum,
  perAgent: number,
): AgentDraws {
  const drawn = new Set([...bad, ...excellent].map(({ id }) => id));
  // Where few look bad or excellent, chance fills their places.
  const random = chance.filter(({ id }) => !drawn.has(id)).slice(0, perAgent - drawn.size);
  const draws = [
    ...bad.map((candidate) => drawOf(candidate, 'likely-bad', candidate.bad.signs)),
    ...excellent.map((candidate) => drawOf(candidate, 'likely-excellent', candidate.excellent.signs)),
    ...random.map((candidate) => drawOf(candidate, 'random', [])),
  ];
  return { agent_id, agent_name, conversations, draws };
}

function drawOf({ id, channel, started_at }: Candidate, kind: DrawKind, signs: readonly Sign[]): Draw {
  return { id, channel, started_at, kind, signs };
}

function candidateOf(assessment: Assessment, seed: number): Candidate {
  const { id, channel, started_at } = assessment;
  return {
    id,
    channel,
    started_at,
    ticket: ticketOf(id, seed),
    bad: badness(assessment),
    excellent: excellence(assessment),
  };
}

function ticketOf(id: string, seed: number): number {
  let mixed = seed | 0;
  for (let at = 0; at < id.length; at++) mixed = Math.imul(mixed ^ id.charCodeAt(at), 0x01000193);
  return seeded(mixed)();
}

function stratumOf(strata: Map<string, Stratum>, { agent_id, agent_name }: Assessment): Stratum {
  const key = agent_id ?? agent_name ?? '';
  const known = strata.get(key);
  if (known !== undefined) return known;
  const fresh: Stratum = { agent_id, agent_name, conversations: 0, bad: [], excellent: [], chance: [] };
  strata.set(key, fresh);
  return fresh;
}

type Order = (a: Candidate, b: Candidate) => number;

const byTicket: Order = (a, b) => a.ticket - b.ticket || (a.id < b.id ? -1 : 1);

function by(likeliness: 'bad' | 'excellent'): Order {
  return (a, b) => b[likeliness].score - a[likeliness].score || byTicket(a, b);
}

function byAgent(a: Stratum, b: Stratum): number {
  const [x, y] = [a.agent_id ?? a.agent_name ?? '', b.agent_id ?? b.agent_name ?? ''];
  return x < y ? -1 : Number(x > y);
}

// The best few so far, in order; the list never grows beyond them.
function keep(best: Candidate[], candidate: Candidate, most: number, order: Order): void {
  if (most === 0 || (best.length === most && order(candidate, best[most - 1]!) > 0)) return;
  const at = best.findIndex((other) => order(candidate, other) < 0);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > most) best.pop();
}
