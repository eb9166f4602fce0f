// What a κ means in plain words (after Landis and Koch, with names that promise no more than they hold).
import type { ReportWords } from '../words/fr.ts';

export type KappaLevel = keyof ReportWords['calibration']['levels'];

const levels: readonly (readonly [number, KappaLevel])[] = [
  [0.8, 'excellent'],
  [0.6, 'good'],
  [0.4, 'moderate'],
  [0.2, 'fair'],
  [0.05, 'slight'],
];

/** The level of a κ. */
export function kappaLevel(kappa: number | null): KappaLevel {
  if (kappa === null) return 'unknown';
  return levels.find(([from]) => kappa >= from)?.[1] ?? 'none';
}
