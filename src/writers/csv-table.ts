// Any table for spreadsheets: the dialects and the neutralised cells are those of the table of assessments.
import { type CsvDialect, csvNotation } from './csv-dialect.ts';

/** A cell: text, a number, or null for what is missing. */
export type Cell = string | number | null;

/** A table as CSV; `excel` opens right in a French Excel. */
export function csvTable(rows: readonly (readonly Cell[])[], dialect: CsvDialect): string {
  const { mark, delimiter, lineEnd, text, number } = csvNotation[dialect];
  const cell = (value: Cell): string => {
    if (value === null) return '';
    return typeof value === 'string' ? text(value) : number(value);
  };
  return mark + rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}
