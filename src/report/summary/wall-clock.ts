// Days, weeks and hours as the clock on the wall of the contact centre showed them: nothing is converted.

/** When something began: day as a count from 1970-01-01, and hour where it is known. */
export interface WallClock {
  readonly day: number;
  readonly hour: number | null;
}

const millisecondsADay = 86_400_000;
/** 1970-01-01 was a Thursday. */
const mondayShift = 3;

/** Reads an ISO 8601 date, with or without a time. */
export function wallClock(text: string | null): WallClock | null {
  const found = text === null ? null : /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):\d\d)?/.exec(text);
  if (!found) return null;
  const [, year, month, date, hour] = found;
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / millisecondsADay;
  if (dayText(day) !== `${year}-${month}-${date}`) return null;
  const hourOf = hour === undefined || Number(hour) > 23 ? null : Number(hour);
  return { day, hour: hourOf };
}

/** Number of the week of a day; weeks begin on Monday. */
export function weekOf(day: number): number {
  return Math.floor((day + mondayShift) / 7);
}

/** The Monday of a week, as a day. */
export function mondayOf(week: number): number {
  return week * 7 - mondayShift;
}

/** A day as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}
