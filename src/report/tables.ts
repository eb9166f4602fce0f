// The figures of the pages as plain tables, for the CSV beside each of them.
import { type AgentSummary, doorCauses, doors, type TeamSummary } from '../model/agent-summary.ts';
import { labelOf } from './pages/labels.ts';
import type { Desk } from './pages/layout.tsx';
import type { Summarised } from './summary/summarise.ts';

export type Row = readonly (string | number | null)[];

/** A table and the name of its file. */
export interface Table {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** An agent as the team's pages show one. */
export interface AgentCard extends Summarised {
  readonly name: string;
  /** Path of the agent's page. */
  readonly page: string;
}

/** The behaviours of one agent. */
export function agentTable(desk: Desk, { behaviours }: AgentSummary): readonly Row[] {
  return [
    ['behaviour', 'label', 'shown', 'missed', 'violated', 'na', 'share', 'low', 'high', 'team_share'],
    ...desk.scorecard.behaviours.map(({ id }): Row => {
      const { verdicts: v, shown, interval, team_shown } = behaviours[id];
      const bounds = [interval?.low ?? null, interval?.high ?? null];
      return [id, labelOf(desk, id), v.shown, v.missed, v.violated, v.na, shown, ...bounds, team_shown];
    }),
  ];
}

/** Every table of the team's pages. */
export function teamTables(desk: Desk, team: TeamSummary, agents: readonly AgentCard[]): readonly Table[] {
  const { words } = desk;
  const ids = desk.scorecard.behaviours.map(({ id }) => id);
  return [
    { name: 'agents.csv', rows: [agentColumns, ...agents.map(agentRow)] },
    {
      name: 'behaviours.csv',
      rows: [
        ['agent_id', 'agent_name', ...ids.flatMap((id) => [id, `${id}_n`])],
        ...agents.map(
          ({ summary }): Row => [
            summary.agent_id,
            summary.agent_name,
            ...ids.flatMap((id) => [summary.behaviours[id].shown, summary.behaviours[id].occasions]),
          ],
        ),
      ],
    },
    {
      name: 'doors.csv',
      rows: [
        ['before', ...doors],
        ...doorCauses.map((cause): Row => [words.team.causes[cause], ...doors.map((door) => team.doors[door][cause])]),
      ],
    },
    {
      name: 'refusals.csv',
      rows: [
        ['words', 'plain', 'softened'],
        ...team.refusal_words.map(({ quote, plain, softened }): Row => [quote, plain, softened]),
      ],
    },
    {
      name: 'hours.csv',
      rows: [
        ['hour', 'conversations', 'with_difficult_moment'],
        ...team.hours.map(({ hour, conversations, negative }): Row => [hour, conversations, negative]),
      ],
    },
    {
      name: 'topics.csv',
      rows: [
        ['word', 'conversations', 'with_difficult_moment'],
        ...team.topics.map(({ word, conversations, negative }): Row => [word, conversations, negative]),
      ],
    },
    {
      name: 'weeks.csv',
      rows: [
        ['week', 'conversations', 'quality', 'low', 'high'],
        ...team.weeks.map(
          ({ week, n, mean, interval }): Row => [week, n, mean, interval?.low ?? null, interval?.high ?? null],
        ),
      ],
    },
  ];
}

const agentColumns: Row = [
  'agent_id',
  'agent_name',
  'first_day',
  'last_day',
  'conversations',
  'judged',
  'quality',
  'quality_low',
  'quality_high',
  'standing',
  'best_place',
  'worst_place',
  'points_a_week',
  'trend',
  'spread',
  'consistency',
  'critical',
  'difficult',
  'recovered',
  'high_points',
  'abuse',
  'churn_threat',
  'escalation_demand',
  'repeat_contact',
  'strengths',
  'priorities',
];

function agentRow({ summary: s }: AgentCard): Row {
  return [
    s.agent_id,
    s.agent_name,
    s.first_day,
    s.last_day,
    s.conversations,
    s.judged,
    s.quality.mean,
    s.quality.interval?.low ?? null,
    s.quality.interval?.high ?? null,
    s.standing,
    s.rank?.best ?? null,
    s.rank?.worst ?? null,
    s.improves.per_week,
    s.improves.verdict,
    s.consistency.spread,
    s.consistency.verdict,
    s.critical,
    s.flags.negative,
    s.flags.recovered,
    s.flags.positive,
    s.alerts.abuse,
    s.alerts['churn-threat'],
    s.alerts['escalation-demand'],
    s.alerts['repeat-contact'],
    s.strengths.map(({ behaviour }) => behaviour).join(' '),
    s.priorities.map(({ behaviour }) => behaviour).join(' '),
  ];
}
