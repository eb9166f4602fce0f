// CSV text → rows, streaming: quotes, doubled quotes, line ends inside quotes; a record that never closes its quote is
// given up at a stated size and reading goes on with the line after its first one.

export interface Row {
  /** Line of the file where the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
}

/** Largest record, in characters. */
export const largestRecord = 8 << 20;

/** The separator that a header line uses most: `;`, `,`, tab or `|`. */
export function separatorOf(header: string): string {
  const outside = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => outside.split(separator).length;
  return [';', ',', '\t', '|'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** Splits CSV into rows; empty lines are skipped. */
export async function* csvRows(text: AsyncIterable<string>, separator: string): AsyncGenerator<Row | BrokenRow> {
  let buffer = '';
  let line = 1;
  let isFirst = true;
  for await (const chunk of text) {
    buffer += isFirst && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
    isFirst = false;
    yield* drain(false);
  }
  yield* drain(true);

  function* drain(isLast: boolean): Generator<Row | BrokenRow> {
    let at = 0;
    while (at < buffer.length) {
      const found = recordAt(buffer, at, separator, isLast);
      if (found === 'incomplete') {
        const isOpen = isLast || buffer.length - at > largestRecord;
        if (!isOpen) break;
        const end = buffer.indexOf('\n', at);
        yield {
          line,
          reason:
            'found a quote that is never closed; a cell in quotes ends with a quote before the separator or the line end',
        };
        line += 1;
        at = end < 0 ? buffer.length : end + 1;
        continue;
      }
      if (found.cells.length > 1 || found.cells[0] !== '') yield { line, cells: found.cells };
      line += found.lines;
      at = found.end;
    }
    buffer = buffer.slice(at);
  }
}

interface Record {
  readonly cells: string[];
  /** Offset after the record's line end. */
  readonly end: number;
  readonly lines: number;
}

function recordAt(buffer: string, from: number, separator: string, isLast: boolean): Record | 'incomplete' {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    if (buffer[at] === '"') {
      let cell = '';
      let start = at + 1;
      for (;;) {
        const quote = buffer.indexOf('"', start);
        // A quote as the very last character may be the first half of a doubled one.
        if (quote < 0 || (quote === buffer.length - 1 && !isLast)) return 'incomplete';
        cell += buffer.slice(start, quote);
        if (buffer[quote + 1] === '"') {
          cell += '"';
          start = quote + 2;
          continue;
        }
        at = quote + 1;
        break;
      }
      lines += countLines(cell);
      // Text after a closing quote belongs to the cell, as spreadsheets read it.
      const end = cellEnd(buffer, at, separator);
      if (end < 0 && !isLast) return 'incomplete';
      cells.push(cell + strip(buffer.slice(at, end < 0 ? buffer.length : end)));
      at = end < 0 ? buffer.length : end;
    } else {
      const end = cellEnd(buffer, at, separator);
      if (end < 0 && !isLast) return 'incomplete';
      cells.push(strip(buffer.slice(at, end < 0 ? buffer.length : end)));
      at = end < 0 ? buffer.length : end;
    }
    if (at >= buffer.length) return { cells, end: buffer.length, lines };
    if (buffer[at] === '\n') return { cells, end: at + 1, lines };
    at += 1;
  }
}

function cellEnd(buffer: string, from: number, separator: string): number {
  for (let i = from; i < buffer.length; i++) {
    const c = buffer[i];
    if (c === separator || c === '\n') return i;
  }
  return -1;
}

function strip(cell: string): string {
  return cell.endsWith('\r') ? cell.slice(0, -1) : cell;
}

function countLines(cell: string): number {
  let lines = 0;
  for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) lines += 1;
  return lines;
}
