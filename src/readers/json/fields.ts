// Reading fields of JSON whose shape nobody guarantees: what is not there, or not of the kind, is undefined.

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys: `at(chat, 'visitor.name')`. */
export function at(value: unknown, path: string): unknown {
  if (!path.includes('.')) return isObject(value) && Object.hasOwn(value, path) ? value[path] : undefined;
  let found: unknown = value;
  for (const key of path.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** A text or number at the first path that has one, as text; empty texts and the word "undefined" count as nothing. */
export function text(value: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'number') return String(found);
    if (typeof found === 'string' && found.trim() !== '' && found !== 'undefined') return found;
  }
  return undefined;
}

/** A number at a path; numbers written as text count. */
export function number(value: unknown, path: string): number | undefined {
  const found = at(value, path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  return typeof found === 'string' && /^-?\d+(?:\.\d+)?$/.test(found) ? Number(found) : undefined;
}

/** The list at a path; none = empty. */
export function list(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** Whether any of the first entries of a list satisfies a condition. */
export function some(value: unknown, path: string, is: (entry: unknown) => boolean): boolean {
  return list(value, path).slice(0, 20).some(is);
}

/** Milliseconds from a number of seconds at a path. */
export function seconds(value: unknown, path: string): number | undefined {
  const found = number(value, path);
  return found === undefined ? undefined : Math.round(found * 1000);
}

/** ISO 8601 from a point in time as exports write it: text, or seconds, milliseconds or microseconds since 1970. */
export function moment(value: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = at(value, path);
    const epoch = typeof found === 'string' && /^\d{9,17}(?:\.\d+)?$/.test(found) ? Number(found) : found;
    if (typeof epoch === 'number') {
      const ms = epoch > 1e14 ? epoch / 1000 : epoch > 1e11 ? epoch : epoch * 1000;
      if (ms > 0 && ms < 1e14) return new Date(Math.round(ms)).toISOString();
    } else if (typeof found === 'string' && found.trim() !== '') return found;
  }
  return undefined;
}

/** Keys with a value only: for objects whose absent keys must be absent. */
export function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
