// The agents on the team's page: each as an interval, never as a race; and those who may need somebody beside.
import type { AgentSummary, TeamSummary } from '../../model/agent-summary.ts';
import type { AgentCard } from '../tables.ts';
import { missing } from '../words/numbers.ts';
import { rangeOf } from './labels.ts';
import { CsvLink, type Desk } from './layout.tsx';
import type { Notes } from './notes.tsx';

/** More rows than this are for the spreadsheet and the first page. */
const mostRows = 200;
const mostSupported = 12;

/** Agents who may need support, with the reasons. */
export function Support({ desk, team, agents }: { desk: Desk; team: TeamSummary; agents: readonly AgentCard[] }) {
  const w = desk.words.team;
  const byKey = new Map(agents.map((agent) => [agent.key, agent]));
  return (
    <section aria-labelledby="support">
      <h2 id="support">{w.support}</h2>
      {team.support.length === 0 ? (
        <p>{w.noSupport}</p>
      ) : (
        <>
          <p class="lead">{w.supportLead}</p>
          <div class="grid">
            {team.support.slice(0, mostSupported).map(({ agent, reasons }) => (
              <article key={agent} class="card">
                <h3>
                  <a href={byKey.get(agent)!.page}>
                    <bdi>{byKey.get(agent)!.name}</bdi>
                  </a>
                </h3>
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason}>{w.reasons[reason]}</li>
                  ))}
                </ul>
              </article>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** The table of agents. */
export function AgentRows({ desk, agents, noted }: { desk: Desk; agents: readonly AgentCard[]; noted: Notes }) {
  const { words } = desk;
  const w = words.team;
  return (
    <section aria-labelledby="agents">
      <h2 id="agents">{w.agents}</h2>
      <p class="lead">{w.agentsLead}</p>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.agent}</th>
            <th scope="col" class="num">
              {w.n}
            </th>
            <th scope="col" class="num">
              {words.agent.chartQuality}
            </th>
            <th scope="col">0 – 100</th>
            <th scope="col">{w.standing}</th>
            <th scope="col">
              {w.place}
              <noted.Mark of="rank" />
            </th>
            <th scope="col">{w.trend}</th>
          </tr>
        </thead>
        <tbody>
          {agents.slice(0, mostRows).map((agent) => (
            <AgentRow key={agent.key} desk={desk} agent={agent} />
          ))}
        </tbody>
      </table>
      {agents.length > mostRows ? <p class="meta">{w.moreAgents(agents.length - mostRows)}</p> : null}
      <CsvLink desk={desk} href="agents.csv" />
    </section>
  );
}

function AgentRow({ desk, agent }: { desk: Desk; agent: AgentCard }) {
  const { words, figures } = desk;
  const { summary, name, page } = agent;
  const w = words.team;
  return (
    <tr>
      <th scope="row" class="wide">
        <a href={page}>
          <bdi>{name}</bdi>
        </a>
      </th>
      <td class="num" data-label={w.n}>
        {figures.count(summary.judged)}
      </td>
      <td class="num" data-label={words.agent.chartQuality}>
        {figures.figure(summary.quality.mean)}
      </td>
      <td class="wide">
        <Strip desk={desk} summary={summary} />
      </td>
      <td class="wide">{words.standing[summary.standing]}</td>
      <td data-label={w.place}>
        {summary.rank === null
          ? missing
          : summary.rank.best === summary.rank.worst
            ? figures.count(summary.rank.best)
            : `${figures.count(summary.rank.best)}–${figures.count(summary.rank.worst)}`}
      </td>
      <td data-label={w.trend}>{w.trends[summary.improves.verdict]}</td>
    </tr>
  );
}

function Strip({ desk, summary }: { desk: Desk; summary: AgentSummary }) {
  const { mean, interval } = summary.quality;
  if (mean === null) return <>{missing}</>;
  const label = rangeOf(desk, interval) ?? desk.figures.figure(mean);
  return (
    <div class="strip" role="img" aria-label={label} title={label}>
      {interval === null ? null : (
        <i style={`left:${interval.low}%;width:${(interval.high - interval.low).toFixed(1)}%`} />
      )}
      <b style={`left:${mean}%`} />
    </div>
  );
}
