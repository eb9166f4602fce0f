// CSV text → rows, in pieces as they arrive. An unclosed quote costs its own row, not the rest of the file.

/** A row whose cells could be told apart. */
export interface WholeRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** As it is written, without its line end. */
  readonly raw: string;
  readonly fault?: undefined;
}

/** A row, or why the text from that line on is none. */
export type Row = WholeRow | { readonly line: number; readonly cells?: undefined; readonly fault: string };

export interface CsvShape {
  readonly delimiter: string;
  /** Cells of a whole row, where known: a quoted text over several lines that does not come to it was never closed. */
  readonly width?: number;
  /** Longest row in characters. */
  readonly limit?: number;
}

const longestRow = 4 * 1024 * 1024;

/** The rows of a CSV text, as many at a time as have arrived. Empty lines are no rows. */
export async function* csvRows(text: AsyncIterable<string>, shape: CsvShape): AsyncGenerator<readonly Row[]> {
  const limit = shape.limit ?? longestRow;
  let buffer = '';
  let line = 1;
  /** Length at which an unfinished row is worth another try: the work stays linear. */
  let worthwhile = 0;
  let isSkipping = false;
  for await (const chunk of withEnd(text)) {
    const isEnd = chunk === undefined;
    buffer += chunk ?? '';
    if (isSkipping) {
      const end = buffer.indexOf('\n');
      buffer = end < 0 ? '' : buffer.slice(end + 1);
      isSkipping = end < 0;
      if (isSkipping) continue;
      line += 1;
    }
    if (!isEnd && buffer.length < worthwhile) continue;
    let at = 0;
    const rows: Row[] = [];
    while (at < buffer.length) {
      const step = rowAt(buffer, at, shape, isEnd, isEnd || buffer.length - at > limit);
      if (step === undefined) break;
      if (step.fault !== undefined) rows.push({ line, fault: step.fault });
      else if (step.cells.length > 1 || step.cells[0] !== '')
        rows.push({ line, cells: step.cells, raw: buffer.slice(at, step.next - 1) });
      line += step.lines;
      at = step.next;
    }
    buffer = buffer.slice(at);
    worthwhile = at === 0 ? buffer.length * 2 : 0;
    if (buffer.length > limit) {
      rows.push({ line, fault: `a row longer than ${limit} characters` });
      isSkipping = true;
      buffer = '';
    }
    if (rows.length > 0) yield rows;
  }
}

async function* withEnd(text: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  yield* text;
  yield undefined;
}

/** A row and where the next one begins. */
export interface Step {
  readonly next: number;
  readonly lines: number;
  readonly cells: readonly string[];
  readonly fault?: string;
}

/** The row that begins at a place; undefined where more text is needed. `isFull`: an open quote has waited long enough. */
export function rowAt(text: string, start: number, shape: CsvShape, isEnd: boolean, isFull = isEnd): Step | undefined {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0 && !isEnd) return undefined;
  const end = lineEnd < 0 ? text.length : lineEnd;
  const row = text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
  if (!row.includes('"')) return { next: end + 1, lines: 1, cells: plainCells(row, shape.delimiter) };
  const quoted = quotedRow(text, start, shape, isEnd);
  if (quoted === undefined && !isFull) return undefined;
  if (quoted !== undefined && typeof quoted !== 'string') return quoted;
  // Not closed: this line alone is lost, and reading goes on at the next.
  return { next: end + 1, lines: 1, cells: [], fault: quoted ?? 'a quote that is never closed' };
}

/** What `split` gives, in half its time. */
function plainCells(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (let next = row.indexOf(delimiter); next >= 0; next = row.indexOf(delimiter, at)) {
    cells.push(row.slice(at, next));
    at = next + 1;
  }
  cells.push(row.slice(at));
  return cells;
}

function quotedRow(text: string, start: number, shape: CsvShape, isEnd: boolean): Step | string | undefined {
  const cells: string[] = [];
  let lines = 1;
  for (let at = start; ; ) {
    let raw = at;
    if (text[at] === '"') {
      const cell = quotedCell(text, at, shape.delimiter, isEnd);
      if (cell === undefined) return undefined;
      const newlines = cell.value.includes('\n') ? cell.value.split('\n').length - 1 : 0;
      lines += newlines;
      if (cell.follow !== 'text') {
        cells.push(cell.value);
        at = cell.end;
        if (cell.follow === 'cell') continue;
        const isOdd = shape.width !== undefined && lines > 1 && cells.length !== shape.width;
        return isOdd ? 'a quote that is closed in another row' : { next: at, lines, cells };
      }
      if (newlines > 0) return 'a quote that is not closed before the next one opens';
      // « "non" voilà »: a quote that people typed; the cell is read as it stands.
      raw = cell.end;
    }
    const newline = text.indexOf('\n', raw);
    const delimiter = text.indexOf(shape.delimiter, raw);
    if (delimiter >= 0 && (newline < 0 || delimiter < newline)) {
      cells.push(text.slice(at, delimiter));
      at = delimiter + 1;
      continue;
    }
    if (newline < 0 && !isEnd) return undefined;
    const end = newline < 0 ? text.length : newline;
    cells.push(text.slice(at, text[end - 1] === '\r' ? Math.max(at, end - 1) : end));
    return { next: end + 1, lines, cells };
  }
}

interface QuotedCell {
  readonly value: string;
  /** Just behind what ends it. */
  readonly end: number;
  readonly follow: 'cell' | 'row' | 'text';
}

function quotedCell(text: string, open: number, delimiter: string, isEnd: boolean): QuotedCell | undefined {
  let value = '';
  for (let from = open + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    const next = text[quote + 1];
    if (next === '"') {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      continue;
    }
    if (next === undefined && !isEnd) return undefined;
    value += text.slice(from, quote);
    if (next === undefined || next === '\n') return { value, end: quote + 2, follow: 'row' };
    if (next === delimiter) return { value, end: quote + 2, follow: 'cell' };
    if (next !== '\r') return { value, end: quote + 1, follow: 'text' };
    const after = text[quote + 2];
    if (after === undefined && !isEnd) return undefined;
    return after === '\n' || after === undefined
      ? { value, end: quote + 3, follow: 'row' }
      : { value, end: quote + 1, follow: 'text' };
  }
}
