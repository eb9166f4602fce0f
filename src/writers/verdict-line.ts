// How verdicts, turn numbers and emotions look in a terminal; shared by the list of conversations and the close view of one.
import type { Flag } from '../model/assessment.ts';
import type { Verdict } from '../model/behaviour.ts';
import type { Colour, Screen } from './paint.ts';
import { words } from './words.ts';

const glyphs: Readonly<Record<Verdict, string>> = { shown: '✓', missed: '○', violated: '✗', na: '·' };
const colours: Readonly<Record<Verdict, readonly Colour[]>> = {
  shown: ['green'],
  missed: ['yellow'],
  violated: ['red', 'bold'],
  na: ['dim'],
};
/** Columns that the legend takes on one line. */
const legendColumns = 50;
const bars = '▁▂▃▄▅▆▇';

/** The sign of a verdict, in its colour. */
export function verdictGlyph(verdict: Verdict, { paint }: Screen): string {
  return paint(glyphs[verdict], ...colours[verdict]);
}

/** What the four signs mean, for the foot of a page. */
export function glyphLegend(screen: Screen): string {
  const { verdicts } = words[screen.lang];
  const entries = (['shown', 'missed', 'violated', 'na'] as const).map(
    (v) => `${verdictGlyph(v, screen)} ${screen.paint(verdicts[v], 'dim')}`,
  );
  if (screen.columns >= legendColumns) return entries.join('   ');
  return [entries.slice(0, 2), entries.slice(2)].map((half) => half.join('   ')).join('\n');
}

/** Turn numbers as people read them: `0–3, 5`. */
export function turnRanges(turns: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const turn of turns) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === turn - 1) last.to = turn;
    else ranges.push({ from: turn, to: turn });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** An emotion with its sign: `−2`, `0`, `+1`. */
export function signed(emotion: number): string {
  if (emotion === 0) return '0';
  return emotion > 0 ? `+${emotion}` : `−${-emotion}`;
}

/** The course of the client's emotion as a row of bars, low for displeasure. */
export function emotionBars(emotion: readonly (number | null)[], { paint }: Screen): string {
  return emotion
    .filter((e) => e !== null)
    .map((e) => paint(bars[e + 3] ?? ' ', ...emotionColour(e)))
    .join('');
}

/** The colour of an emotion: red for displeasure, green for pleasure. */
export function emotionColour(emotion: number): readonly Colour[] {
  if (emotion === 0) return ['dim'];
  return emotion < 0 ? ['red'] : ['green'];
}

/** A flag in words: `moment difficile : tours 3–5 (−2), redressé`. */
export function flagSentence(flag: Flag, { lang }: Screen): string {
  const w = words[lang];
  const turns = turnRanges(flag.from === flag.to ? [flag.from] : rangeOf(flag.from, flag.to));
  const name = flag.polarity === 'negative' ? w.negativeFlag : w.positiveFlag;
  const after = flag.polarity === 'positive' ? '' : `, ${flag.recovered ? w.recovered : w.notRecovered}`;
  return `${name} : ${w.turn(turns)} (${signed(flag.peak)})${after}`.replace(' : ', lang === 'fr' ? ' : ' : ': ');
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
