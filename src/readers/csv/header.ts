// The beginning of a CSV file: which delimiter, which header, which columns.
import { type Columns, columnsOf } from './columns.ts';
import { rowAt } from './rows.ts';

export interface CsvHead {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly columns: Columns;
}

const delimiters = [';', ',', '\t', '|'] as const;

/** The header of a CSV text, read with the delimiter that shows most known columns, then most columns, or with the one given. */
export function csvHead(text: string, delimiter?: string): CsvHead | undefined {
  const heads = (delimiter === undefined ? delimiters : [delimiter])
    .map((delimiter): CsvHead => {
      const header = firstRow(text, delimiter);
      return { delimiter, header, columns: columnsOf(header) };
    })
    .filter(({ header }) => header.length > 1);
  const known = ({ columns }: CsvHead): number => Object.keys(columns).length;
  return heads.toSorted((a, b) => known(b) - known(a) || b.header.length - a.header.length)[0];
}

function firstRow(text: string, delimiter: string): readonly string[] {
  const start = /[^\r\n]/.exec(text)?.index ?? text.length;
  return rowAt(text, start, { delimiter }, true)?.cells ?? [];
}
