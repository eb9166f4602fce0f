// The first page of a report: the team in a sentence, everybody's page, files for spreadsheets and machines.
import type { TeamSummary } from '../../model/agent-summary.ts';
import type { AgentCard } from '../tables.ts';
import { labelOf, rangeOf } from './labels.ts';
import { type Desk, pageText } from './layout.tsx';
import { notes } from './notes.tsx';

const files = [
  'agents.csv',
  'behaviours.csv',
  'weeks.csv',
  'doors.csv',
  'refusals.csv',
  'hours.csv',
  'topics.csv',
  'summary.json',
];

/** With no more agents than this, each has a card; beyond, a name in a list. */
const mostCards = 60;

/** The page as text. */
export function indexPage(desk: Desk, team: TeamSummary, agents: readonly AgentCard[]): string {
  const { words, figures } = desk;
  const w = words.index;
  const noted = notes(words, ['quality', 'interval']);
  const content = (
    <>
      <p class="eyebrow">{words.period(team.first_day, team.last_day)}</p>
      <h1>{w.title}</h1>
      <p class="lead">{w.lead}</p>
      <section class="card brief">
        <p>{words.team.sentence(team.agents, team.conversations, team.judged)}</p>
        {team.quality.mean === null ? null : (
          <p>
            {words.team.quality(figures.figure(team.quality.mean), rangeOf(desk, team.quality.interval))}
            <noted.Mark of="quality" />
            <noted.Mark of="interval" />
          </p>
        )}
        <p>
          <a href="team.html">{words.team.title}</a>
        </p>
      </section>
      <section aria-labelledby="agents">
        <h2 id="agents">{words.team.agents}</h2>
        {agents.length <= mostCards ? <Cards desk={desk} agents={agents} /> : <Names desk={desk} agents={agents} />}
      </section>
      <section aria-labelledby="files">
        <h2 id="files">{w.files}</h2>
        <ul class="legend">
          {files.map((file) => (
            <li key={file}>
              <a href={file} download>
                {file}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <noted.List />
    </>
  );
  return pageText(desk, w.title, [], content);
}

function Cards({ desk, agents }: { desk: Desk; agents: readonly AgentCard[] }) {
  const { words, figures } = desk;
  const labels = (choices: readonly { readonly behaviour: string }[]): string =>
    words.list(choices.map(({ behaviour }) => labelOf(desk, behaviour)));
  return (
    <div class="grid">
      {agents.map(({ key, name, page, summary }) => (
        <article key={key} class="card">
          <h3>
            <a href={page}>
              <bdi>{name}</bdi>
            </a>
          </h3>
          <p class="meta">
            {words.conversations(summary.conversations)} · {words.agent.chartQuality}{' '}
            {figures.figure(summary.quality.mean)}
            {summary.quality.interval === null ? '' : ` (${rangeOf(desk, summary.quality.interval)})`}
          </p>
          {summary.strengths.length === 0 ? null : <p>{words.agent.doesWell(labels(summary.strengths))}</p>}
          {summary.priorities.length === 0 ? null : <p>{words.agent.workOn(labels(summary.priorities))}</p>}
          {summary.standing === 'too-few' ? <p class="meta">{words.standing['too-few']}</p> : null}
        </article>
      ))}
    </div>
  );
}

function Names({ desk, agents }: { desk: Desk; agents: readonly AgentCard[] }) {
  const { words, figures } = desk;
  return (
    <>
      <p class="meta">{words.index.find}</p>
      <ul class="names">
        {agents.map(({ key, name, page, summary }) => (
          <li key={key}>
            <a href={page}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="meta">
              {figures.figure(summary.quality.mean)} ({figures.count(summary.judged)})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
