// Everything gathered → the summaries of the agents and of the team.
import type {
  AgentSummary,
  HourFigure,
  ReportLedger,
  SupportFigure,
  SupportReason,
  TeamSummary,
  TopicFigure,
} from '../../model/agent-summary.ts';
import type { Scorecard } from '../../model/scorecard.ts';
import { choices } from './choices.ts';
import {
  behaviourFigures,
  consistencyFigure,
  enough,
  meanFigure,
  standing,
  trendFigure,
  weekFigures,
} from './figures.ts';
import type { Gathered, Gathering } from './gathering.ts';
import { scatter, without } from './statistics.ts';
import { longestCounted, type Tally } from './tally.ts';
import { dayText } from './wall-clock.ts';

/** Fewest conversations in which the team's usual spread is measured. */
const fewestForSpread = 4;
const mostRefusalWords = 12;

/** An agent's summary with what the pages choose their moments from. */
export interface Summarised {
  readonly key: string;
  readonly summary: AgentSummary;
  readonly gathered: Gathered;
}

/** What the reading of the files adds to the account. */
export type ReadAccount = Pick<ReportLedger, 'read' | 'repeated' | 'unreadable'>;

/** Agents in order of their names, and the team. */
export interface Summaries {
  readonly agents: readonly Summarised[];
  readonly team: TeamSummary;
}

/** Sums everything up. */
export function summarise(all: Gathering, { behaviours }: Scorecard, account: ReadAccount): Summaries {
  const usual = usualVariance(all);
  const long = longFrom(all.team.lengths);
  const drafts = [...all.agents].map(([key, gathered]): Summarised => {
    const { tally } = gathered;
    const figures = behaviourFigures(tally, all.team);
    const rest = without(all.team.quality, tally.quality);
    const enoughJudged = tally.quality.n >= 3;
    const summary: AgentSummary = {
      agent_id: gathered.id,
      agent_name: gathered.name,
      ...period(tally),
      conversations: tally.conversations,
      judged: tally.quality.n,
      calls: tally.calls,
      quality: meanFigure(tally.quality, usual),
      rest_of_team: meanFigure(rest, usual),
      standing: standing(tally.quality, rest, usual),
      rank: null,
      weeks: weekFigures(tally, usual),
      improves: trendFigure(tally, usual),
      consistency: consistencyFigure(tally.quality, usual),
      behaviours: figures,
      critical: tally.critical,
      ...(enoughJudged
        ? choices(figures, behaviours, (id) => gathered.shown[id].length > 0)
        : { strengths: [], priorities: [] }),
      flags: { ...tally.flags },
      alerts: { ...tally.alerts },
      refusals: { ...tally.refusals },
      fine_flaws: { ...tally.flaws, 'taking-time': countFrom(tally.gainedLengths, long) },
    };
    return { key, summary, gathered };
  });
  const agents = ranked(drafts).sort(byName);
  return { agents, team: teamSummary(all, agents, usual, account) };
}

function teamSummary(
  all: Gathering,
  agents: readonly Summarised[],
  usual: number | null,
  account: ReadAccount,
): TeamSummary {
  const { team } = all;
  return {
    ...period(team),
    agents: agents.length,
    conversations: team.conversations,
    judged: team.quality.n,
    quality: meanFigure(team.quality, usual),
    weeks: weekFigures(team, usual),
    improves: trendFigure(team, usual),
    distribution: [...all.distribution],
    behaviours: behaviourFigures(team, team),
    flags: { ...team.flags },
    alerts: { ...team.alerts },
    doors: team.doors,
    refusals: { ...team.refusals },
    refusal_words: all.refusals.top(mostRefusalWords),
    hours: hourFigures(all.hours),
    topics: [],
    support: supportFigures(agents),
    ledger: {
      ...account,
      counted: team.conversations,
      not_judged: { ...all.notJudged },
      without_agent: all.withoutAgent,
      without_date: all.withoutDate,
      roles_guessed: all.rolesGuessed,
      transcripts_unknown: 0,
      transcripts_misfit: 0,
      rules: Object.fromEntries([...all.rules].sort()),
    },
  };
}

