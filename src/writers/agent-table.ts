// The closing table of the terminal output: how each agent did over the conversations of this run.
import type { Assessment } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { displayWidth, pad, printable } from '../text/terminal.ts';
import type { Screen } from './paint.ts';
import { words } from './words.ts';

interface Tally {
  readonly name: string;
  conversations: number;
  qualities: number;
  qualitySum: number;
  critical: number;
  negative: number;
  recovered: number;
  readonly short: Map<BehaviourId, number>;
}

/** Gathers assessments by agent, and draws them as one table. */
export interface AgentTable {
  readonly add: (assessment: Assessment) => void;
  readonly isEmpty: () => boolean;
  readonly text: () => string;
}

/** A table that is still empty. */
export function agentTable(scorecard: Scorecard, screen: Screen): AgentTable {
  const tallies = new Map<string, Tally>();
  return {
    add: (a) => {
      const key = a.agent_id ?? a.agent_name ?? '';
      const tally = tallies.get(key) ?? newTally(a, screen);
      tallies.set(key, tally);
      count(tally, a);
    },
    isEmpty: () => tallies.size === 0,
    text: () => drawn([...tallies.values()].sort(byQuality), scorecard, screen),
  };
}

function newTally(a: Assessment, { lang }: Screen): Tally {
  const name = printable(a.agent_name ?? a.agent_id ?? words[lang].unknownAgent);
  const short = new Map<BehaviourId, number>();
  return { name, conversations: 0, qualities: 0, qualitySum: 0, critical: 0, negative: 0, recovered: 0, short };
}

function count(tally: Tally, a: Assessment): void {
  tally.conversations += 1;
  if (a.quality !== null) {
    tally.qualities += 1;
    tally.qualitySum += a.quality;
  }
  if (a.critical.length > 0) tally.critical += 1;
  for (const flag of a.flags) {
    if (flag.polarity === 'positive') continue;
    tally.negative += 1;
    if (flag.recovered) tally.recovered += 1;
  }
  for (const [id, { verdict }] of Object.entries(a.behaviours)) {
    if (verdict !== 'missed' && verdict !== 'violated') continue;
    tally.short.set(id as BehaviourId, (tally.short.get(id as BehaviourId) ?? 0) + 1);
  }
}

const meanOf = (t: Tally): number => (t.qualities === 0 ? -1 : t.qualitySum / t.qualities);
const byQuality = (x: Tally, y: Tally): number => meanOf(y) - meanOf(x) || (x.name < y.name ? -1 : 1);

function drawn(tallies: readonly Tally[], scorecard: Scorecard, screen: Screen): string {
  const { lang, paint, columns } = screen;
  const w = words[lang].agents;
  const head = [w.agent, w.conversations, w.quality, w.critical, w.flags, w.recovered, w.toWork];
  const rows = tallies.map((t) => [
    t.name,
    String(t.conversations),
    t.qualities === 0 ? '–' : words[lang].percent(meanOf(t)),
    String(t.critical),
    String(t.negative),
    t.negative === 0 ? '–' : `${t.recovered}/${t.negative}`,
    weakest(t, scorecard, lang),
  ]);
  const widths = head.map((h, i) => Math.max(...[h, ...rows.map((r) => r[i]!)].map(displayWidth)));
  widths[0] = Math.min(widths[0]!, 18);
  // On a narrow screen the columns in the middle give way, the last one first.
  const kept = head.map((_, i) => i);
  for (const candidate of [5, 4, 3, 6]) {
    if (widthOf(kept, widths) > columns) kept.splice(kept.indexOf(candidate), 1);
  }
  const line = (cells: readonly string[]): string =>
    kept
      .map((i) => cell(cells[i]!, widths[i]!, i))
      .join('  ')
      .trimEnd();
  return [paint(w.title, 'bold'), paint(line(head), 'dim'), ...rows.map(line)].join('\n');
}

function cell(text: string, width: number, column: number): string {
  const isNumber = column > 0 && column < 6;
  return isNumber ? ' '.repeat(Math.max(0, width - displayWidth(text))) + text : pad(text, width);
}

function widthOf(kept: readonly number[], widths: readonly number[]): number {
  return kept.reduce((sum, i) => sum + widths[i]! + 2, -2);
}

function weakest(tally: Tally, scorecard: Scorecard, lang: 'fr' | 'en'): string {
  let worst = '';
  let most = 0;
  for (const { id, label } of scorecard.behaviours) {
    const times = tally.short.get(id) ?? 0;
    if (times > most) {
      most = times;
      worst = `${label[lang]} (${times})`;
    }
  }
  return worst;
}
