// One page of the map of behaviours of a large team.
import type { BehaviourFigure } from '../../model/agent-summary.ts';
import type { AgentCard } from '../tables.ts';
import { HeatMap } from './heat-map.tsx';
import { type Desk, pageText } from './layout.tsx';

interface Part {
  readonly part: readonly AgentCard[];
  readonly whole: Readonly<Record<string, BehaviourFigure>>;
  readonly number: number;
  readonly of: number;
}

/** The page as text. */
export function heatPage(desk: Desk, { part, whole, number, of }: Part): string {
  const { words } = desk;
  const title = `${words.team.heat} – ${words.team.part(number, of)}`;
  const crumbs = [
    { label: words.nav.index, href: 'index.html' },
    { label: words.nav.team, href: 'team.html' },
    ...(number > 1 ? [{ label: words.team.part(number - 1, of), href: `behaviours-${number - 1}.html` }] : []),
    ...(number < of ? [{ label: words.team.part(number + 1, of), href: `behaviours-${number + 1}.html` }] : []),
  ];
  const content = (
    <>
      <p class="eyebrow">{words.team.eyebrow}</p>
      <h1>{title}</h1>
      <p class="lead">{words.notes.heat}</p>
      <HeatMap desk={desk} agents={part} whole={whole} />
    </>
  );
  return pageText(desk, title, crumbs, content);
}
