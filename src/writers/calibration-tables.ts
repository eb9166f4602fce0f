// A team's graded sheet against ecoute as the terminal shows it: each criterion, then every grade that ecoute does not share.
import type { GradeDisagreement, Interval, SheetAgreement } from '../model/agreement.ts';
import type { Assessment } from '../model/assessment.ts';
import { showPlace } from '../model/place.ts';
import { printable } from '../text/terminal.ts';
import { type AgreementWords, agreementWords } from './agreement-words.ts';
import { aligned } from './aligned.ts';
import { type Screen, screenOn, type Terminal } from './paint.ts';
import { turnRanges, verdictGlyph } from './verdict-line.ts';
import { words } from './words.ts';

/** The criteria with their agreement, and the disagreements with ecoute's grounds. */
export function calibrationTables(
  sheet: SheetAgreement,
  assessments: ReadonlyMap<string, Assessment>,
  terminal: Terminal,
): string {
  const screen = screenOn(terminal);
  const w = agreementWords[screen.lang];
  return [
    screen.paint(w.sheet(sheet.overall.pairs, sheet.conversations), 'bold'),
    criteriaTable(sheet, w, screen),
    ...notes(sheet, w).map((note) => screen.paint(note, 'dim')),
    ...disagreementsByCriterion(sheet, assessments, w, screen),
  ].join('\n\n');
}

function criteriaTable({ criteria, overall }: SheetAgreement, w: AgreementWords, { paint }: Screen): string {
  const rows = [...criteria, { ...overall, criterion: w.overall, behaviour: '' }].map((one) => [
    printable(one.criterion),
    one.behaviour,
    String(one.pairs),
    w.share(one.exact),
    w.figure(one.kappa),
    between(one.interval, w),
  ]);
  return aligned([w.criterion, w.behaviour, w.pairs, w.exact.toUpperCase(), 'κ', w.interval], rows, paint, 2);
}

function notes({ scales, tells_violations }: SheetAgreement, w: AgreementWords): readonly string[] {
  const shown = scales.map(({ criterion, full }) => `${printable(criterion)} 0–${full}`).join(', ');
  const lines = [w.intervalNote];
  if (scales.length > 0) lines.push(w.scales(shown));
  if (!tells_violations) lines.push(w.noViolations);
  return [lines.join('\n')];
}

function disagreementsByCriterion(
  { disagreements, criteria }: SheetAgreement,
  assessments: ReadonlyMap<string, Assessment>,
  w: AgreementWords,
  screen: Screen,
): readonly string[] {
  if (disagreements.length === 0) return [w.noDisagreement];
  return criteria.flatMap(({ criterion }) => {
    const mine = disagreements.filter(({ grade }) => grade.criterion === criterion);
    if (mine.length === 0) return [];
    const heading = `── ${printable(criterion)}${w.colon}${w.disagreements(mine.length)}`;
    return [
      [screen.paint(heading, 'bold'), ...mine.map((one) => disagreementLines(one, assessments, w, screen))].join('\n'),
    ];
  });
}

function disagreementLines(
  { grade, ecoute }: GradeDisagreement,
  assessments: ReadonlyMap<string, Assessment>,
  w: AgreementWords,
  screen: Screen,
): string {
  const { paint, lang } = screen;
  const { verdicts } = words[lang];
  const by = grade.by === undefined ? w.person : printable(grade.by);
  const human = `${by} ${verdictGlyph(grade.verdict, screen)} ${printable(grade.written) || '—'}`;
  const title = `${paint(printable(grade.conversation), 'bold')} · ${human} · ${w.heard} ${verdictGlyph(ecoute, screen)} ${verdicts[ecoute]}`;
  const comment = grade.comment === undefined ? [] : [`      ${words[lang].quote(printable(grade.comment))}`];
  const grounds = groundsOf(grade, assessments.get(grade.conversation), w, screen);
  return [`${title}  ${paint(printable(showPlace(grade.place)), 'dim')}`, ...comment, ...grounds].join('\n');
}

function groundsOf(
  { behaviour }: GradeDisagreement['grade'],
  assessment: Assessment | undefined,
  w: AgreementWords,
  { lang, paint }: Screen,
): readonly string[] {
  const judgement = assessment?.behaviours[behaviour];
  if (assessment === undefined || judgement === undefined) return [];
  const quotes = (judgement.evidence ?? []).flatMap((at) => {
    const evidence = assessment.evidence[at];
    if (evidence === undefined) return [];
    return `      ${w.turn} ${evidence.turn} ${words[lang].quote(printable(evidence.quote))} ${paint(evidence.marker, 'dim')}`;
  });
  if (quotes.length > 0 || judgement.searched === undefined || judgement.searched.length === 0) return quotes;
  const searched = words[lang].searched(words[lang].turn(turnRanges(judgement.searched)));
  return [paint(`      ${searched}`, 'dim')];
}

function between(interval: Interval | null, w: AgreementWords): string {
  return interval === null ? '—' : w.range(w.figure(interval.low), w.figure(interval.high));
}
