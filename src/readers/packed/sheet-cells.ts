// The XML of one sheet → rows of cells as people see them: shared texts looked up, dates in ISO 8601.
import { xmlEvents } from './xml-rows.ts';

/** One row. */
export interface Cells {
  /** From 1, as the sheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What the cells of a sheet refer to. */
export interface Book {
  readonly shared: readonly string[];
  /** By style number: whether it shows dates. */
  readonly dates: readonly boolean[];
  /** Whether days are counted from 1904. */
  readonly is1904: boolean;
}

/** Columns that are kept. */
const mostColumns = 256;

/** The rows of a sheet, as it arrives. */
export function sheetCells(bytes: AsyncIterable<Uint8Array>, book: Book): AsyncGenerator<Cells> {
  let ready: Cells[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let type = '';
  let style = -1;
  let value = '';
  return xmlEvents<Cells>(
    bytes,
    {
      onOpen: (name, { r, t, s }) => {
        const tag = local(name);
        if (tag === 'row') {
          row = r === undefined ? row + 1 : Number(r);
          cells = [];
          column = 0;
        } else if (tag === 'c') {
          column = r === undefined ? column : columnOf(r);
          type = t ?? 'n';
          style = s === undefined ? -1 : Number(s);
          value = '';
        }
      },
      onClose: (name, text) => {
        const tag = local(name);
        if (tag === 'v' || tag === 't') value += text;
        else if (tag === 'c') {
          if (column < mostColumns) {
            while (cells.length < column) cells.push('');
            cells[column] = shown(value, type, style, book);
          }
          column += 1;
        } else if (tag === 'row') ready.push({ row, cells });
      },
    },
    () => {
      const rows = ready;
      ready = [];
      return rows;
    },
  );
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, '').slice(0, 3)) column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.max(0, column - 1);
}

function shown(value: string, type: string, style: number, { shared, dates, is1904 }: Book): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'e') return '';
  if (type !== 'n' || value === '' || dates[style] !== true) return value;
  const days = Number(value);
  if (!Number.isFinite(days) || days < 0 || days > 2_958_465) return value;
  const iso = new Date(Math.round((days - (is1904 ? 24_107 : 25_569)) * 86_400) * 1000).toISOString();
  // A bare time of day has no date; a bare date no time.
  if (days < 1) return iso.slice(11, 19);
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
}
