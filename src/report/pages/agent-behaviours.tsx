// Every behaviour of the grid by section: how often shown, missed, violated or without occasion, beside the team.
import type { BehaviourFigure } from '../../model/agent-summary.ts';
import type { BehaviourId } from '../../model/behaviour.ts';
import type { BehaviourRule } from '../../model/scorecard.ts';
import { missing } from '../words/numbers.ts';
import { typographic } from '../words/typography.ts';
import { labelOf } from './labels.ts';
import { CsvLink, type Desk } from './layout.tsx';
import type { Notes } from './notes.tsx';
import { VerdictBar, VerdictLegend } from './verdict-bar.tsx';

interface Props {
  readonly desk: Desk;
  readonly figures: Readonly<Record<BehaviourId, BehaviourFigure>>;
  readonly noted: Notes;
  readonly csvName: string;
}

/** The table of behaviours. */
export function BehaviourTable({ desk, figures, noted, csvName }: Props) {
  const { words, scorecard } = desk;
  const w = words.agent;
  return (
    <section aria-labelledby="behaviours">
      <h2 id="behaviours">{w.behaviours}</h2>
      <VerdictLegend desk={desk} />
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{w.behaviour}</th>
            <th scope="col">{w.distribution}</th>
            <th scope="col" class="num">
              {w.shown}
              <noted.Mark of="shown" />
            </th>
            <th scope="col" class="num">
              {w.team}
            </th>
          </tr>
        </thead>
        {scorecard.sections.map(({ id, label }) => (
          <tbody key={id}>
            <tr class="section">
              <th scope="rowgroup" colSpan={4}>
                {words.lang === 'fr' ? typographic(label.fr) : label.en}
              </th>
            </tr>
            {scorecard.behaviours
              .filter(({ section }) => section === id)
              .map((rule) => (
                <Row key={rule.id} desk={desk} rule={rule} figure={figures[rule.id]} />
              ))}
          </tbody>
        ))}
      </table>
      <CsvLink desk={desk} href={csvName} />
    </section>
  );
}

/** Under so many occasions a share would say more than there is. */
const fewestForShare = 5;

function Row({ desk, rule, figure }: { desk: Desk; rule: BehaviourRule; figure: BehaviourFigure }) {
  const { words, figures } = desk;
  const w = words.agent;
  const { occasions, shown, verdicts } = figure;
  const own = occasions === 0 ? missing : `${verdicts.shown}/${occasions}`;
  return (
    <tr>
      <th scope="row" class="wide">
        {labelOf(desk, rule.id)}
        {rule.critical ? <span class="tag"> {words.conversation.critical}</span> : null}
      </th>
      <td class="wide">
        {occasions === 0 ? <span class="meta">{w.noOccasion}</span> : <VerdictBar desk={desk} counts={verdicts} />}
      </td>
      <td class="num" data-label={w.shown}>
        {own}
        {occasions >= fewestForShare ? ` (${figures.share(shown)})` : ''}
      </td>
      <td class="num" data-label={w.team}>
        {figures.share(figure.team_shown)}
      </td>
    </tr>
  );
}
