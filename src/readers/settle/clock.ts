// Dates and times as exports write them → milliseconds. Only differences are used: without a zone, UTC stands in.

const isoDate =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;
const frenchDate =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:(?:\s*,\s*|\s+à\s+|T|\s+)(\d\d?)[:hH](\d\d)?(?:[:m](\d\d)(?:[.,](\d{1,9}))?)?s?)?$/;
/** What most exports write; read without going through a date. */
const plainFrench = /^(\d\d)\/(\d\d)\/(\d{4}) ([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(:[0-5]\d)?$/;
const timeOfDay = /^(\d\d?)[:hH](\d\d)(?:[:m](\d\d)(?:[.,](\d{1,9}))?)?s?$/;

/** Two digits as a number; NaN where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** `2026-01-05T08:00:05.820Z`, the zone and the thousandths or not: what most exports write, read without a pattern. NaN: something else. */
function plainIsoMs(text: string): number {
  const end = text.charCodeAt(text.length - 1) === 90 ? text.length - 1 : text.length;
  if (end !== 19 && end !== 23) return Number.NaN;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return Number.NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hours = two(text, 11);
  const minutes = two(text, 14);
  const seconds = two(text, 17);
  // Where anything is out of its range, the patterns below decide.
  if (
    !(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hours <= 24 && minutes <= 59 && seconds <= 60 && year > 99)
  )
    return Number.NaN;
  const ms = end === 19 ? 0 : text[19] === '.' ? two(text, 20) * 10 + (two(text, 21) % 10) : Number.NaN;
  return dayNumber(year, month, day) * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

const dayMs = 86_400_000;
/** Days of a year before each month, from 1. */
const daysBefore = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Days from the year 1 to 1970. */
const epochDay = 719_162;

/** Days since 1970, as `Date.UTC` counts them. */
function dayNumber(year: number, month: number, day: number): number {
  const whole = year - 1;
  const leaps = Math.floor(whole / 4) - Math.floor(whole / 100) + Math.floor(whole / 400);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return whole * 365 + leaps + daysBefore[month]! + (isLeap && month > 2 ? 1 : 0) + day - 1 - epochDay;
}

/** Milliseconds of a time: since 1970 for a date, since midnight for a bare time of day. */
export function clockMs(text: string): number | undefined {
  const plain = plainIsoMs(text);
  if (!Number.isNaN(plain)) return plain;
  const iso = isoDate.exec(text);
  if (iso) {
    const [, y, mo, d, h, mi, s, fraction, zone] = iso;
    const day = utc(Number(y), Number(mo), Number(d));
    return day === undefined ? undefined : sum(day, h, mi, s, fraction, zone);
  }
  const time = timeOfDay.exec(text);
  if (time) return sum(0, time[1], time[2], time[3], time[4]);
  return dayFirstMs(text.trim());
}

function dayFirstMs(text: string): number | undefined {
  const date = frenchDate.exec(text);
  if (!date) return undefined;
  const [, d, mo, y, h, mi, s, fraction] = date;
  const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
  // 03/14/2026 can only be American; 03/04/2026 is read as the French do.
  const day = Number(mo) > 12 ? utc(year, Number(d), Number(mo)) : utc(year, Number(mo), Number(d));
  return day === undefined ? undefined : sum(day, h, mi, s, fraction);
}

/** A date and time in ISO 8601, where the text can be read as one; a zone is kept, none is invented. */
export function isoOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (!Number.isNaN(plainIsoMs(trimmed))) return trimmed;
  if (isoDate.test(trimmed))
    return trimmed
      .replace(/^(\S+) (\d)/, '$1T$2')
      .replace(/\s*UTC$/, 'Z')
      .replace(' ', '');
  const plain = plainFrench.exec(trimmed);
  if (plain && Number(plain[2]) <= 12 && Number(plain[1]) <= 31)
    return `${plain[3]}-${plain[2]}-${plain[1]}T${plain[4]}${plain[5] ?? ':00'}`;
  const ms = dayFirstMs(trimmed);
  if (ms === undefined) return undefined;
  const iso = new Date(ms).toISOString();
  if (!/\d[:hH]/.test(trimmed)) return iso.slice(0, 10);
  return ms % 1000 === 0 ? iso.slice(0, 19) : iso.slice(0, 23);
}

function utc(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return Date.UTC(year, month - 1, day);
}

function sum(day: number, h = '0', mi = '0', s = '0', fraction = '0', zone = ''): number | undefined {
  const [hours, minutes, seconds] = [Number(h), Number(mi), Number(s)];
  if (hours > 24 || minutes > 59 || seconds > 60) return undefined;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = /^[+-]/.test(zone) ? sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) : 0;
  return day + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + ms;
}
