// Moments of an agent beyond strengths and priorities: to celebrate, difficult ones, abuse endured, traits that serve the client.
import { type FineFlaw, fineFlaws } from '../../model/agent-summary.ts';
import type { Flag } from '../../model/assessment.ts';
import { emotionChart } from '../charts/emotion-chart.ts';
import { agentEvidence, feelings } from '../summary/heard.ts';
import { missing } from '../words/numbers.ts';
import type { AgentView, Listed } from './agent-view.ts';
import { Chart, type Desk } from './layout.tsx';
import { plain } from './marked-text.tsx';
import { dayIn, Moment, MomentCaption, quoted, type Shown, type ShownMoment } from './moment.tsx';
import type { Notes } from './notes.tsx';

interface Part {
  readonly desk: Desk;
  readonly view: AgentView;
}

/** Moments to listen to again with pleasure. */
export function Celebrated({ desk, view }: Part) {
  const w = desk.words.agent;
  if (view.celebrated.length === 0) return null;
  return (
    <section aria-labelledby="celebrated">
      <h2 id="celebrated">{w.celebrated}</h2>
      <p class="lead">{w.celebratedLead}</p>
      <div class="choices">
        {view.celebrated.map((moment) => (
          <div key={moment.assessment.id} class="card good">
            <p>{celebratedText(desk, moment)}</p>
            <Moment desk={desk} moment={moment} />
          </div>
        ))}
      </div>
    </section>
  );
}

function celebratedText({ words, figures }: Desk, { assessment, turn }: ShownMoment): string {
  const lowest = Math.min(0, ...feelings(assessment).map(({ emotion }) => emotion));
  const reached = figures.signed(assessment.emotion[turn] ?? 0);
  return lowest < 0 ? words.agent.risen(figures.signed(lowest), reached) : words.agent.delighted(reached);
}

/** Difficult exchanges, each with the client's emotion, what the agent said and whether it recovered. */
export function Difficult({ desk, view, noted }: Part & { readonly noted: Notes }) {
  const w = desk.words.agent;
  const { negative, recovered } = view.summary.flags;
  return (
    <section aria-labelledby="difficult">
      <h2 id="difficult">{w.difficult}</h2>
      <p class="lead">
        {negative === 0 ? w.noDifficult : w.difficultLead(negative, recovered)}
        {negative === 0 ? null : <noted.Mark of="emotion" />}
      </p>
      <div class="choices">
        {view.difficult.map((shown) => (
          <article key={shown.assessment.id} class="card">
            <Exchange desk={desk} shown={shown} />
          </article>
        ))}
      </div>
    </section>
  );
}

