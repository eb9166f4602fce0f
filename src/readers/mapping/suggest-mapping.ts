// A draft of a mapping for a file that no reader knows: what its names and its values let guess, for the user to correct.
import { columnsOf, type Field } from '../csv/columns.ts';
import { csvHead } from '../csv/header.ts';
import { rowAt } from '../csv/rows.ts';
import { isObject, text } from '../json/fields.ts';
import type { Head } from '../reader.ts';
import { clockMs } from '../settle/clock.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';
import { type MappedField, mappedFields } from './mapping.ts';

/** Names and some rows of values. */
interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines at the top of the mapping. */
  readonly shape: readonly string[];
}

const lookedAt = 200;

/** The draft as YAML; undefined where the file is neither a table nor JSON. */
export function suggestedMapping(head: Head): string | undefined {
  const table = head.json === undefined ? csvTable(head.text) : jsonTable(head.json);
  if (table === undefined) return undefined;
  const columns = guessedColumns(table, head);
  const fields = (Object.keys(mappedFields) as MappedField[]).flatMap((field) => {
    const column = columns[mappedFields[field]];
    return column === undefined ? [] : [`  ${field}: ${quoted(table.names[column]!)}`];
  });
  const used = new Set(Object.values(columns));
  const unused = table.names.filter((_, i) => !used.has(i)).map((name) => quoted(name));
  return [
    '# Draft: correct what was guessed, then read with --map.',
    ...table.shape,
    'fields:',
    ...(fields.length > 0 ? fields : ['  text: ""']),
    ...(unused.length > 0 ? [`# not used: ${unused.join(', ')}`] : []),
    ...speakerLines(table, columns, head),
    '',
  ].join('\n');
}

function csvTable(beginning: string): Table | undefined {
  const found = csvHead(beginning);
  if (found === undefined) return undefined;
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < beginning.length && rows.length <= lookedAt; ) {
    const step = rowAt(beginning, at, { delimiter: found.delimiter }, false);
    if (step === undefined) break;
    if (step.cells.length > 1) rows.push(step.cells);
    at = step.next;
  }
  return {
    names: found.header,
    rows: rows.slice(1),
    shape: ['each: message', `delimiter: ${JSON.stringify(found.delimiter)}`],
  };
}

function jsonTable(json: unknown): Table | undefined {
  const key = isObject(json) ? Object.keys(json).find((name) => objectsIn(json[name]).length > 0) : undefined;
  const records =
    key !== undefined && isObject(json) ? objectsIn(json[key]) : objectsIn(Array.isArray(json) ? json : [json]);
  if (records.length === 0) return undefined;
  const [first] = records;
  const turns = Object.keys(first!).find((name) => objectsIn(first![name]).length > 0);
  const shape = key === undefined ? [] : [`records: ${quoted(key)}`];
  if (turns === undefined) return tableOf(records, ['each: message', ...shape]);
  const spoken = records.flatMap((record) =>
    objectsIn(record[turns]).map((turn) => ({ ...record, [turns]: undefined, ...turn })),
  );
  return tableOf(spoken, ['each: conversation', ...shape, `turns: ${quoted(turns)}`]);
}

type Entry = Readonly<Record<string, unknown>>;

function objectsIn(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value.slice(0, lookedAt).filter(isObject) : [];
}

function tableOf(records: readonly Entry[], shape: readonly string[]): Table {
  const names = [...new Set(records.flatMap((record) => paths(record)))];
  return { names, rows: records.map((record) => names.map((path) => text(record, path) ?? '')), shape };
}

/** Keys with plain values, and those one level below. */
function paths(record: Entry): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (isObject(value))
      return Object.keys(value)
        .filter((inner) => !isNested(value[inner]))
        .map((inner) => `${key}.${inner}`);
    return isNested(value) || value === undefined ? [] : [key];
  });
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function guessedColumns({ names, rows }: Table, head: Head): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = { ...columnsOf(names.map((name) => name.split('.').join(' '))) };
  const isFree = (column: number): boolean => !Object.values(columns).includes(column);
  const values = (column: number): string[] =>
    rows.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  const best = (score: (found: readonly string[]) => number, least: number): number | undefined => {
    const scored = names.map((_, column) => ({ column, score: isFree(column) ? score(values(column)) : 0 }));
    const top = scored.toSorted((a, b) => b.score - a.score)[0];
    return top !== undefined && top.score >= least ? top.column : undefined;
  };
  const set = (field: Field, column: number | undefined): void => {
    if (column !== undefined) columns[field] = column;
  };
  const share = (found: readonly string[], is: (value: string) => boolean): number =>
    found.length === 0 ? 0 : found.filter(is).length / found.length;
  if (columns.at === undefined && columns.date === undefined)
    set(
      'at',
      best((found) => share(found, (value) => value.length >= 8 && clockMs(value) !== undefined), 0.8),
    );
  if (columns.text === undefined)
    set(
      'text',
      best((found) => found.join(' ').length / Math.max(1, found.length), 15),
    );
  if (columns.speaker === undefined) {
    const known = best((found) => share(found, (value) => roleOfLabel(value, head.speakers) !== undefined), 0.5);
    set(
      'speaker',
      known ?? best((found) => (new Set(found).size >= 2 && new Set(found).size <= 6 && found.length > 6 ? 1 : 0), 1),
    );
  }
  if (columns.conversation === undefined)
    set(
      'conversation',
      best(
        (found) => (new Set(found).size > 1 && new Set(found).size <= found.length / 2 ? 1 / new Set(found).size : 0),
        0.001,
      ),
    );
  return columns;
}

function speakerLines({ rows }: Table, { speaker }: Partial<Record<Field, number>>, head: Head): string[] {
  if (speaker === undefined) return [];
  const labels = [...new Set(rows.map((row) => row[speaker]?.trim() ?? ''))]
    .filter((label) => label !== '')
    .slice(0, 12);
  const unknown = labels.filter((label) => roleOfLabel(label, head.speakers) === undefined);
  if (unknown.length === 0 || unknown.length > 8) return [];
  return [
    '# Who is who? Move each to its place.',
    'speakers:',
    `  agent: [${unknown.map(quoted).join(', ')}]`,
    '  client: []',
  ];
}

function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_. -]*$/u.test(name) && name.trim() === name ? name : JSON.stringify(name);
}
