// A moment of a conversation: the turn that counts, the one before and the one after, and the way to the whole of it.
import type { Assessment } from '../../model/assessment.ts';
import type { Turn } from '../../model/conversation.ts';
import type { Evidence } from '../../model/evidence.ts';
import { typographic } from '../words/typography.ts';
import type { Desk } from './layout.tsx';
import { MarkedText, plain, spansOf } from './marked-text.tsx';

/** A conversation as a page shows it; `turns` is null where the transcript was not given. */
export interface Shown {
  readonly assessment: Assessment;
  readonly turns: readonly Turn[] | null;
}

/** A turn of it to look at, with the words to highlight there. */
export interface ShownMoment extends Shown {
  readonly turn: number;
  readonly evidence: readonly Evidence[];
}

/** The caption of a moment: day, channel, link. */
export function MomentCaption({ desk, assessment, turn }: { desk: Desk; assessment: Assessment; turn: number }) {
  const { words, figures } = desk;
  const page = desk.conversationPage(assessment.id, assessment.started_at);
  const name = <bdi>{plain(assessment.id)}</bdi>;
  const day = dayIn(assessment.started_at);
  return (
    <figcaption>
      {day === null ? '' : `${figures.shortDay(day)} · `}
      {words.channel[assessment.channel]} {page === null ? name : <a href={`../${page}#t${turn}`}>{name}</a>}
      {`, ${words.moment.turn(turn + 1)}`}
    </figcaption>
  );
}

/** The day in a date, or null where it is none. */
export function dayIn(text: string | null): string | null {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/.test(text) ? text.slice(0, 10) : null;
}

/** One moment, with its neighbours where the transcript is there, with the quoted words alone where it is not. */
export function Moment({ desk, moment }: { desk: Desk; moment: ShownMoment }) {
  const { assessment, turns, turn, evidence } = moment;
  return (
    <figure>
      <MomentCaption desk={desk} assessment={assessment} turn={turn} />
      {turns === null ? (
        <Quotes desk={desk} evidence={evidence} />
      ) : (
        <ol class="turns">
          {[turn - 1, turn, turn + 1]
            .flatMap((at) => turns[at] ?? [])
            .map((one) => (
              <TurnLine key={one.index} desk={desk} turn={one} moment={moment} />
            ))}
        </ol>
      )}
    </figure>
  );
}

function TurnLine({ desk, turn, moment }: { desk: Desk; turn: Turn; moment: ShownMoment }) {
  const isFocus = turn.index === moment.turn;
  const own = moment.evidence.filter((one) => one.turn === turn.index);
  const felt = moment.assessment.emotion[turn.index];
  return (
    <li class={isFocus ? 'focus' : ''} dir="auto">
      <span class="who">
        {desk.words.roles[turn.role]}
        {felt === null || felt === undefined || felt === 0 ? '' : ` (${desk.figures.signed(felt)})`}
      </span>
      <MarkedText text={turn.text} spans={spansOf(own)} room="short" />
    </li>
  );
}

/** The quoted words alone. */
export function Quotes({ desk, evidence }: { desk: Desk; evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <p class="meta">{desk.words.agent.noQuote}</p>;
  return (
    <ul class="plain">
      {evidence.slice(0, 4).map(({ quote, turn, start, marker }) => (
        <li key={`${turn} ${start} ${marker}`} dir="auto">
          {quoted(desk, plain(quote))}
        </li>
      ))}
    </ul>
  );
}

/** Words in quotation marks; the marks are set, the words stay as they were said. */
export function quoted(desk: Desk, words: string): string {
  const [before, after] = typographic(desk.words.quote('\u0001')).split('\u0001');
  return `${before}${words}${after}`;
}

/** Turn numbers as people read them, from 1: `1–4, 6`. */
export function turnRanges(turns: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const turn of turns) {
    const last = ranges.at(-1);
    if (last !== undefined && turn <= last.to + 1) last.to = Math.max(last.to, turn);
    else ranges.push({ from: turn, to: turn });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ');
}
