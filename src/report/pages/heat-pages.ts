// Where a team is large its map of behaviours is spread over several pages.
import type { BehaviourFigure } from '../../model/agent-summary.ts';
import type { AgentCard } from '../tables.ts';
import { heatPage } from './heat-page.tsx';
import type { Desk } from './layout.tsx';

/** With no more agents than this the map is on the team's page itself. */
export const heatRows = 100;

/** The names of the pages of the map; none where the team's page holds it. */
export function heatPageNames(agents: number): readonly string[] {
  if (agents <= heatRows) return [];
  return Array.from({ length: Math.ceil(agents / heatRows) }, (_, at) => `behaviours-${at + 1}.html`);
}

/** The pages of the map, one by one. */
export function* heatPages(
  desk: Desk,
  agents: readonly AgentCard[],
  whole: Readonly<Record<string, BehaviourFigure>>,
): Generator<{ readonly name: string; readonly content: string }> {
  const names = heatPageNames(agents.length);
  for (const [at, name] of names.entries()) {
    const part = agents.slice(at * heatRows, (at + 1) * heatRows);
    yield { name, content: heatPage(desk, { part, whole, number: at + 1, of: names.length }) };
  }
}
