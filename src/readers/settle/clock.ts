// Dates and times as exports write them → milliseconds. Only differences are used: without a zone, UTC stands in.

const isoDate =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;
const frenchDate =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:(?:\s*,\s*|\s+à\s+|T|\s+)(\d\d?)[:hH](\d\d)?(?:[:m](\d\d)(?:[.,](\d{1,9}))?)?s?)?$/;
/** What most exports write; read without going through a date. */
const plainFrench = /^(\d\d)\/(\d\d)\/(\d{4}) ([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(:[0-5]\d)?$/;
const timeOfDay = /^(\d\d?)[:hH](\d\d)(?:[:m](\d\d)(?:[.,](\d{1,9}))?)?s?$/;

/** A digit as a number; NaN where it is none. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** `2026-01-05T08:00:05.820Z`, the zone and the thousandths or not: what most exports write, read without a pattern. NaN: something else. */
function plainIsoMs(text: string): number {
  const end = text.charCodeAt(text.length - 1) === 90 ? text.length - 1 : text.length;
  if (end !== 19 && end !== 23) return Number.NaN;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return Number.NaN;
  const [year, month, day] = [two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)];
  const [hours, minutes, seconds] = [two(text, 11), two(text, 14), two(text, 17)];
  // Where anything is out of its range, the patterns below decide.
  if (
    !(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hours <= 24 && minutes <= 59 && seconds <= 60 && year > 99)
  )
    return Number.NaN;
  const ms = end === 19 ? 0 : text[19] === '.' ? two(text, 20) * 10 + digit(text, 22) : Number.NaN;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, ms);
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
