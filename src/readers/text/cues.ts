// WebVTT and SRT → cues: when, and what stands there, still with its marks.
import type { Line } from '../text-lines.ts';

/** One cue. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
  /** From 1. */
  readonly line: number;
}

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/;
/** Lines of one cue that are kept. */
const mostLines = 200;

/** Whether a line gives the times of a cue. */
export function isTiming(line: string): boolean {
  return timing.test(line);
}

/** The cues of a subtitle file; headers, notes, styles and cue numbers fall away. */
export async function* cuesOf(lines: AsyncIterable<Line>): AsyncGenerator<Cue> {
  let open: { startMs: number; endMs: number; lines: string[]; line: number } | undefined;
  for await (const { text, line } of lines) {
    const found = timing.exec(text);
    if (found) {
      // Without a blank line between, the last line was the number of this cue.
      if (open !== undefined)
        yield { ...open, lines: /^\s*\d+\s*$/.test(open.lines.at(-1) ?? '') ? open.lines.slice(0, -1) : open.lines };
      open = { startMs: milliseconds(found[1]!), endMs: milliseconds(found[2]!), lines: [], line };
    } else if (text.trim() === '') {
      if (open !== undefined) yield open;
      open = undefined;
    } else if (open !== undefined && open.lines.length < mostLines) open.lines.push(text.trim());
  }
  if (open !== undefined) yield open;
}

function milliseconds(time: string): number {
  const seconds = time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000);
}
