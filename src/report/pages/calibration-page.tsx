// The page for a calibration meeting: how far the team's grades and ecoute agree, and where they part, side by side.
import type { CriterionAgreement, GradeDisagreement, Interval, SheetAgreement } from '../../model/agreement.ts';
import type { Assessment } from '../../model/assessment.ts';
import { type Verdict, verdicts } from '../../model/behaviour.ts';
import { missing } from '../words/numbers.ts';
import { kappaLevel } from './kappa-level.ts';
import { labelOf } from './labels.ts';
import { CsvLink, type Desk, pageText } from './layout.tsx';
import { plain } from './marked-text.tsx';
import { quoted, turnRanges } from './moment.tsx';
import { verdictSigns } from './verdict-bar.tsx';

/** A sheet compared, and the assessments that it was compared with. */
export interface CalibrationView {
  readonly agreement: SheetAgreement;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

const mostShown = 120;

/** The page as text. */
export function calibrationPage(desk: Desk, { agreement, assessments }: CalibrationView): string {
  const { words } = desk;
  const w = words.calibration;
  const grades = agreement.criteria.reduce((sum, { pairs }) => sum + pairs, 0);
  const { disagreements } = agreement;
  const content = (
    <>
      <p class="eyebrow">{w.eyebrow}</p>
      <h1>{w.title}</h1>
      <p class="lead">{w.lead(grades, agreement.conversations)}</p>
      <section class="card brief">
        <p>
          {w.overall}
          {words.colon}
          <Kappa desk={desk} kappa={agreement.overall.kappa} interval={agreement.overall.interval} />,{' '}
          {w.levels[kappaLevel(agreement.overall.kappa)]} · {w.exact} {desk.figures.share(agreement.overall.exact)}
        </p>
        <p class="meta">{w.note}</p>
        {agreement.tells_violations ? null : <p class="meta">{w.violations}</p>}
      </section>
      <Criteria desk={desk} criteria={agreement.criteria} />
      <section aria-labelledby="disagreements">
        <h2 id="disagreements">{w.disagreements}</h2>
        <p class="lead">{disagreements.length === 0 ? w.none : w.disagreementsLead}</p>
        <div class="choices">
          {disagreements.slice(0, mostShown).map((one) => (
            <Disagreement
              key={`${one.grade.conversation} ${one.grade.criterion} ${one.grade.by ?? ''}`}
              desk={desk}
              one={one}
              assessment={assessments.get(one.grade.conversation)}
            />
          ))}
        </div>
        {disagreements.length > mostShown ? <p>{w.more(disagreements.length - mostShown)}</p> : null}
        <CsvLink desk={desk} href="disagreements.csv" />
      </section>
    </>
  );
  return pageText(desk, w.title, [], content);
}

function Kappa({ desk, kappa, interval }: { desk: Desk; kappa: number | null; interval: Interval | null }) {
  const { figures, words } = desk;
  const bounds = interval === null ? '' : ` (${words.range(figures.fine(interval.low), figures.fine(interval.high))})`;
  return (
    <span title={words.calibration.note}>
      {words.calibration.kappa} {figures.fine(kappa)}
      {bounds}
    </span>
  );
}

function Criteria({ desk, criteria }: { desk: Desk; criteria: readonly CriterionAgreement[] }) {
  const { words, figures } = desk;
  const w = words.calibration;
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{w.criteria}</h2>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.criterion}</th>
            <th scope="col">{w.behaviour}</th>
            <th scope="col" class="num">
              {w.grades}
            </th>
            <th scope="col" class="num">
              {w.exact}
            </th>
            <th scope="col" class="num">
              {w.kappa}
            </th>
            <th scope="col">{w.kappaRange}</th>
            <th scope="col">{w.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((one) => (
            <tr key={one.criterion}>
              <th scope="row" class="wide">
                <bdi>{plain(one.criterion)}</bdi>
              </th>
              <td class="wide">{labelOf(desk, one.behaviour)}</td>
              <td class="num" data-label={w.grades}>
                {figures.count(one.pairs)}
              </td>
              <td class="num" data-label={w.exact}>
                {figures.share(one.exact)}
              </td>
              <td class="num" data-label={w.kappa}>
                {figures.fine(one.kappa)}
              </td>
              <td data-label={w.kappaRange}>
                {one.interval === null
                  ? missing
                  : words.range(figures.fine(one.interval.low), figures.fine(one.interval.high))}
              </td>
              <td>{w.levels[kappaLevel(one.kappa)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CsvLink desk={desk} href="calibration.csv" />
      <h3>{w.table}</h3>
      <p class="lead">{w.tableLead}</p>
      <div class="grid">
        {criteria.map((one) => (
          <ConfusionTable key={one.criterion} desk={desk} criterion={one} />
        ))}
      </div>
    </section>
  );
}

function ConfusionTable({ desk, criterion: { criterion, table } }: { desk: Desk; criterion: CriterionAgreement }) {
  const { words, figures } = desk;
  const met = verdicts.filter((_, at) => table[at]!.some((n) => n > 0) || table.some((row) => row[at]! > 0));
  const cell = (person: Verdict, ecoute: Verdict): number =>
    table[verdicts.indexOf(person)]![verdicts.indexOf(ecoute)]!;
  return (
    <table>
      <caption>
        <bdi>{plain(criterion)}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {words.calibration.person} / {words.calibration.ecoute}
          </th>
          {met.map((verdict) => (
            <th key={verdict} scope="col" class="num">
              {words.verdicts[verdict]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {met.map((person) => (
          <tr key={person}>
            <th scope="row">{words.verdicts[person]}</th>
            {met.map((ecoute) => (
              <td key={ecoute} class="num">
                {person === ecoute ? <b>{figures.count(cell(person, ecoute))}</b> : figures.count(cell(person, ecoute))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostQuotes = 4;

function Disagreement(props: { desk: Desk; one: GradeDisagreement; assessment: Assessment | undefined }) {
  const { desk, one, assessment } = props;
  const { words } = desk;
  const w = words.calibration;
  const { grade, ecoute } = one;
  const judgement = assessment?.behaviours[grade.behaviour];
  const quotes = (judgement?.evidence ?? []).flatMap((at) => assessment!.evidence[at] ?? []);
  return (
    <article class="card">
      <h3>
        <bdi>{plain(grade.criterion)}</bdi>
      </h3>
      <p class="meta">
        <bdi>{plain(grade.conversation)}</bdi>
        {grade.by === undefined ? '' : ` · ${w.by(plain(grade.by))}`}
      </p>
      <p>
        <span class="label">{w.person}</span>
        {words.colon}
        {verdictSigns[grade.verdict]} {words.verdicts[grade.verdict]} ({quoted(desk, plain(grade.written))})
      </p>
      {grade.comment === undefined || grade.comment === '' ? null : (
        <p class="say">
          {w.comment}
          {words.colon}
          <bdi>{plain(grade.comment)}</bdi>
        </p>
      )}
      <p>
        <span class="label">{w.ecoute}</span>
        {words.colon}
        {verdictSigns[ecoute]} {words.verdicts[ecoute]}
      </p>
      {quotes.length > 0 ? (
        <ul class="plain">
          {quotes.slice(0, mostQuotes).map(({ quote, turn, start, marker }) => (
            <li key={`${turn} ${start} ${marker}`}>
              {words.moment.turn(turn + 1)}
              {words.colon}
              <bdi>{quoted(desk, plain(quote))}</bdi>
            </li>
          ))}
        </ul>
      ) : judgement?.searched === undefined ? null : (
        <p class="meta">{words.conversation.looked(words.moment.turns(turnRanges(judgement.searched)))}</p>
      )}
    </article>
  );
}
