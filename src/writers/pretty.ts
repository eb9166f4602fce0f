// Conversations as a quality analyst skims them in a terminal: a short block each, then a table of the agents.
import type { Assessment, Flag } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerSpeaker } from '../model/marker.ts';
import type { BehaviourRule, Scorecard } from '../model/scorecard.ts';
import { clip, displayWidth, printable, wrap } from '../text/terminal.ts';
import { agentTable } from './agent-table.ts';
import { decisiveQuotes, mostTelling } from './decisive-quotes.ts';
import { type Colour, type Screen, screenOn, type Terminal } from './paint.ts';
import { emotionBars, flagSentence, glyphLegend, verdictGlyph } from './verdict-line.ts';
import { words } from './words.ts';
import type { Writer } from './writer.ts';

/** Writes assessments as short blocks for a terminal, and a closing table of the agents. */
export function pretty(scorecard: Scorecard, terminal: Terminal): Writer {
  const screen = screenOn(terminal);
  const table = agentTable(scorecard, screen);
  return {
    open: async () => '',
    write: async (assessments) => {
      assessments.forEach(table.add);
      return assessments.map((a) => `${block(a, scorecard, screen)}\n\n`).join('');
    },
    close: async () =>
      table.isEmpty() ? '' : `${table.text()}\n\n${glyphLegend(screen)}\n${sectionLegend(scorecard, screen)}\n`,
  };
}

// The signs of a conversation stand in groups, one for each section of the scorecard.
function sectionLegend({ sections }: Scorecard, { lang, paint, columns }: Screen): string {
  const text = `${words[lang].sections} : ${sections.map((s) => s.label[lang]).join(' · ')}`;
  return wrap(text, columns)
    .map(({ start, end }) => paint(text.slice(start, end), 'dim'))
    .join('\n');
}

function block(a: Assessment, scorecard: Scorecard, screen: Screen): string {
  const { paint, lang } = screen;
  const w = words[lang];
  const lines = [heading(a, screen), ...verdictLines(a, scorecard, screen)];
  const bars = emotionBars(a.emotion, screen);
  if (bars !== '') lines.push(`${paint(w.emotion, 'dim')} ${bars}`);
  for (const flag of a.flags) {
    const text = `⚑ ${flagSentence(flag, screen)}${feltWords(a, flag, screen)}`;
    lines.push(...inside(text, screen, flag.polarity === 'negative' ? 'red' : 'green'));
  }
  if (a.alerts.length > 0)
    lines.push(...inside(`⚠ ${w.alert} : ${a.alerts.map((x) => w.alerts[x]).join(', ')}`, screen, 'red'));
  if (a.notes.length > 0) lines.push(...inside(a.notes.map((n) => w.notes[n]).join(', '), screen, 'dim'));
  const [first, ...rest] = lines;
  return [first, ...rest.map((line) => `  ${line}`)].join('\n');
}

function feltWords(a: Assessment, { from, to, peak }: Flag, { lang }: Screen): string {
  const isThere = ({ turn, marker }: Evidence): boolean =>
    turn >= from && turn <= to && a.emotion[turn] === peak && markerSpeaker(marker) === 'client';
  const indices = a.evidence.flatMap((e, i) => (isThere(e) ? [i] : []));
  const index = mostTelling(a, indices);
  return index === undefined ? '' : ` ${words[lang].quote(printable(a.evidence[index]!.quote))}`;
}

function inside(text: string, { paint, columns }: Screen, colour: Colour): string[] {
  return wrap(text, columns - 2).map(({ start, end }) => paint(text.slice(start, end), colour));
}

function heading(a: Assessment, { paint, lang, columns }: Screen): string {
  const w = words[lang];
  const agent = [a.agent_name, a.agent_id].filter((x) => x !== null).map(printable);
  const who = agent.length === 2 ? `${agent[0]} (${agent[1]})` : (agent[0] ?? w.unknownAgent);
  const about = ` ${w.channels[a.channel]} · ${who} · ${w.turns(a.turns)}`;
  const id = printable(a.id);
  const room = columns - displayWidth(about) - 3;
  const shownId = clip(id, Math.max(8, room));
  return paint(clip(`${shownId} ·${about}`, columns), 'bold');
}

function verdictLines(a: Assessment, scorecard: Scorecard, screen: Screen): string[] {
  const { paint, lang } = screen;
  const w = words[lang];
  if (a.judged === 0) return [paint(`${w.quality} : ${w.notJudged}`, 'dim')];
  const quality = a.quality ?? 0;
  const colour = quality >= 75 ? 'green' : quality >= 50 ? 'yellow' : 'red';
  const steps = screen.columns < 60 ? 4 : 10;
  const filled = Math.round((quality / 100) * steps);
  const gauge = `${'█'.repeat(filled)}${'░'.repeat(steps - filled)}`;
  const signs = scorecard.sections
    .map((s) =>
      glyphsOf(
        a,
        scorecard.behaviours.filter((b) => b.section === s.id),
        screen,
      ),
    )
    .filter((s) => s !== '')
    .join(' ');
  const head = `${paint(gauge, colour)} ${paint(w.percent(quality), 'bold', colour)}  ${signs}`;
  return [head, ...decisiveQuotes(a, scorecard, screen), ...missedLine(a, scorecard, screen)];
}

function glyphsOf(a: Assessment, behaviours: readonly BehaviourRule[], screen: Screen): string {
  return behaviours
    .map((b) => a.behaviours[b.id])
    .filter((j) => j !== undefined)
    .map((j) => verdictGlyph(j.verdict, screen))
    .join('');
}

function missedLine(a: Assessment, scorecard: Scorecard, screen: Screen): string[] {
  const missed = scorecard.behaviours.filter((b) => verdictOf(a, b.id) === 'missed').map((b) => b.label[screen.lang]);
  if (missed.length === 0) return [];
  const text = missed.join(', ');
  return wrap(text, screen.columns - 4).map(({ start, end }, i) => {
    const sign = i === 0 ? verdictGlyph('missed', screen) : ' ';
    return `${sign} ${text.slice(start, end)}`;
  });
}

function verdictOf(a: Assessment, id: BehaviourId) {
  return a.behaviours[id]?.verdict;
}
