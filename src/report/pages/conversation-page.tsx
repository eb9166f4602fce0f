// The page of one conversation: the whole transcript with its evidence, the client's emotion, the verdicts and their grounds.
import type { Assessment, Flag, Judgement } from '../../model/assessment.ts';
import type { Turn } from '../../model/conversation.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { BehaviourRule } from '../../model/scorecard.ts';
import { emotionChart } from '../charts/emotion-chart.ts';
import { feelings } from '../summary/heard.ts';
import { missing } from '../words/numbers.ts';
import { labelOf } from './labels.ts';
import { Chart, type Desk, pageText } from './layout.tsx';
import { MarkedText, plain, spansOf } from './marked-text.tsx';
import { dayIn, quoted, turnRanges } from './moment.tsx';
import { notes } from './notes.tsx';
import { verdictSigns } from './verdict-bar.tsx';

/** A conversation to be shown, and the page of its agent. */
export interface ConversationView {
  readonly assessment: Assessment;
  readonly turns: readonly Turn[];
  readonly agent: { readonly name: string; readonly page: string } | null;
}

/** The page of a conversation as text. */
export function conversationPage(desk: Desk, { assessment: a, turns, agent }: ConversationView): string {
  const { words, figures } = desk;
  const w = words.conversation;
  const noted = notes(words, ['quality', 'emotion']);
  const crumbs = [
    { label: words.nav.index, href: '../index.html' },
    { label: words.nav.team, href: '../team.html' },
    ...(agent === null ? [] : [{ label: plain(agent.name), href: `../${agent.page}` }]),
  ];
  const day = dayIn(a.started_at);
  const felt = feelings(a);
  const alt = words.emotionAlt(felt.map(({ emotion }) => figures.signed(emotion)).join(', '));
  const content = (
    <>
      <p class="eyebrow">{w.eyebrow}</p>
      <h1>
        <bdi>{plain(a.id)}</bdi>
      </h1>
      <p class="lead">
        {[figures.day(day), words.channel[a.channel], w.turns(a.turns)].join(' · ')}
        {agent === null ? null : (
          <>
            {' · '}
            {w.agent}
            {words.colon}
            <bdi>{plain(agent.name)}</bdi>
          </>
        )}
      </p>
      <p>
        {w.quality}
        <noted.Mark of="quality" />
        {words.colon}
        {a.quality === null ? w.notJudged : figures.figure(a.quality)}
        {a.alerts.length === 0 ? '' : ` · ${a.alerts.map((alert) => words.alerts[alert]).join(', ')}`}
      </p>
      {a.notes.map((note) => (
        <p key={note} class="card warn">
          {w.notes[note]}
        </p>
      ))}
      {felt.length === 0 ? null : (
        <section aria-labelledby="emotion">
          <h2 id="emotion">
            {w.emotion}
            <noted.Mark of="emotion" />
          </h2>
          <Chart svg={emotionChart(a, { ...words.emotionAxis, label: alt }, 150)} />
          {a.flags.map((flag) => (
            <p key={flag.from} class="meta">
              {w.flags[flag.polarity]}, {words.moment.turns(turnRanges(ranged(flag)))} ({figures.signed(flag.peak)})
            </p>
          ))}
        </section>
      )}
      <Transcript desk={desk} assessment={a} turns={turns} />
      <Verdicts desk={desk} assessment={a} />
      <noted.List />
    </>
  );
  return pageText(desk, `${plain(a.id)} – ${w.eyebrow}`, crumbs, content);
}

function ranged({ from, to }: Flag): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

function Transcript({ desk, assessment: a, turns }: { desk: Desk; assessment: Assessment; turns: readonly Turn[] }) {
  const { words } = desk;
  const byTurn = new Map<number, Evidence[]>();
  for (const one of a.evidence) byTurn.set(one.turn, [...(byTurn.get(one.turn) ?? []), one]);
  return (
    <section aria-labelledby="transcript">
      <h2 id="transcript">{words.conversation.transcript}</h2>
      <p class="lead">{words.conversation.transcriptLead}</p>
      <ol class="transcript">
        {turns.map((turn) => (
          <TurnRow key={turn.index} desk={desk} assessment={a} turn={turn} evidence={byTurn.get(turn.index) ?? []} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly assessment: Assessment;
  readonly turn: Turn;
  readonly evidence: readonly Evidence[];
}

function TurnRow({ desk, assessment, turn, evidence }: RowProps) {
  const { words, figures } = desk;
  const flag = assessment.flags.find(({ from, to }) => turn.index >= from && turn.index <= to);
  const felt = assessment.emotion[turn.index] ?? null;
  const labels = [...new Set(evidence.map(({ marker }) => desk.markerLabel(marker)))];
  return (
    <li id={`t${turn.index}`} class={`${turn.role}${flag === undefined ? '' : ` flag-${flag.polarity}`}`}>
      <span class="no">{turn.index + 1}</span>
      <div>
        <span class="who">{words.roles[turn.role]}</span>
        <div class="text" dir="auto">
          <MarkedText text={turn.text} spans={spansOf(evidence)} room="whole" />
        </div>
      </div>
      <ul class="margin">
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
        {felt === null || felt === 0 ? null : <li>{words.conversation.felt(figures.signed(felt))}</li>}
      </ul>
    </li>
  );
}

function Verdicts({ desk, assessment: a }: { desk: Desk; assessment: Assessment }) {
  const w = desk.words.conversation;
  const rules = desk.scorecard.behaviours.filter(({ id }) => a.behaviours[id] !== undefined);
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{w.verdicts}</h2>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{desk.words.agent.behaviour}</th>
            <th scope="col">{w.verdict}</th>
            <th scope="col">{w.ground}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <VerdictRow key={rule.id} desk={desk} assessment={a} rule={rule} judgement={a.behaviours[rule.id]!} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VerdictRow(props: { desk: Desk; assessment: Assessment; rule: BehaviourRule; judgement: Judgement }) {
  const { desk, assessment, rule, judgement } = props;
  const { words } = desk;
  return (
    <tr>
      <th scope="row">{labelOf(desk, rule.id)}</th>
      <td class={`v-${judgement.verdict}`}>
        {`${verdictSigns[judgement.verdict]} ${words.verdicts[judgement.verdict]}`}
        {rule.critical ? <span class="tag"> {words.conversation.critical}</span> : null}
      </td>
      <td class="wide">
        <Grounds desk={desk} assessment={assessment} judgement={judgement} />
      </td>
    </tr>
  );
}

const mostQuotes = 4;

function Grounds({ desk, assessment, judgement }: { desk: Desk; assessment: Assessment; judgement: Judgement }) {
  const { words } = desk;
  const quotes = (judgement.evidence ?? []).flatMap((at) => assessment.evidence[at] ?? []);
  if (quotes.length > 0)
    return (
      <>
        {quotes.slice(0, mostQuotes).map(({ quote, turn, start, marker }, at) => (
          <span key={`${turn} ${start} ${marker}`}>
            {at === 0 ? '' : ' '}
            <a href={`#t${turn}`}>
              <bdi>{quoted(desk, plain(quote))}</bdi>
            </a>
          </span>
        ))}
        {quotes.length > mostQuotes ? ' …' : ''}
      </>
    );
  const { searched = [], verdict } = judgement;
  if (searched.length === 0) return <>{missing}</>;
  const turns = words.moment.turns(turnRanges(searched));
  return <>{verdict === 'missed' ? words.conversation.searched(turns) : words.conversation.looked(turns)}</>;
}
