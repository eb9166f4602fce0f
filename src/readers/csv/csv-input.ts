// A CSV file → its rows with the columns that its header names, or why a row is none.

import { IoError } from '../../errors.ts';
import type { Place } from '../../model/place.ts';
import { type Input, type Item, problem } from '../reader.ts';
import { type Columns, type Field, someNames } from './columns.ts';
import { csvHead } from './header.ts';
import { csvRows } from './rows.ts';

/** A row below the header. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly columns: Columns;
  readonly place: Place;
}

/** What the rows of a file come to; a row too short is a problem. Throws an IoError where a needed column is not found. */
export async function* csvInput<T>(
  input: Input,
  needed: readonly Field[],
  read: (row: CsvRow) => T,
): AsyncGenerator<T | Item> {
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
  const last = Math.max(...needed.map((field) => columns[field]!));
  let isHeader = true;
  for await (const rows of csvRows(input.text, { delimiter, width: header.length }))
    for (const { cells, line, fault } of rows) {
      const place = { file, line };
      if (cells === undefined) yield problem(place, fault);
      else if (!isHeader && cells.length > last) yield read({ cells, columns, place });
      else if (!isHeader) {
        const id = columns.conversation === undefined ? undefined : cells[columns.conversation]?.trim();
        yield problem(place, `${cells.length} cells; at least ${last + 1} are expected`, id === '' ? undefined : id);
      }
      isHeader = false;
    }
}
