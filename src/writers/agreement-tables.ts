// Agreement with people's labels as the terminal shows it: the figures that count, then every marker and behaviour.
import {
  type Agreement,
  type AgreementReport,
  type FoundScore,
  type Grouping,
  type HeadlineId,
  headlineIds,
} from '../model/agreement.ts';
import { behaviourIds } from '../model/behaviour.ts';
import { markerIds } from '../model/marker.ts';
import { printable } from '../text/terminal.ts';
import { type AgreementWords, agreementWords } from './agreement-words.ts';
import { aligned } from './aligned.ts';
import { type Screen, screenOn, type Terminal } from './paint.ts';

/** The whole report; `stripped` is the same measured on text without punctuation, capitals and accents. */
export function agreementTables(report: AgreementReport, terminal: Terminal, stripped?: Agreement): string {
  const screen = screenOn(terminal);
  const w = agreementWords[screen.lang];
  const { overall } = report;
  const blocks = [
    `${screen.paint(w.measured(overall.conversations, overall.turns), 'bold')}\n${headlineTable(report, w, screen)}`,
    calmLine(overall, w),
    ...Object.entries(report.by)
      .filter(([, groups]) => Object.keys(groups).length > 1)
      .map(([grouping, groups]) => groupTable(grouping as Grouping, groups, w, screen)),
    ...(stripped === undefined ? [] : [strippedTable(overall, stripped, w, screen)]),
    markerTable(overall, w, screen),
    behaviourTable(overall, w, screen),
    screen.paint(`${w.macroNote}\n${w.intervalNote}`, 'dim'),
  ];
  return blocks.join('\n\n');
}

function headlineTable({ overall, intervals }: AgreementReport, w: AgreementWords, { paint }: Screen): string {
  const rows = headlineIds.map((id) => {
    const interval = intervals[id];
    const between = interval === null ? '' : w.range(w.figure(interval.low), w.figure(interval.high));
    return [w.headlines[id], w.figure(overall.headlines[id]), between];
  });
  const [, ...lines] = aligned(['', '', ''], rows, paint).split('\n');
  return lines
    .map((line, at) => `${line}  ${paint(detailOf(overall, headlineIds[at]!, w), 'dim')}`.trimEnd())
    .join('\n');
}

function detailOf(overall: Agreement, id: HeadlineId, w: AgreementWords): string {
  const found = ({ precision, recall }: FoundScore) =>
    `${w.precision} ${w.figure(precision)}  ${w.recall} ${w.figure(recall)}`;
  switch (id) {
    case 'micro_f1':
      return found(overall.micro);
    case 'flags_f1':
      return found(overall.flags);
    case 'behaviours_kappa':
      return `${w.exact} ${w.share(overall.behaviours_overall.exact)}`;
    case 'emotion_kappa':
      return `${w.exact} ${w.share(overall.emotion.exact)}`;
    case 'macro_f1':
      return '';
  }
}

function calmLine({ calm }: Agreement, w: AgreementWords): string {
  return w.calm(String(calm.flagged), String(calm.conversations), w.share(calm.share));
}

function groupTable(
  grouping: Grouping,
  groups: Readonly<Record<string, Agreement>>,
  w: AgreementWords,
  { paint }: Screen,
): string {
  const head = [w.groupings[grouping], w.conversations, ...headlineIds.map((id) => w.short[id]), w.calmFlagged];
  const rows = Object.entries(groups).map(([name, group]) => [
    printable(name),
    String(group.conversations),
    ...headlineIds.map((id) => w.figure(group.headlines[id])),
    w.share(group.calm.share),
  ]);
  return aligned(head, rows, paint);
}

function strippedTable(overall: Agreement, stripped: Agreement, w: AgreementWords, { paint }: Screen): string {
  const rows = headlineIds.map((id) => {
    const [written, bare] = [overall.headlines[id], stripped.headlines[id]];
    const change = written === null || bare === null ? null : bare - written;
    return [w.headlines[id], w.figure(written), w.figure(bare), w.points(change)];
  });
  return aligned([w.stripped, w.asWritten, w.bare, w.lost], rows, paint);
}

function markerTable({ markers }: Agreement, w: AgreementWords, { paint }: Screen): string {
  const head = [w.marker, w.support, w.found, w.precision.toUpperCase(), w.recall.toUpperCase(), 'F1'];
  const rows = markerIds.map((id) => {
    const score = markers[id];
    const figures = [score.precision, score.recall, score.f1].map(w.figure);
    return [
      id,
      String(score.support),
      String(score.found),
      ...figures,
      String(score.misses),
      String(score.false_alarms),
    ];
  });
  return aligned([...head, w.misses, w.falseAlarms], rows, paint);
}

function behaviourTable({ behaviours }: Agreement, w: AgreementWords, { paint }: Screen): string {
  const rows = behaviourIds.map((id) => {
    const { pairs, exact, kappa } = behaviours[id];
    return [id, String(pairs), w.share(exact), w.figure(kappa)];
  });
  return aligned([w.behaviour, w.pairs, w.exact.toUpperCase(), 'κ'], rows, paint);
}
