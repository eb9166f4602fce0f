// Running counts of one agent or of a whole team: what is kept of each conversation when the next one comes.
import { type Door, type DoorCause, doorCauses, doors, type FineFlaw, fineFlaws } from '../../model/agent-summary.ts';
import type { Alert, Assessment } from '../../model/assessment.ts';
import { behaviourIds, verdicts } from '../../model/behaviour.ts';
import { doorsOf } from './doors.ts';
import { type MetFlaw, metFlaws } from './fine-flaws.ts';
import { type Course, courseOf } from './heard.ts';
import { addPoint, addTo, type LineSums, noLine, noSums, type Sums } from './statistics.ts';
import { type WallClock, weekOf } from './wall-clock.ts';

export const alertIds = [
  'abuse',
  'churn-threat',
  'escalation-demand',
  'repeat-contact',
] as const satisfies readonly Alert[];

/** Longest conversation that lengths are told apart up to; beyond, it is simply long. */
export const longestCounted = 200;

/** Counts over some conversations. */
export interface Tally {
  conversations: number;
  calls: number;
  /** Conversations in which a critical behaviour was violated. */
  critical: number;
  firstDay: number | null;
  lastDay: number | null;
  readonly quality: Sums;
  readonly line: LineSums;
  readonly weeks: Map<number, Sums>;
  /** By behaviour, then verdict. */
  readonly verdicts: Uint32Array;
  readonly flags: { negative: number; recovered: number; positive: number };
  readonly alerts: Record<Alert, number>;
  readonly refusals: { plain: number; softened: number };
  readonly doors: Record<Door, Record<DoorCause, number>>;
  readonly flaws: Record<FineFlaw, number>;
  /** Judged conversations by number of turns; and those that the client gained from. */
  readonly lengths: Uint32Array;
  readonly gainedLengths: Uint32Array;
}

/** A tally of nothing yet. */
export function emptyTally(): Tally {
  return {
    conversations: 0,
    calls: 0,
    critical: 0,
    firstDay: null,
    lastDay: null,
    quality: noSums(),
    line: noLine(),
    weeks: new Map(),
    verdicts: new Uint32Array(behaviourIds.length * verdicts.length),
    flags: { negative: 0, recovered: 0, positive: 0 },
    alerts: zeros(alertIds),
    refusals: { plain: 0, softened: 0 },
    doors: Object.fromEntries(doors.map((door) => [door, zeros(doorCauses)])) as Tally['doors'],
    flaws: zeros(fineFlaws),
    lengths: new Uint32Array(longestCounted + 1),
    gainedLengths: new Uint32Array(longestCounted + 1),
  };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

/** What is counted of one conversation, worked out once for the agent and the team. */
export interface Counted {
  readonly assessment: Assessment;
  readonly clock: WallClock | null;
  readonly course: Course;
  readonly flaws: readonly MetFlaw[];
  readonly doors: ReturnType<typeof doorsOf>;
}

/** Works out what is counted of a conversation. */
export function counted(assessment: Assessment, clock: WallClock | null): Counted {
  const course = courseOf(assessment);
  return { assessment, clock, course, flaws: metFlaws(assessment, course), doors: doorsOf(assessment) };
}

/** Adds a conversation to a tally. */
export function addToTally(tally: Tally, { assessment: a, clock, flaws, doors: met }: Counted): void {
  tally.conversations += 1;
  if (a.channel === 'call') tally.calls += 1;
  if (a.critical.length > 0) tally.critical += 1;
  if (clock !== null) {
    tally.firstDay = Math.min(tally.firstDay ?? clock.day, clock.day);
    tally.lastDay = Math.max(tally.lastDay ?? clock.day, clock.day);
  }
  for (const alert of a.alerts) tally.alerts[alert] += 1;
  for (const flag of a.flags) {
    tally.flags[flag.polarity] += 1;
    if (flag.polarity === 'negative' && flag.recovered) tally.flags.recovered += 1;
  }
  for (const { door, cause } of met) tally.doors[door][cause] += 1;
  addRefusals(tally, a);
  if (a.quality === null) return;
  addTo(tally.quality, a.quality);
  const length = Math.min(a.turns, longestCounted);
  tally.lengths[length]! += 1;
  for (const { flaw } of flaws) {
    if (flaw === 'taking-time') tally.gainedLengths[length]! += 1;
    else tally.flaws[flaw] += 1;
  }
  if (clock !== null) addTime(tally, clock.day, a.quality);
  behaviourIds.forEach((id, at) => {
    const verdict = a.behaviours[id]?.verdict;
    if (verdict !== undefined) tally.verdicts[at * verdicts.length + verdicts.indexOf(verdict)]! += 1;
  });
}

function addTime(tally: Tally, day: number, quality: number): void {
  // Counted from a near day: large numbers squared would lose the difference between weeks.
  addPoint(tally.line, (day - 18_000) / 7, quality);
  const week = weekOf(day);
  const sums = tally.weeks.get(week) ?? noSums();
  tally.weeks.set(week, sums);
  addTo(sums, quality);
}

function addRefusals({ refusals }: Tally, a: Assessment): void {
  const softened = new Set(a.evidence.filter(({ marker }) => marker === 'refusal-softened').map(({ turn }) => turn));
  const refused = new Set(a.evidence.filter(({ marker }) => marker === 'refusal').map(({ turn }) => turn));
  refusals.softened += softened.size;
  for (const turn of refused) if (!softened.has(turn)) refusals.plain += 1;
}
