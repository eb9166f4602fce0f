// Charts as SVG text, drawn on the server by echarts; colours are those of the page's own style, light or dark.
import { createHash } from 'node:crypto';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, LegacyGridContainLabel, SVGRenderer]);

/** A chart in units that are pixels on a phone; the page scales it. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Colours by their names in the style sheet. */
export const colour = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  accent: 'var(--shown)',
  band: 'var(--band)',
  hard: 'var(--violated)',
  hardBand: 'var(--hard-band)',
} as const;

/** Text of a chart, readable on a phone. */
export const chartText = { color: colour.soft, fontSize: 12, fontFamily: 'inherit' } as const;

/** Draws a chart. The same option gives the same text, wherever on a page or in a run it is drawn. */
export function draw(option: EChartsCoreOption, { width, height }: Size, label: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return named(svg, label);
}

const ownId = /zr\d+-/g;

// echarts numbers its ids over the whole process: they would differ from page to page and from run to run.
function named(svg: string, label: string): string {
  const body = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ (?:ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\n/g, '');
  const ids = createHash('sha1').update(body.replace(ownId, '')).digest('hex').slice(0, 8);
  const opening = `<svg role="img" aria-label="${escaped(label)}" class="chart" `;
  return body
    .replace(ownId, `c${ids}-`)
    .replace(/^<svg /, opening)
    .replace(/^(<svg[^>]*?) width="\d+" height="\d+"/, '$1');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
