// Counts → figures with their intervals: shares of behaviours, weeks, trend, consistency, standing.

import type {
  BehaviourFigure,
  ConsistencyFigure,
  MeanFigure,
  Standing,
  TrendFigure,
  WeekFigure,
} from '../../model/agent-summary.ts';
import type { Interval } from '../../model/agreement.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../../model/behaviour.ts';
import { meanInterval, rounded, type Sums, scatter, shareInterval, slope, tQuantile } from './statistics.ts';
import type { Tally } from './tally.ts';
import { dayText, mondayOf } from './wall-clock.ts';

/** From so many judged conversations on, an agent is compared with the team and ranked. */
export const enough = 5;
/** From so many on, a trend over at least three weeks is told. */
export const enoughForTrend = 6;
const fewestWeeks = 3;

/** A mean and its interval. */
export function meanFigure(sums: Sums, usualVariance: number | null): MeanFigure {
  const interval = meanInterval(sums, usualVariance);
  return {
    n: sums.n,
    mean: sums.n === 0 ? null : rounded(sums.sum / sums.n, 1),
    interval: interval === null ? null : roundedInterval(interval, 1),
  };
}

function roundedInterval({ low, high }: Interval, decimals: number): Interval {
  return { low: rounded(low, decimals), high: rounded(high, decimals) };
}

/** The weeks in order. */
export function weekFigures({ weeks }: Tally, usualVariance: number | null): readonly WeekFigure[] {
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([week, sums]) => ({ week: dayText(mondayOf(week)), ...meanFigure(sums, usualVariance) }));
}

/** Whether quality rises or falls over the weeks, as far as the figures can tell. */
export function trendFigure({ line, weeks }: Tally, usualVariance: number | null): TrendFigure {
  const found = line.n < enoughForTrend || weeks.size < fewestWeeks ? null : slope(line, usualVariance);
  if (found === null) return { per_week: null, interval: null, verdict: 'unknown' };
  const interval = roundedInterval(found.interval, 2);
  const verdict = interval.low > 0 ? 'improves' : interval.high < 0 ? 'declines' : 'steady';
  return { per_week: rounded(found.slope, 2), interval, verdict };
}

/** How steady an agent is beside the team's agents. */
export function consistencyFigure(sums: Sums, usualVariance: number | null): ConsistencyFigure {
  const spread = sums.n < 2 ? null : rounded(Math.sqrt(scatter(sums) / (sums.n - 1)), 1);
  const teamSpread = usualVariance === null ? null : rounded(Math.sqrt(usualVariance), 1);
  if (sums.n < enough || spread === null || teamSpread === null || teamSpread === 0)
    return { spread, team_spread: teamSpread, ratio: null, interval: null, verdict: 'unknown' };
  // The logarithm of a spread is uncertain by about one over the root of twice its freedom.
  const reach = Math.exp(1.96 / Math.sqrt(2 * (sums.n - 1)));
  const ratio = spread / teamSpread;
  const interval = roundedInterval({ low: ratio / reach, high: ratio * reach }, 2);
  const verdict = interval.high < 1 ? 'steadier' : interval.low > 1 ? 'more-variable' : 'alike';
  return { spread, team_spread: teamSpread, ratio: rounded(ratio, 2), interval, verdict };
}

/** Every behaviour of a tally, beside the rest of the team. */
export function behaviourFigures(own: Tally, team: Tally): Readonly<Record<BehaviourId, BehaviourFigure>> {
  const figures = behaviourIds.map((id, at) => {
    const counts = countsAt(own.verdicts, at);
    const all = countsAt(team.verdicts, at);
    const rest = own === team ? all : minus(all, counts);
    const [occasions, others] = [occasionsOf(counts), occasionsOf(rest)];
    const figure: BehaviourFigure = {
      verdicts: counts,
      occasions,
      shown: occasions === 0 ? null : rounded(counts.shown / occasions, 3),
      interval: occasions === 0 ? null : roundedInterval(shareInterval(counts.shown, occasions)!, 3),
      team_shown: others === 0 ? null : rounded(rest.shown / others, 3),
      team_occasions: others,
    };
    return [id, figure] as const;
  });
  return Object.fromEntries(figures) as Readonly<Record<BehaviourId, BehaviourFigure>>;
}

function countsAt(counts: Uint32Array, at: number): Record<Verdict, number> {
  return Object.fromEntries(verdicts.map((verdict, v) => [verdict, counts[at * verdicts.length + v]!])) as Record<
    Verdict,
    number
  >;
}

function minus(all: Record<Verdict, number>, one: Record<Verdict, number>): Record<Verdict, number> {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, all[verdict] - one[verdict]])) as Record<
    Verdict,
    number
  >;
}

function occasionsOf({ shown, missed, violated }: Record<Verdict, number>): number {
  return shown + missed + violated;
}

/** Whether an agent's mean differs from that of the rest of the team beyond what chance explains. */
export function standing(own: Sums, rest: Sums, usualVariance: number | null): Standing {
  if (own.n < enough) return 'too-few';
  if (rest.n < enough) return 'alone';
  const spreadOf = (sums: Sums): number => {
    const variance = (scatter(sums) + 4 * (usualVariance ?? 0)) / (sums.n - 1 + (usualVariance === null ? 0 : 4));
    return variance / sums.n;
  };
  const difference = own.sum / own.n - rest.sum / rest.n;
  const reach = tQuantile(own.n + 3) * Math.sqrt(spreadOf(own) + spreadOf(rest));
  if (difference > reach) return 'above';
  return difference < -reach ? 'below' : 'alike';
}