function Exchange({ desk, shown }: { desk: Desk; shown: Shown }) {
  const { assessment, turns } = shown;
  const { words, figures } = desk;
  const flag = hardest(assessment.flags);
  if (flag === null) return null;
  const all = agentEvidence(assessment, flag.from, flag.to + 2);
  const telling = all.filter(({ marker }) => !formal.has(marker));
  const said = telling.length > 0 ? telling : all;
  const values = feelings(assessment).map(({ emotion }) => figures.signed(emotion));
  const worst =
    feelings(assessment).find(({ turn, emotion }) => turn >= flag.from && emotion === flag.peak)?.turn ?? flag.from;
  const names = { ...words.emotionAxis, label: words.emotionAlt(values.join(', ')) };
  return (
    <>
      <Chart svg={emotionChart(assessment, names, 130)} />
      {turns === null ? (
        <MomentCaption desk={desk} assessment={assessment} turn={worst} />
      ) : (
        <Moment
          desk={desk}
          moment={{
            ...shown,
            turn: worst,
            evidence: assessment.evidence.filter(({ turn }) => Math.abs(turn - worst) <= 1),
          }}
        />
      )}
      <p class="label">{words.agent.whatAgentDid}</p>
      {said.length === 0 ? (
        <p class="meta">{words.agent.nothingHeard}</p>
      ) : (
        <ul class="plain">
          {said.slice(0, 5).map(({ quote, marker, turn, start }) => (
            <li key={`${turn} ${start} ${marker}`}>
              {desk.markerLabel(marker)}
              {words.colon}
              <bdi>{quoted(desk, plain(quote))}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>{flag.recovered ? words.agent.recovered : words.agent.notRecovered}</p>
    </>
  );
}

// What is said in any exchange says little about this one.
const formal = new Set<string>(['greeting', 'self-introduction', 'client-name', 'courtesy', 'farewell', 'hold']);

function hardest(flags: readonly Flag[]): Flag | null {
  return flags
    .filter(({ polarity }) => polarity === 'negative')
    .reduce<Flag | null>((worst, flag) => (worst === null || flag.peak < worst.peak ? flag : worst), null);
}

/** What clients' abuse the agent went through: a load, no fault. */
export function Abuse({ desk, view }: Part) {
  const w = desk.words.agent;
  const n = view.summary.alerts.abuse;
  if (n === 0) return null;
  return (
    <section class="card warn" aria-labelledby="abuse">
      <h2 id="abuse">{w.abuse}</h2>
      <p>{w.abuseLead(n, view.summary.conversations)}</p>
      {view.abuse.map(({ assessment, turn }) => (
        <figure key={assessment.id}>
          <MomentCaption desk={desk} assessment={assessment} turn={turn} />
        </figure>
      ))}
    </section>
  );
}

/** Traits that look like flaws and serve the client. */
export function FineFlaws({ desk, view }: Part) {
  const w = desk.words.agent;
  const met = fineFlaws.filter((flaw) => view.summary.fine_flaws[flaw] > 0 && view.flaws[flaw].length > 0);
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="fine-flaws">
      <h2 id="fine-flaws">{w.fineFlaws}</h2>
      <p class="lead">{w.fineFlawsLead}</p>
      <div class="choices">
        {met.map((flaw) => (
          <FlawCard key={flaw} desk={desk} view={view} flaw={flaw} />
        ))}
      </div>
    </section>
  );
}

function FlawCard({ desk, view, flaw }: Part & { readonly flaw: FineFlaw }) {
  const w = desk.words.agent.flaws[flaw];
  return (
    <div class="card good">
      <h3>{w.title}</h3>
      <p>{w.text(view.summary.fine_flaws[flaw])}</p>
      {view.flaws[flaw].map((moment) => (
        <Moment key={moment.assessment.id} desk={desk} moment={moment} />
      ))}
    </div>
  );
}

/** The latest conversations, each with its figures and a way to it. */
export function ConversationList({ desk, view }: Part) {
  const w = desk.words.agent;
  return (
    <section aria-labelledby="list">
      <h2 id="list">{w.list}</h2>
      <p class="lead">{w.listLead(view.list.length, view.summary.conversations)}</p>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.conversation}</th>
            <th scope="col">{w.date}</th>
            <th scope="col" class="num">
              {w.qualityShort}
            </th>
            <th scope="col" class="num">
              {w.lowest}
            </th>
            <th scope="col" class="num">
              {w.lastEmotion}
            </th>
            <th scope="col">{w.signs}</th>
          </tr>
        </thead>
        <tbody>
          {view.list.map((one) => (
            <ListRow key={`${one.id} ${one.started_at}`} desk={desk} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ListRow({ desk, one }: { desk: Desk; one: Listed }) {
  const { words, figures } = desk;
  const w = words.agent;
  const page = desk.conversationPage(one.id, one.started_at);
  const felt = one.emotion.filter((value) => value !== null);
  const day = dayIn(one.started_at);
  const name = <bdi>{plain(one.id)}</bdi>;
  return (
    <tr>
      <th scope="row" class="wide">
        {page === null ? name : <a href={`../${page}`}>{name}</a>}
      </th>
      <td data-label={w.date}>
        {day === null ? missing : figures.shortDay(day)}, {words.channel[one.channel]}
      </td>
      <td class="num" data-label={w.qualityShort}>
        {figures.figure(one.quality)}
      </td>
      <td class="num" data-label={w.lowest}>
        {figures.signed(felt.length === 0 ? null : Math.min(...felt))}
      </td>
      <td class="num" data-label={w.lastEmotion}>
        {figures.signed(felt.at(-1) ?? null)}
      </td>
      <td data-label={w.signs} class="wide">
        {signsOf(desk, one).join(', ') || missing}
      </td>
    </tr>
  );
}

function signsOf({ words }: Desk, { flags, alerts }: Listed): readonly string[] {
  const hard = flags.filter(({ polarity }) => polarity === 'negative');
  const w = words.agent;
  const hardSign = hard.length === 0 ? [] : [hard.every(({ recovered }) => recovered) ? w.hardRecovered : w.hard];
  const delight = flags.some(({ polarity }) => polarity === 'positive') ? [w.delight] : [];
  return [...hardSign, ...delight, ...alerts.map((alert) => words.alerts[alert])];
}
