// The bootstrap: how much a figure would move, had other conversations been drawn.
// Conversations are drawn again with replacement, many times; the middle 95 % of the figures is the interval.
import type { Interval } from '../model/agreement.ts';
import { seeded } from '../seeded.ts';

const rounds = 1000;
const seed = 20;

/**
 * Percentile intervals of several figures at once, over `items` drawn with replacement. A draw where a figure is
 * undefined (null) does not count for it; null where fewer than half of the draws define it, or with fewer than two items.
 */
export function bootstrap<T>(
  items: readonly T[],
  figures: (drawn: readonly T[]) => readonly (number | null)[],
): readonly (Interval | null)[] {
  const names = figures(items).length;
  if (items.length < 2) return new Array<null>(names).fill(null);
  const random = seeded(seed);
  const seen: number[][] = Array.from({ length: names }, () => []);
  for (let round = 0; round < rounds; round++) {
    const drawn = items.map(() => items[Math.floor(random() * items.length)]!);
    figures(drawn).forEach((figure, at) => {
      if (figure !== null) seen[at]!.push(figure);
    });
  }
  return seen.map(middle);
}

function middle(figures: number[]): Interval | null {
  if (figures.length < rounds / 2) return null;
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
