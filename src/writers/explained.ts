// One conversation from close by: every turn with its evidence highlighted in the text, then every verdict with its grounds.
import type { Assessment, Judgement } from '../model/assessment.ts';
import type { Conversation, Turn } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import type { BehaviourRule } from '../model/scorecard.ts';
import { clip, displayWidth, printable, wrap } from '../text/terminal.ts';
import { highlighted } from './highlight.ts';
import { type Screen, screenOn, type Terminal } from './paint.ts';
import { emotionColour, flagSentence, glyphLegend, signed, turnRanges, verdictGlyph } from './verdict-line.ts';
import { words } from './words.ts';

/** The whole conversation and its assessment as text for a screen. */
export function explained(
  conversation: Conversation,
  assessment: Assessment,
  rules: Rules,
  terminal: Terminal,
): string {
  const screen = screenOn(terminal);
  const parts = [
    opening(conversation, assessment, screen),
    ...conversation.turns.map((turn) => turnText(turn, assessment, rules, screen)),
    '',
    ...judgements(assessment, rules, screen),
    ...closing(assessment, screen),
    glyphLegend(screen),
  ];
  return `${parts.join('\n')}\n`;
}

function opening(c: Conversation, a: Assessment, screen: Screen): string {
  const { paint, lang, columns } = screen;
  const w = words[lang];
  const agent = [c.agent.name, c.agent.id ?? undefined].filter((x) => x !== undefined).join(' / ');
  const facts = [
    c.id,
    w.channels[c.channel],
    agent || w.unknownAgent,
    c.client?.name,
    c.startedAt,
    w.turns(c.turns.length),
  ];
  const text = printable([...facts.filter((f) => f !== undefined), a.language, `${w.rules} ${a.rules}`].join(' · '));
  const lines = wrap(text, columns).map(({ start, end }) => paint(text.slice(start, end), 'bold'));
  return [...lines, paint('─'.repeat(columns), 'dim')].join('\n');
}

function turnText(turn: Turn, a: Assessment, rules: Rules, screen: Screen): string {
  const { paint, lang, columns } = screen;
  const w = words[lang];
  const margin = ' '.repeat(4);
  const emotion = a.emotion[turn.index];
  const felt =
    emotion === null || emotion === undefined ? '' : ` ${paint(signed(emotion), ...emotionColour(emotion), 'bold')}`;
  const role = paint(w.roles[turn.role], turn.role === 'agent' ? 'cyan' : turn.role === 'client' ? 'magenta' : 'dim');
  const found = a.evidence.filter((e) => e.turn === turn.index);
  const lines = highlighted(turn.text, found, columns - margin.length, paint);
  const heard = found.map((e) => wrapped(evidenceLine(e, rules, screen), margin, screen));
  return [
    `${paint(`[${turn.index}] `.padEnd(4), 'dim')}${role}${felt}`,
    ...lines.map((line) => margin + line),
    ...heard.map((line) => paint(line, 'dim')),
  ].join('\n');
}

function evidenceLine(e: Evidence, rules: Rules, { lang }: Screen): string {
  const label = rules.markers.find((m) => m.id === e.marker)?.label[lang] ?? e.marker;
  return `└ ${label} ${words[lang].quote(printable(e.quote))} ${e.because}`;
}

function judgements(a: Assessment, rules: Rules, screen: Screen): string[] {
  const { paint, lang } = screen;
  const w = words[lang];
  const quality = a.quality === null ? w.notJudged : `${w.percent(a.quality)} ${w.judgedOf(a.judged)}`;
  const lines = [paint(wrapped(`${w.quality} : ${quality}`, '', screen), 'bold')];
  for (const rule of rules.scorecard.behaviours) {
    const judgement = a.behaviours[rule.id];
    if (judgement !== undefined) lines.push(...judgementLines(rule, judgement, a, rules, screen));
  }
  return lines;
}

function judgementLines(rule: BehaviourRule, j: Judgement, a: Assessment, rules: Rules, screen: Screen): string[] {
  const { paint, lang } = screen;
  const w = words[lang];
  const label = rule.label[lang] + (rule.critical ? ` (${w.critical})` : '');
  const verdict = w.verdicts[j.verdict];
  // The sign says it already: on a narrow screen the word gives way.
  const hasRoom = displayWidth(`${label} ${verdict}`) + 2 <= screen.columns;
  const head = [
    verdictGlyph(j.verdict, screen),
    paint(clip(label, screen.columns - 2), ...(j.verdict === 'na' ? (['dim'] as const) : [])),
    ...(hasRoom ? [paint(verdict, 'dim')] : []),
  ].join(' ');
  if (j.verdict === 'na') return [head];
  const grounds = (j.evidence ?? [])
    .map((i) => a.evidence[i])
    .filter((e) => e !== undefined)
    .map((e) => wrapped(`[${e.turn}] ${evidenceLine(e, rules, screen).slice(2)}`, '    ', screen));
  const searched = j.searched === undefined || j.searched.length === 0 ? undefined : w.turn(turnRanges(j.searched));
  if (j.verdict === 'missed' && searched !== undefined) grounds.push(wrapped(w.searched(searched), '    ', screen));
  if (grounds.length === 0 && searched !== undefined) grounds.push(wrapped(searched, '    ', screen));
  return [head, ...grounds.map((g) => paint(g, 'dim'))];
}

function closing(a: Assessment, screen: Screen): string[] {
  const w = words[screen.lang];
  const lines = a.flags.map((f) => wrapped(`⚑ ${flagSentence(f, screen)}`, '', screen));
  if (a.alerts.length > 0) {
    const alerts = `⚠ ${w.alert} : ${a.alerts.map((x) => w.alerts[x]).join(', ')}`;
    lines.push(screen.paint(wrapped(alerts, '', screen), 'red'));
  }
  if (a.notes.length > 0) lines.push(wrapped(a.notes.map((n) => w.notes[n]).join(', '), '', screen));
  return lines.length === 0 ? [''] : ['', ...lines, ''];
}

function wrapped(text: string, margin: string, { columns }: Screen): string {
  return wrap(text, columns - displayWidth(margin))
    .map(({ start, end }) => margin + text.slice(start, end))
    .join('\n');
}
