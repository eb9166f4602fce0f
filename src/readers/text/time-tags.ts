// Time tags of plain text: `[00:01:23]` is a place in the call, `14:05` a time of day.
import { clockMs, isoOf } from '../settle/clock.ts';
import type { DraftTurn } from '../settle/draft.ts';
import type { SpokenLine } from './spoken-lines.ts';

/** Whether the first tag of these lines is a place in a call. */
export function isOffsetTag(time: string | undefined): boolean {
  return /^00?[:hH]/.test(time ?? '');
}

/** Turns with the times that their tags mean; the first tag tells which kind they all are. */
export function tagged(lines: readonly SpokenLine[], startedAt: string | undefined): DraftTurn[] {
  const first = lines.find((line) => line.time !== undefined)?.time;
  const isOffset = isOffsetTag(first);
  const day = startedAt === undefined ? undefined : isoOf(startedAt)?.slice(0, 10);
  return lines.map(({ time, ...turn }): DraftTurn => {
    if (time === undefined) return turn;
    if (isOffset) return { ...turn, startMs: offsetMs(time) };
    return { ...turn, at: day !== undefined && clockMs(time)! < 86_400_000 ? `${day}T${padded(time)}` : time };
  });
}

/** `01:23` is minutes and seconds here. */
function offsetMs(time: string): number | undefined {
  const parts = time.replace(/[hHm]/g, ':').replace(/s$/, '').replace(',', '.').split(':').map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}

function padded(time: string): string {
  const iso = time.replace(/[hHm]/g, ':').replace(/s$/, '').replace(',', '.');
  return /^\d:/.test(iso) ? `0${iso}` : iso;
}
