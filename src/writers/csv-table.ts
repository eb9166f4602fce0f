// Any table for spreadsheets: the dialects and the neutralised cells are those of the table of assessments.
import { safeCell } from './safe-cell.ts';

/** A cell: text, a number, or null for what is missing. */
export type Cell = string | number | null;

/** A table as CSV; `excel` opens right in a French Excel. */
export async function csvTable(rows: readonly (readonly Cell[])[], dialect: 'plain' | 'excel'): Promise<string> {
  const { writeToString } = await import('fast-csv');
  const isExcel = dialect === 'excel';
  const cell = (value: Cell): string => {
    if (value === null) return '';
    if (typeof value === 'string') return safeCell(value);
    return isExcel ? String(value).replace('.', ',') : String(value);
  };
  const text = await writeToString(
    rows.map((row) => row.map(cell)),
    {
      delimiter: isExcel ? ';' : ',',
      rowDelimiter: isExcel ? '\r\n' : '\n',
      headers: false,
      includeEndRowDelimiter: true,
    },
  );
  return (isExcel ? '\uFEFF' : '') + text;
}
