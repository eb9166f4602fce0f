// Names of behaviours and intervals in the words of a page.
import type { Interval } from '../../model/agreement.ts';
import { typographic } from '../words/typography.ts';
import type { Desk } from './layout.tsx';

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
