// Times of turns in one form: ISO 8601 where a date can be read, and milliseconds from the first turn.
import { clockMs, isoOf } from './clock.ts';
import type { DraftTurn } from './draft.ts';

const dayMs = 86_400_000;

/** Turns with times in one form, in the order of time where every turn has one; as exported otherwise. */
export function inTime(turns: readonly DraftTurn[]): readonly DraftTurn[] {
  const timed = withTimes(turns);
  if (timed.some((turn) => turn.startMs === undefined)) return timed;
  return timed.toSorted((a, b) => a.startMs! - b.startMs!);
}

/** When a conversation began, by the first turn that has a date. */
export function firstDate(turns: readonly DraftTurn[]): string | undefined {
  return turns.find(({ at }) => at !== undefined && (clockMs(at) ?? 0) > dayMs)?.at;
}

function withTimes(turns: readonly DraftTurn[]): DraftTurn[] {
  const clocks = turns.map((turn) => (turn.at === undefined ? undefined : clockMs(turn.at)));
  const first = clocks.find((ms) => ms !== undefined);
  // Bare times of day may cross midnight.
  const crosses = (ms: number): boolean => first! < dayMs && first! - ms > dayMs / 2;
  const placed = clocks.map((ms) => (ms !== undefined && crosses(ms) ? ms + dayMs : ms));
  let base = first ?? 0;
  for (const ms of placed) if (ms !== undefined && ms < base) base = ms;
  return turns.map(({ role, speaker, text, agent, at: given, startMs: told, endMs, durationMs }, i) => {
    const ms = placed[i];
    const at = given === undefined ? undefined : (isoOf(given) ?? given);
    const startMs = told ?? (ms === undefined ? undefined : ms - base);
    const lasted = startMs === undefined || durationMs === undefined ? undefined : startMs + durationMs;
    return { role, speaker, text, agent, at, startMs, endMs: endMs ?? lasted };
  });
}
