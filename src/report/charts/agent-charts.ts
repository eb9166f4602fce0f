// The charts of an agent and of a team: quality beside the others, week by week, and over the scale.

import type { AgentSummary, HourFigure, MeanFigure, TeamSummary, WeekFigure } from '../../model/agent-summary.ts';
import type { Interval } from '../../model/agreement.ts';
import type { Figures } from '../words/numbers.ts';
import { chartText, colour, draw } from './draw.ts';

const plainAxis = {
  axisLine: { lineStyle: { color: colour.line } },
  axisTick: { show: false },
  axisLabel: chartText,
  splitLine: { lineStyle: { color: colour.line } },
};

/** Names of what a quality chart shows. */
export interface QualityNames {
  readonly own: string;
  readonly team: string;
  readonly label: string;
}

/** An agent's quality and the rest of the team's, each as an interval on a scale from 0 to 100. */
export function qualityChart({ quality, rest_of_team: team }: AgentSummary, names: QualityNames): string {
  const rows = [
    { name: names.own, figure: quality, fill: colour.accent },
    ...(team.mean === null ? [] : [{ name: names.team, figure: team, fill: colour.soft }]),
  ].reverse();
  return draw(
    {
      grid: { left: 8, right: 16, top: 6, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, max: 100, interval: 25, ...plainAxis },
      yAxis: { type: 'category', data: rows.map(({ name }) => name), ...plainAxis, axisLine: { show: false } },
      series: [
        intervals(
          rows.map(({ figure }) => figure.interval),
          'upright',
          9,
        ),
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 11,
          lineStyle: { width: 0 },
          data: rows.map(({ figure, fill }, at) => ({ value: [figure.mean ?? '-', at], itemStyle: { color: fill } })),
        },
      ],
    },
    { width: 360, height: 110 },
    names.label,
  );
}

/** Quality week by week, with the interval of each week and the team's mean as a dashed line. */
export function trendChart(
  weeks: readonly WeekFigure[],
  team: MeanFigure | null,
  figures: Figures,
  label: string,
): string {
  const names = weeks.map(({ week }) => figures.shortDay(week));
  return draw(
    {
      grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: names, ...plainAxis, boundaryGap: true },
      yAxis: { type: 'value', min: 0, max: 100, interval: 25, ...plainAxis },
      series: [
        intervals(
          weeks.map(({ interval }) => interval),
          'across',
          7,
        ),
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 8,
          itemStyle: { color: colour.accent },
          lineStyle: { color: colour.accent, width: 2 },
          data: weeks.map(({ mean }) => mean),
          ...(team === null || team.mean === null
            ? {}
            : {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  label: { show: false },
                  lineStyle: { color: colour.soft, type: 'dashed' },
                  data: [{ yAxis: team.mean }],
                },
              }),
        },
      ],
    },
    { width: 360, height: 180 },
    label,
  );
}

// All intervals as one line with gaps: a series each would take ten times as long to draw.
function intervals(all: readonly (Interval | null)[], scale: 'upright' | 'across', width: number): object {
  const at = (place: number, value: number): readonly number[] =>
    scale === 'across' ? [place, value] : [value, place];
  return {
    type: 'line',
    symbol: 'none',
    connectNulls: false,
    lineStyle: { color: colour.accent, width, opacity: 0.32, cap: 'round' },
    data: all.flatMap((interval, place) =>
      interval === null ? [] : [at(place, interval.low), at(place, interval.high), ['-', '-']],
    ),
  };
}

/** How many conversations have which quality, in steps of ten. */
export function distributionChart({ distribution }: TeamSummary, label: string): string {
  return barChart(
    distribution.map((_, at) => `${at * 10}–${at === 9 ? 100 : at * 10 + 9}`),
    [...distribution],
    label,
  );
}

/** Share of conversations with a difficult moment by the hour, in percent. */
export function hoursChart(hours: readonly HourFigure[], label: string): string {
  return barChart(
    hours.map(({ hour }) => `${hour} h`),
    hours.map(({ conversations, negative }) => Math.round((100 * negative) / conversations)),
    label,
  );
}

function barChart(names: readonly string[], values: readonly number[], label: string): string {
  return draw(
    {
      grid: { left: 8, right: 8, top: 20, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: names,
        ...plainAxis,
        axisLabel: { ...chartText, fontSize: 10, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, ...plainAxis },
      series: [
        {
          type: 'bar',
          data: values,
          itemStyle: { color: colour.accent },
          barCategoryGap: '25%',
          label: { show: true, position: 'top', ...chartText, fontSize: 10 },
        },
      ],
    },
    { width: 420, height: 200 },
    label,
  );
}
