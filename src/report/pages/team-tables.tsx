// The tables of the team's page: exit doors, refusals, hours and words of trouble, and the account of every record.
import { doorCauses, doors, notJudgedReasons, type ReportLedger, type TeamSummary } from '../../model/agent-summary.ts';
import { hoursChart } from '../charts/agent-charts.ts';
import { Chart, CsvLink, type Desk } from './layout.tsx';
import { plain } from './marked-text.tsx';
import { quoted } from './moment.tsx';

interface Part {
  readonly desk: Desk;
  readonly team: TeamSummary;
}

/** Where clients leave, come back or want a superior, and after what. */
export function Doors({ desk, team }: Part) {
  const { words, figures } = desk;
  const w = words.team;
  const met = doorCauses.filter((cause) => doors.some((door) => team.doors[door][cause] > 0));
  return (
    <section aria-labelledby="doors">
      <h2 id="doors">{w.doors}</h2>
      <p class="lead">{met.length === 0 ? w.noDoors : w.doorsLead}</p>
      {met.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.cause}</th>
              {doors.map((door) => (
                <th key={door} scope="col" class="num">
                  {words.alerts[door]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {met.map((cause) => (
              <tr key={cause}>
                <th scope="row">{w.causes[cause]}</th>
                {doors.map((door) => (
                  <td key={door} class="num">
                    {figures.count(team.doors[door][cause])}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{w.total}</th>
              {doors.map((door) => (
                <td key={door} class="num">
                  {figures.count(doorCauses.reduce((sum, cause) => sum + team.doors[door][cause], 0))}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      <CsvLink desk={desk} href="doors.csv" />
    </section>
  );
}

/** Refusals, plain and softened, and the words that they are made of. */
export function Refusals({ desk, team }: Part) {
  const { figures, words } = desk;
  const w = words.team;
  const { plain: bare, softened } = team.refusals;
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals">{w.refusals}</h2>
      <p>{bare + softened === 0 ? w.noRefusal : w.refusalsLead(bare, softened)}</p>
      {team.refusal_words.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.refusalWords}</th>
              <th scope="col" class="num">
                {w.plain}
              </th>
              <th scope="col" class="num">
                {w.softened}
              </th>
            </tr>
          </thead>
          <tbody>
            {team.refusal_words.map((one) => (
              <tr key={one.quote}>
                <th scope="row">
                  <bdi>{quoted(desk, plain(one.quote))}</bdi>
                </th>
                <td class="num">{figures.count(one.plain)}</td>
                <td class="num">{figures.count(one.softened)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <CsvLink desk={desk} href="refusals.csv" />
    </section>
  );
}

/** Difficult moments by the hour. */
export function Hours({ desk, team }: Part) {
  const { figures, words } = desk;
  const w = words.team;
  if (team.hours.length === 0) return null;
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{w.hours}</h2>
      <p class="lead">{w.hoursLead}</p>
      <div class="grid">
        <div class="card">
          <Chart svg={hoursChart(team.hours, w.hours)} />
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.hour}</th>
              <th scope="col" class="num">
                {w.n}
              </th>
              <th scope="col" class="num">
                {w.negative}
              </th>
              <th scope="col" class="num">
                {w.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {team.hours.map(({ hour, conversations, negative }) => (
              <tr key={hour}>
                <th scope="row">{w.hourOf(hour)}</th>
                <td class="num">{figures.count(conversations)}</td>
                <td class="num">{figures.count(negative)}</td>
                <td class="num">{figures.share(negative / conversations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CsvLink desk={desk} href="hours.csv" />
    </section>
  );
}

/** What difficult conversations are about. */
export function TopicWords({ desk, team }: Part) {
  const { figures, words } = desk;
  const w = words.team;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{w.topics}</h2>
      <p class="lead">{team.topics.length === 0 ? w.noTopics : w.topicsLead}</p>
      {team.topics.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.topic}</th>
              <th scope="col" class="num">
                {w.n}
              </th>
              <th scope="col" class="num">
                {w.negative}
              </th>
            </tr>
          </thead>
          <tbody>
            {team.topics.map(({ word, conversations, negative }) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td class="num">{figures.count(conversations)}</td>
                <td class="num">{figures.count(negative)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <CsvLink desk={desk} href="topics.csv" />
    </section>
  );
}

/** The account: what was counted, what was not, and why. */
export function Ledger({ desk, ledger }: { desk: Desk; ledger: ReportLedger }) {
  const { figures, words } = desk;
  const w = words.team;
  const rows = [
    ['read', ledger.read],
    ['counted', ledger.counted],
    ['repeated', ledger.repeated],
    ['unreadable', ledger.unreadable],
    ...notJudgedReasons.map((reason) => [reason, ledger.not_judged[reason]] as const),
    ['without_agent', ledger.without_agent],
    ['without_date', ledger.without_date],
    ['roles_guessed', ledger.roles_guessed],
    ['transcripts_unknown', ledger.transcripts_unknown],
    ['transcripts_misfit', ledger.transcripts_misfit],
  ] as const;
  const versions = Object.keys(ledger.rules).length;
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{w.ledger}</h2>
      {versions > 1 ? <p class="card warn">{w.rules(versions)}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{w.ledgerWhat}</th>
            <th scope="col" class="num">
              {w.ledgerN}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([id, n]) => n > 0 || id === 'read' || id === 'counted')
            .map(([id, n]) => (
              <tr key={id}>
                <th scope="row">{w.ledgerRows[id]}</th>
                <td class="num">{figures.count(n)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
