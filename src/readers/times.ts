// Times as exports write them → milliseconds and ISO 8601.

const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})[ ,àT]+(\d{1,2})[:hH](\d{2})(?::(\d{2}))?$/;
const clock = /^(\d{1,2})[:hH](\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/;

/** A point in time: milliseconds since 1970 (or since midnight, for a bare clock time), and ISO 8601 where there is a date. */
export interface Moment {
  readonly ms: number;
  readonly iso?: string;
}

/** Reads `2026-03-02T10:15:00`, `02/03/2026 10:15[:00]` (day first), `10:15[:00]`; undefined for anything else. */
export function momentOf(text: string): Moment | undefined {
  const trimmed = text.trim();
  const a = iso.exec(trimmed);
  if (a) {
    const zone = a[8] ? (a[8] === 'Z' || a[8].includes(':') ? a[8] : `${a[8].slice(0, 3)}:${a[8].slice(3)}`) : '';
    const fraction = a[7] ? `.${a[7].slice(0, 3).padEnd(3, '0')}` : '';
    const stamp = `${a[1]}-${a[2]}-${a[3]}T${a[4]}:${a[5]}:${a[6] ?? '00'}`;
    const ms = Date.parse(`${stamp}${fraction}${zone || 'Z'}`);
    return Number.isNaN(ms) ? undefined : { ms, iso: `${stamp}${zone}` };
  }
  const f = french.exec(trimmed);
  if (f) {
    const year = f[3]!.length === 2 ? `20${f[3]}` : f[3]!;
    const stamp = `${year.padStart(4, '0')}-${f[2]!.padStart(2, '0')}-${f[1]!.padStart(2, '0')}T${f[4]!.padStart(2, '0')}:${f[5]}:${f[6] ?? '00'}`;
    const ms = Date.parse(`${stamp}Z`);
    return Number.isNaN(ms) ? undefined : { ms, iso: stamp };
  }
  const c = clock.exec(trimmed);
  if (!c || Number(c[1]) > 23 || Number(c[2]) > 59) return undefined;
  return { ms: ((Number(c[1]) * 60 + Number(c[2])) * 60 + Number(c[3] ?? 0)) * 1000 };
}
