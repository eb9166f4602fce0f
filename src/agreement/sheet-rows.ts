// The rows of a graded sheet, and which of its columns is which, by the names that teams give them.
import { parseString } from 'fast-csv';
import type { Place, Problem } from '../model/place.ts';
import { bareWord } from './grades.ts';

const names = {
  conversation:
    'conversation | id conversation | conversation id | id | contact | interaction | appel | n appel | no appel | num appel | numero appel | call | call id | ticket',
  criterion: 'criterion | criteria | critere | criteres | item | behaviour | behavior | comportement | question',
  grade:
    'grade | note | score | evaluation | resultat | result | verdict | valeur | value | rating | conformite | appreciation',
  full: 'max | maximum | bareme | sur | note max | max score | points max | out of',
  by: 'evaluateur | evaluatrice | evaluator | auditeur | auditrice | grader | rater | reviewer | qualiticien | qualiticienne | coach | superviseur | par | by',
  comment: 'comment | comments | commentaire | commentaires | remarque | remarques | notes',
} as const;

const needed = ['conversation', 'criterion', 'grade'] as const;

/** What a column of a sheet may hold. */
export type Column = keyof typeof names;

/** A sheet cut into cells; `at` tells which cell of a row is which. */
export interface SheetRows {
  readonly at: Readonly<Partial<Record<Column, number>>>;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly cells: readonly string[];
  readonly place: Place;
}

/** Cuts a sheet into rows, empty ones left out; a problem where it is no sheet. */
export async function sheetRows(text: string, file: string): Promise<SheetRows | Problem> {
  const rows: SheetRow[] = [];
  const body = text.replace(/^\uFEFF/, '');
  let line = 1;
  try {
    for await (const cells of csvCells(body)) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, place: { file, line } });
      line += 1 + newlinesIn(cells);
    }
  } catch (error) {
    return { place: { file, line }, reason: `not CSV from here on: ${(error as Error).message.slice(0, 120)}` };
  }
  const [head, ...others] = rows;
  if (head === undefined) return { place: { file, line: 1 }, reason: 'the sheet is empty' };
  const at = columnsOf(head.cells);
  const lacking = needed.filter((column) => at[column] === undefined);
  if (lacking.length === 0) return { at, rows: others };
  const found = head.cells.map((cell) => `"${cell.trim()}"`).join(', ');
  const allowed = lacking.map((column) => `${column}: ${names[column]}`).join('; ');
  return {
    place: head.place,
    reason: `no column for ${lacking.join(', ')} among ${found}; allowed names are ${allowed}`,
  };
}

function csvCells(body: string): AsyncIterable<string[]> {
  const [first = ''] = body.split('\n', 1);
  const delimiter = [';', '\t', ','].find((sign) => first.includes(sign)) ?? ',';
  return parseString<string[], string[]>(body, { delimiter, headers: false });
}

// A whole name first (`note`), then one that only begins so (`note (0-2)`).
function columnsOf(head: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const bare = head.map(bareWord);
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(names) as Column[]) {
    const mine = names[column].split(' | ');
    const whole = mine.map((name) => bare.indexOf(name)).find((at) => at >= 0);
    const begun = bare.findIndex((title) => mine.some((name) => title.startsWith(`${name} `)));
    const place = whole ?? (begun >= 0 ? begun : undefined);
    if (place !== undefined) found[column] = place;
  }
  return found;
}

function newlinesIn(cells: readonly string[]): number {
  return cells.reduce((newlines, cell) => newlines + cell.split('\n').length - 1, 0);
}
