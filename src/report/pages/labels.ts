// Names of behaviours and intervals in the words of a page.
import type { Interval } from '../../model/agreement.ts';
import { nameOf } from '../summary/summarise.ts';
import { typographic } from '../words/typography.ts';
import type { Desk } from './layout.tsx';
import { plain } from './marked-text.tsx';

/** The name of a behaviour in the grid. */
export function labelOf({ scorecard, words }: Desk, id: string): string {
  const rule = scorecard.behaviours.find((one) => one.id === id);
  return rule === undefined ? id : words.lang === 'fr' ? typographic(rule.label.fr) : rule.label.en;
}

/** An interval in words, or null where there is none. */
export function rangeOf({ words, figures }: Desk, interval: Interval | null): string | null {
  if (interval === null) return null;
  return words.range(figures.count(Math.round(interval.low)), figures.count(Math.round(interval.high)));
}

/** How an agent is called on a page: without what could mislead a reader, and not endlessly. */
export function shownName(summary: Parameters<typeof nameOf>[0]): string {
  const name = plain(nameOf(summary)).trim();
  return name.length <= longestName ? name : `${name.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')}…`;
}

const longestName = 80;
