// What must not run in a spreadsheet.

// A spreadsheet runs a cell that begins with one of these (the wide forms too) as a formula; an apostrophe makes it text.
const formula = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text of a cell that no spreadsheet takes for a formula. */
export function safeCell(cell: string): string {
  const text = cell.replaceAll('\u0000', '');
  return formula.test(text) ? `'${text}` : text;
}
