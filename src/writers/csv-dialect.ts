// What cells of CSV look like: plain, or right for a French Excel.
import { safeCell } from './safe-cell.ts';

/** Plain CSV, or one that opens right in a French Excel: byte order mark, semicolon, decimal comma. */
export type CsvDialect = 'plain' | 'excel';

/** How a dialect writes. */
export interface CsvNotation {
  /** What comes before the first row. */
  readonly mark: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  /** A text that nobody can foresee: neutralised, and quoted where it must be. */
  readonly text: (value: string) => string;
  readonly number: (value: number) => string;
}

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const textCell =
  (special: RegExp) =>
  (value: string): string => {
    const cell = safeCell(value);
    return special.test(cell) ? quoted(cell) : cell;
  };

/** The notation of each dialect. */
export const csvNotation: Readonly<Record<CsvDialect, CsvNotation>> = {
  plain: {
    mark: '',
    delimiter: ',',
    lineEnd: '\n',
    text: textCell(/[",|\r\n]/),
    number: String,
  },
  excel: {
    mark: '\uFEFF',
    delimiter: ';',
    lineEnd: '\r\n',
    text: textCell(/[";|\r\n]/),
    number: (value) => String(value).replace('.', ','),
  },
};
