// The page that a coach opens with the agent beside: what goes well, what to work on, with which words; then the figures.
import { qualityChart, trendChart } from '../charts/agent-charts.ts';
import { enough } from '../summary/figures.ts';
import { missing } from '../words/numbers.ts';
import { BehaviourTable } from './agent-behaviours.tsx';
import { ChoiceCards } from './agent-choices.tsx';
import { Abuse, Celebrated, ConversationList, Difficult, FineFlaws } from './agent-moments.tsx';
import type { AgentView } from './agent-view.ts';
import { labelOf, rangeOf } from './labels.ts';
import { Chart, type Desk, pageText } from './layout.tsx';
import { type Notes, notes } from './notes.tsx';

/** The page of an agent as text. */
export function agentPage(desk: Desk, view: AgentView, csvName: string): string {
  const { words } = desk;
  const noted = notes(words, [
    'quality',
    'interval',
    'team',
    'choice',
    'shown',
    'trend',
    'consistency',
    'rank',
    'emotion',
  ]);
  const crumbs = [
    { label: words.nav.index, href: '../index.html' },
    { label: words.nav.team, href: '../team.html' },
  ];
  const content = (
    <>
      <Head desk={desk} view={view} />
      <Brief desk={desk} view={view} noted={noted} />
      <ChoiceCards desk={desk} kind="strengths" choices={view.strengths} view={view} noted={noted} />
      <ChoiceCards desk={desk} kind="priorities" choices={view.priorities} view={view} noted={noted} />
      <FineFlaws desk={desk} view={view} />
      <Celebrated desk={desk} view={view} />
      <Difficult desk={desk} view={view} noted={noted} />
      <Abuse desk={desk} view={view} />
      <FigureCards desk={desk} view={view} noted={noted} />
      <BehaviourTable desk={desk} figures={view.summary.behaviours} noted={noted} csvName={csvName} />
      <ConversationList desk={desk} view={view} />
      <noted.List />
    </>
  );
  return pageText(desk, `${view.name} – ${words.agent.eyebrow}`, crumbs, content);
}

interface Part {
  readonly desk: Desk;
  readonly view: AgentView;
  readonly noted: Notes;
}

function Head({ desk, view }: Omit<Part, 'noted'>) {
  const { words } = desk;
  const { summary } = view;
  const channels = words.channels(summary.calls, summary.conversations - summary.calls);
  return (
    <>
      <p class="eyebrow">{words.agent.eyebrow}</p>
      <h1>
        <bdi>{view.name}</bdi>
      </h1>
      <p class="lead">
        {[
          words.period(summary.first_day, summary.last_day),
          words.agent.judged(summary.judged, summary.conversations),
          channels,
        ]
          .filter((one) => one !== '')
          .join(' · ')}
      </p>
      {desk.hasTranscripts ? null : <p class="meta">{words.agent.noTranscripts}</p>}
    </>
  );
}

function Brief({ desk, view, noted }: Part) {
  const { words } = desk;
  const { summary } = view;
  const labels = (choices: AgentView['strengths']): string =>
    words.list(choices.map(({ choice }) => labelOf(desk, choice.behaviour)));
  const w = words.agent;
  return (
    <section class="card brief" aria-labelledby="brief">
      <h2 id="brief">{w.brief}</h2>
      {summary.quality.mean === null ? (
        <p>{w.nothing}</p>
      ) : (
        <p>
          {w.quality(desk.figures.figure(summary.quality.mean), rangeOf(desk, summary.quality.interval))}
          <noted.Mark of="quality" />
          <noted.Mark of="interval" /> {w.beside[summary.standing](desk.figures.figure(summary.rest_of_team.mean))}
          {summary.rest_of_team.mean === null ? null : <noted.Mark of="team" />}
        </p>
      )}
      {view.strengths.length === 0 ? null : <p>{w.doesWell(labels(view.strengths))}</p>}
      {view.priorities.length === 0 ? null : <p>{w.workOn(labels(view.priorities))}</p>}
      {summary.judged >= enough ? null : <p class="meta">{words.notes.few(enough)}</p>}
    </section>
  );
}

function FigureCards({ desk, view, noted }: Part) {
  const { words, figures } = desk;
  const { summary } = view;
  const w = words.agent;
  const { improves, consistency, rank } = summary;
  const slopes = [
    figures.signed(improves.per_week),
    improves.interval === null
      ? ''
      : words.range(figures.signed(improves.interval.low), figures.signed(improves.interval.high)),
  ] as const;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{w.figures}</h2>
      <div class="grid">
        <div class="card">
          <h3>{w.chartQuality}</h3>
          <p>
            {words.standing[summary.standing]}
            <noted.Mark of="team" />
          </p>
          {summary.quality.mean === null ? (
            <p>{missing}</p>
          ) : (
            <Chart svg={qualityChart(summary, { own: w.ownShort, team: w.team, label: qualityAlt(desk, view) })} />
          )}
          <p class="meta">
            {w.rankTitle}
            {words.colon}
            {rank === null ? w.noRank : w.rank(rank.best, rank.worst, rank.of)}
            <noted.Mark of="rank" />
          </p>
          <p class="meta">{w.critical(summary.critical)}</p>
        </div>
        <div class="card">
          <h3>{w.chartTrend}</h3>
          <p>
            {w.trend[improves.verdict](...slopes)}
            <noted.Mark of="trend" />
          </p>
          {summary.weeks.length < 2 ? null : (
            <>
              <Chart svg={trendChart(summary.weeks, summary.rest_of_team, figures, w.chartTrend)} />
              <p class="meta">{w.chartLegend}</p>
            </>
          )}
        </div>
        <div class="card">
          <h3>{w.consistencyTitle}</h3>
          <p>
            {w.consistency[consistency.verdict](
              figures.figure(consistency.spread),
              figures.figure(consistency.team_spread),
            )}
            <noted.Mark of="consistency" />
          </p>
        </div>
      </div>
    </section>
  );
}

function qualityAlt(desk: Desk, { summary }: AgentView): string {
  const { words, figures } = desk;
  return `${words.agent.chartQuality} ${figures.figure(summary.quality.mean)}, ${words.agent.team} ${figures.figure(summary.rest_of_team.mean)}`;
}
