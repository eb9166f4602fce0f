// The client's emotion over a conversation, turn by turn, with the exchanges that stand out shaded.
import type { Assessment } from '../../model/assessment.ts';
import { chartText, colour, draw } from './draw.ts';

/** Words beside the scale, and what is read aloud instead of the curve. */
export interface EmotionNames {
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  readonly label: string;
}

/** The curve; `height` in units of a phone's pixels. */
export function emotionChart({ emotion, flags }: Assessment, names: EmotionNames, height: number): string {
  const points = emotion.flatMap((value, turn) => (value === null ? [] : [[turn + 1, value]]));
  const scale: Readonly<Record<number, string>> = { [-3]: names.low, 0: names.middle, 3: names.high };
  return draw(
    {
      grid: { left: 4, right: 10, top: 14, bottom: 2, containLabel: true },
      xAxis: {
        type: 'value',
        min: 1,
        max: Math.max(2, emotion.length),
        minInterval: 1,
        axisLine: { lineStyle: { color: colour.line }, onZero: false },
        axisTick: { show: false },
        axisLabel: { ...chartText, hideOverlap: true, showMaxLabel: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: -3,
        max: 3,
        interval: 3,
        axisLabel: { ...chartText, formatter: (value: number) => scale[value] ?? '' },
        splitLine: { lineStyle: { color: colour.line } },
      },
      series: [
        {
          type: 'line',
          data: points,
          symbol: 'circle',
          symbolSize: points.length > 40 ? 4 : 7,
          showAllSymbol: true,
          lineStyle: { color: colour.ink, width: 2 },
          itemStyle: { color: colour.ink },
          markArea: {
            silent: true,
            data: flags.map(({ from, to, polarity }) => [
              { xAxis: from + 0.6, itemStyle: { color: polarity === 'negative' ? colour.hardBand : colour.band } },
              { xAxis: to + 1.4 },
            ]),
          },
        },
      ],
    },
    { width: 360, height },
    names.label,
  );
}
