// The page of agreement with labels by the annotation guide: the figures that count, markers and behaviours.
import { type Agreement, type AgreementReport, headlineIds } from '../../model/agreement.ts';
import { markerIds } from '../../model/marker.ts';
import { missing } from '../words/numbers.ts';
import { kappaLevel } from './kappa-level.ts';
import { labelOf } from './labels.ts';
import { CsvLink, type Desk, pageText } from './layout.tsx';

/** The page as text. */
export function labelsPage(desk: Desk, { overall, intervals }: AgreementReport): string {
  const { words, figures } = desk;
  const w = words.calibration;
  const content = (
    <>
      <p class="eyebrow">{w.eyebrow}</p>
      <h1>{w.labels}</h1>
      <p class="lead">{words.conversations(overall.conversations)}</p>
      <p class="meta">{w.note}</p>
      <section>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.measure}</th>
              <th scope="col" class="num">
                {w.value}
              </th>
              <th scope="col">{w.interval}</th>
            </tr>
          </thead>
          <tbody>
            {headlineIds.map((id) => {
              const interval = intervals[id];
              return (
                <tr key={id}>
                  <th scope="row">{w.headlines[id]}</th>
                  <td class="num">{figures.fine(overall.headlines[id])}</td>
                  <td>
                    {interval === null ? missing : words.range(figures.fine(interval.low), figures.fine(interval.high))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Behaviours desk={desk} overall={overall} />
      <Markers desk={desk} overall={overall} />
    </>
  );
  return pageText(desk, w.labels, [], content);
}

function Behaviours({ desk, overall }: { desk: Desk; overall: Agreement }) {
  const { figures, words } = desk;
  const w = words.calibration;
  return (
    <section aria-labelledby="behaviours">
      <h2 id="behaviours">{words.agent.behaviours}</h2>
      <table>
        <thead>
          <tr>
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
            <th scope="col">{w.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {desk.scorecard.behaviours.map(({ id }) => {
            const { pairs, exact, kappa } = overall.behaviours[id];
            return (
              <tr key={id}>
                <th scope="row">{labelOf(desk, id)}</th>
                <td class="num">{figures.count(pairs)}</td>
                <td class="num">{figures.share(exact)}</td>
                <td class="num">{figures.fine(kappa)}</td>
                <td>{w.levels[kappaLevel(kappa)]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <CsvLink desk={desk} href="calibration.csv" />
    </section>
  );
}

function Markers({ desk, overall }: { desk: Desk; overall: Agreement }) {
  const { figures, words } = desk;
  const w = words.calibration;
  return (
    <section aria-labelledby="markers">
      <h2 id="markers">{w.marker}</h2>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.marker}</th>
            <th scope="col" class="num">
              {w.support}
            </th>
            <th scope="col" class="num">
              {w.found}
            </th>
            <th scope="col" class="num">
              {w.precision}
            </th>
            <th scope="col" class="num">
              {w.recall}
            </th>
            <th scope="col" class="num">
              F1
            </th>
          </tr>
        </thead>
        <tbody>
          {markerIds.map((id) => {
            const score = overall.markers[id];
            return (
              <tr key={id}>
                <th scope="row" class="wide">
                  {desk.markerLabel(id)}
                </th>
                <td class="num" data-label={w.support}>
                  {figures.count(score.support)}
                </td>
                <td class="num" data-label={w.found}>
                  {figures.count(score.found)}
                </td>
                <td class="num" data-label={w.precision}>
                  {figures.fine(score.precision)}
                </td>
                <td class="num" data-label={w.recall}>
                  {figures.fine(score.recall)}
                </td>
                <td class="num" data-label="F1">
                  {figures.fine(score.f1)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <CsvLink desk={desk} href="markers.csv" />
    </section>
  );
}