/** The team's summary with what its transcripts brought. */
export function withTopics(
  team: TeamSummary,
  found: readonly TopicFigure[],
  { unknown, misfit }: { readonly unknown: number; readonly misfit: number },
): TeamSummary {
  const ledger = { ...team.ledger, transcripts_unknown: unknown, transcripts_misfit: misfit };
  return { ...team, topics: found, ledger };
}

// How much quality varies within an agent, over all agents together.
function usualVariance(all: Gathering): number | null {
  let [squares, freedom] = [0, 0];
  for (const { tally } of all.agents.values()) {
    if (tally.quality.n < 2) continue;
    squares += scatter(tally.quality);
    freedom += tally.quality.n - 1;
  }
  return freedom < fewestForSpread ? null : squares / freedom;
}

function period({ firstDay, lastDay }: Tally): { first_day: string | null; last_day: string | null } {
  return {
    first_day: firstDay === null ? null : dayText(firstDay),
    last_day: lastDay === null ? null : dayText(lastDay),
  };
}

// A conversation is long from the length on that three in four do not reach.
function longFrom(lengths: Uint32Array): number {
  const all = lengths.reduce((sum, n) => sum + n, 0);
  let seen = 0;
  for (let length = 0; length < longestCounted; length++) {
    seen += lengths[length]!;
    if (seen >= all * 0.75) return length + 1;
  }
  return longestCounted;
}

function countFrom(lengths: Uint32Array, from: number): number {
  return lengths.slice(from).reduce((sum, n) => sum + n, 0);
}

// The places that the intervals leave open: those surely better come before, those surely worse after.
function ranked(agents: readonly Summarised[]): Summarised[] {
  const able = agents.filter(({ summary }) => summary.judged >= enough && summary.quality.interval !== null);
  const lows = able.map(({ summary }) => summary.quality.interval!.low).sort((a, b) => a - b);
  const highs = able.map(({ summary }) => summary.quality.interval!.high).sort((a, b) => a - b);
  const ranks = new Map(
    able.map((one) => {
      const { low, high } = one.summary.quality.interval!;
      const better = lows.length - firstOver(lows, high);
      const worse = firstAtLeast(highs, low);
      return [one, { best: 1 + better, worst: able.length - worse, of: able.length }] as const;
    }),
  );
  return agents.map((one) => ({ ...one, summary: { ...one.summary, rank: ranks.get(one) ?? null } }));
}

function firstOver(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function hourFigures({ conversations, negative }: Gathering['hours']): readonly HourFigure[] {
  return [...conversations].flatMap((n, hour) =>
    n === 0 ? [] : [{ hour, conversations: n, negative: negative[hour]! }],
  );
}

function supportFigures(agents: readonly Summarised[]): readonly SupportFigure[] {
  return agents
    .map(({ key, summary }) => ({ agent: key, reasons: supportReasons(summary), quality: summary.quality.mean ?? 100 }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.quality - b.quality)
    .map(({ agent, reasons }) => ({ agent, reasons }));
}

function supportReasons(one: AgentSummary): readonly SupportReason[] {
  if (one.standing === 'too-few') return one.alerts.abuse > 1 ? ['abuse'] : [];
  const reasons: SupportReason[] = [];
  const open = one.flags.negative - one.flags.recovered;
  if (one.standing === 'below') reasons.push('quality');
  if (one.improves.verdict === 'declines') reasons.push('declines');
  if (one.critical >= 2 && one.critical / one.judged >= 0.15) reasons.push('critical');
  if (open >= 2 && open / one.judged >= 0.2) reasons.push('unrecovered');
  if (one.alerts.abuse >= 2 && one.alerts.abuse / one.conversations >= 0.05) reasons.push('abuse');
  return reasons;
}

function byName(a: Summarised, b: Summarised): number {
  const [x, y] = [nameOf(a.summary), nameOf(b.summary)].map((name) => name.normalize('NFD').toLowerCase()) as [
    string,
    string,
  ];
  if (x !== y) return x < y ? -1 : 1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/** How an agent is called: by name, else by id. */
export function nameOf({ agent_name, agent_id }: Pick<AgentSummary, 'agent_name' | 'agent_id'>): string {
  const name = agent_name?.trim();
  return name !== undefined && name !== '' ? name : (agent_id ?? '');
}
