// A CSV file → its rows with the columns that its header names, or why a row is none.
import { IoError } from '../../errors.ts';
import { type Input, type Item, problem } from '../reader.ts';
import { type Columns, type Field, someNames } from './columns.ts';
import { csvHead } from './header.ts';
import { csvRows, rowAt, type WholeRow } from './rows.ts';

/** The rows below the header, and which of their cells is what. */
export interface CsvTable {
  readonly columns: Columns;
  /** As many at a time as have arrived; a row too short is a problem. */
  readonly rows: AsyncIterable<readonly (WholeRow | Item)[]>;
  /** The cells of a row from how it is written; it begins at a place of a text that ends with it. */
  readonly cellsOf: (text: string, start: number) => readonly string[];
}

/** Throws an IoError where a needed column is not found. */
export function csvInput(input: Input, needed: readonly Field[]): CsvTable {
  const { file } = input;
  const head = csvHead(input.head.text);
  const missing = needed.filter((field) => head?.columns[field] === undefined);
  if (head === undefined || missing.length > 0) {
    const found = head?.header.join(', ').slice(0, 300) ?? 'no columns';
    const wanted = missing.map((field) => `${field} (${someNames(field)}…)`).join(' and ');
    throw new IoError(
      `${file}: columns found: ${found}; no column for ${wanted}; a mapping (--map) can tell which they are`,
      65,
    );
  }
  const { columns, delimiter, header } = head;
  const shape = { delimiter, width: header.length };
  const last = Math.max(...needed.map((field) => columns[field]!));

  function shortRow({ cells, line }: WholeRow): Item {
    const id = columns.conversation === undefined ? undefined : cells[columns.conversation]?.trim();
    return problem(
      { file, line },
      `${cells.length} cells; at least ${last + 1} are expected`,
      id === '' ? undefined : id,
    );
  }

  async function* rows(): AsyncGenerator<readonly (WholeRow | Item)[]> {
    let isHeader = true;
    for await (const arrived of csvRows(input.text, shape)) {
      const read: (WholeRow | Item)[] = [];
      for (const row of arrived) {
        if (row.cells === undefined) read.push(problem({ file, line: row.line }, row.fault));
        else if (!isHeader) read.push(row.cells.length > last ? row : shortRow(row));
        isHeader = false;
      }
      yield read;
    }
  }
  return { columns, rows: rows(), cellsOf: (text, start) => rowAt(text, start, shape, true)!.cells };
}
