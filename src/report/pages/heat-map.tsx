// Behaviours by agents as a map of shares: every cell bears its number, colour only helps the eye.
import type { BehaviourFigure } from '../../model/agent-summary.ts';
import type { AgentCard } from '../tables.ts';
import { missing } from '../words/numbers.ts';
import { labelOf } from './labels.ts';
import type { Desk } from './layout.tsx';

const fewestOccasions = 3;
const steps = [0.4, 0.6, 0.8, 0.92];

interface Props {
  readonly desk: Desk;
  readonly agents: readonly AgentCard[];
  readonly whole: Readonly<Record<string, BehaviourFigure>>;
}

/** The map; its first row is the whole team. */
export function HeatMap({ desk, agents, whole }: Props) {
  const { words, scorecard } = desk;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard too
    <section class="scroll" tabIndex={0} aria-label={words.team.heat}>
      <table class="heat">
        <thead>
          <tr>
            <th scope="col">{words.team.agent}</th>
            {scorecard.behaviours.map(({ id }) => (
              <th key={id} scope="col">
                {labelOf(desk, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.team.wholeTeam}</th>
            {scorecard.behaviours.map(({ id }) => (
              <Cell key={id} desk={desk} figure={whole[id]!} />
            ))}
          </tr>
          {agents.map(({ key, name, page, summary }) => (
            <tr key={key}>
              <th scope="row">
                <a href={page}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              {scorecard.behaviours.map(({ id }) => (
                <Cell key={id} desk={desk} figure={summary.behaviours[id]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ desk, figure }: { desk: Desk; figure: BehaviourFigure }) {
  const { shown, occasions, verdicts } = figure;
  if (shown === null || occasions < fewestOccasions) return <td>{missing}</td>;
  const step = steps.filter((bound) => shown >= bound).length;
  return (
    <td class={`h${step}`} title={desk.words.times(verdicts.shown, occasions)}>
      {Math.round(shown * 100)}
    </td>
  );
}
