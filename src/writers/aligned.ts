// Rows of cells as a table that a terminal shows in straight columns.
import { displayWidth, pad } from '../text/terminal.ts';
import type { Paint } from './paint.ts';

/** Draws rows under a head; the first columns are text, all others are set to the right. */
export function aligned(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  textColumns = 1,
): string {
  const widths = head.map((title, at) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at]!))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        if (at < textColumns) return pad(cell, widths[at]!);
        return ' '.repeat(widths[at]! - displayWidth(cell)) + cell;
      })
      .join('  ')
      .trimEnd();
  return [paint(line(head), 'dim'), ...rows.map(line)].join('\n');
}
