// Cells of a row by what they hold.
import type { Place } from '../../model/place.ts';
import { moment } from '../json/fields.ts';
import type { Columns, Field } from './columns.ts';

/** A row, which of its cells is what, and where it stands. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly columns: Columns;
  readonly place: Place;
}

/** Reads the cell of a field: trimmed, undefined where it is empty or there is no such column. */
export function cellsBy(cells: readonly string[], columns: Columns): (field: Field) => string | undefined {
  return (field) => {
    const column = columns[field];
    const value = column === undefined ? undefined : cells[column]?.trim();
    return value === '' ? undefined : value;
  };
}

/** The time of a row: one column, or a date and a time apart. */
export function wallClock(cell: (field: Field) => string | undefined): string | undefined {
  const [at, date, time] = [cell('at'), cell('date'), cell('time')];
  // Seconds, milliseconds or microseconds since 1970, or a date as written.
  if (at !== undefined) return moment({ at }, 'at');
  return date !== undefined && time !== undefined && !date.includes(':') ? `${date} ${time}` : (date ?? time);
}

/** `12,5` and `12.5` alike. */
export function decimal(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d+(?:[.,]\d+)?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}
