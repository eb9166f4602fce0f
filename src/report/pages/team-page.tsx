// The page of the team: how quality is spread, who does what, where clients leave, refusals, hours and words of trouble, the account.
import type { TeamSummary } from '../../model/agent-summary.ts';
import { distributionChart, trendChart } from '../charts/agent-charts.ts';
import { enough } from '../summary/figures.ts';
import type { AgentCard } from '../tables.ts';
import { HeatMap } from './heat-map.tsx';
import { heatPageNames } from './heat-pages.ts';
import { rangeOf } from './labels.ts';
import { Chart, CsvLink, type Desk, pageText } from './layout.tsx';
import { type Notes, notes } from './notes.tsx';
import { AgentRows, Support } from './team-agents.tsx';
import { Doors, Hours, Ledger, Refusals, TopicWords } from './team-tables.tsx';

/** The page as text. */
export function teamPage(desk: Desk, team: TeamSummary, agents: readonly AgentCard[]): string {
  const { words } = desk;
  const w = words.team;
  const noted = notes(words, ['quality', 'interval', 'trend', 'rank', 'heat']);
  const hasFew = agents.some(({ summary }) => summary.standing === 'too-few');
  const crumbs = [{ label: words.nav.index, href: 'index.html' }];
  const content = (
    <>
      <p class="eyebrow">{w.eyebrow}</p>
      <h1>{w.title}</h1>
      <p class="lead">{words.period(team.first_day, team.last_day)}</p>
      <Brief desk={desk} team={team} hasFew={hasFew} noted={noted} />
      <Support desk={desk} team={team} agents={agents} />
      <AgentRows desk={desk} agents={agents} noted={noted} />
      <section aria-labelledby="heat">
        <h2 id="heat">
          {w.heat}
          <noted.Mark of="heat" />
        </h2>
        <Heat desk={desk} team={team} agents={agents} />
        <CsvLink desk={desk} href="behaviours.csv" />
      </section>
      <Doors desk={desk} team={team} />
      <Refusals desk={desk} team={team} />
      <Hours desk={desk} team={team} />
      <TopicWords desk={desk} team={team} />
      <Ledger desk={desk} ledger={team.ledger} />
      <noted.List />
    </>
  );
  return pageText(desk, w.title, crumbs, content);
}

interface BriefProps {
  readonly desk: Desk;
  readonly team: TeamSummary;
  /** Whether some agents have too few conversations to be compared. */
  readonly hasFew: boolean;
  readonly noted: Notes;
}

function Brief({ desk, team, hasFew, noted }: BriefProps) {
  const { words, figures } = desk;
  const w = words.team;
  const { improves } = team;
  const slopes = [
    figures.signed(improves.per_week),
    improves.interval === null
      ? ''
      : words.range(figures.signed(improves.interval.low), figures.signed(improves.interval.high)),
  ] as const;
  return (
    <>
      <section class="card brief" aria-labelledby="brief">
        <h2 id="brief">{w.brief}</h2>
        <p>{w.sentence(team.agents, team.conversations, team.judged)}</p>
        {team.quality.mean === null ? null : (
          <p>
            {w.quality(figures.figure(team.quality.mean), rangeOf(desk, team.quality.interval))}
            <noted.Mark of="quality" />
            <noted.Mark of="interval" />
          </p>
        )}
        <p>
          {words.agent.trend[improves.verdict](...slopes)}
          <noted.Mark of="trend" />
        </p>
        {hasFew ? <p class="meta">{words.notes.few(enough)}</p> : null}
      </section>
      <div class="grid">
        <div class="card">
          <h3>{w.distribution}</h3>
          <Chart svg={distributionChart(team, w.distribution)} />
        </div>
        {team.weeks.length < 2 ? null : (
          <div class="card">
            <h3>{words.agent.chartTrend}</h3>
            <Chart svg={trendChart(team.weeks, null, figures, words.agent.chartTrend)} />
            <CsvLink desk={desk} href="weeks.csv" />
          </div>
        )}
      </div>
    </>
  );
}

function Heat({ desk, team, agents }: { desk: Desk; team: TeamSummary; agents: readonly AgentCard[] }) {
  const names = heatPageNames(agents.length);
  const { words } = desk;
  if (names.length === 0) return <HeatMap desk={desk} agents={agents} whole={team.behaviours} />;
  return (
    <>
      <p>{words.team.heatPages}</p>
      <ul class="legend">
        {names.map((name, at) => (
          <li key={name}>
            <a href={name}>{words.team.part(at + 1, names.length)}</a>
          </li>
        ))}
      </ul>
      <HeatMap desk={desk} agents={[]} whole={team.behaviours} />
    </>
  );
}
