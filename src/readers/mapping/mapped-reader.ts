// Makes a reader of a mapping: any CSV or JSON, read as the user says.

import type { Place } from '../../model/place.ts';
import type { CsvRow } from '../csv/cells.ts';
import type { Columns, Field } from '../csv/columns.ts';
import { csvHead } from '../csv/header.ts';
import { csvRows } from '../csv/rows.ts';
import { messageOf } from '../formats/csv-messages.ts';
import { transcriptDraft } from '../formats/csv-transcripts.ts';
import { at, isObject, type JsonObject, list, text } from '../json/fields.ts';
import { placedRecords } from '../json/placed-records.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import { groupMessages } from '../settle/group-messages.ts';
import type { Message } from '../settle/message.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { settle, tell } from '../settle/settle.ts';
import { type MappedField, type Mapping, mappedFields, passes } from './mapping.ts';

/** Reads as the mapping says. */
export function mappedReader(mapping: Mapping): Reader {
  return {
    id: 'map',
    detects: () => true,
    read: (input) => (isJson(input) ? jsonItems(input, mapping) : csvItems(input, mapping)),
  };
}

function isJson({ head }: Input): boolean {
  return head.json !== undefined;
}

const fieldNames = Object.keys(mappedFields) as MappedField[];

/** A row, with the constants of the mapping behind its own cells. */
function withConstants({ cells, columns, place }: CsvRow, { constants }: Mapping): CsvRow {
  const extra: string[] = [];
  const more: Partial<Record<Field, number>> = { ...columns };
  for (const [field, value] of Object.entries(constants)) {
    more[mappedFields[field as MappedField]] = cells.length + extra.length;
    extra.push(value);
  }
  return extra.length === 0 ? { cells, columns, place } : { cells: [...cells, ...extra], columns: more, place };
}

/** A message of a row; its role is what the mapping calls its speaker, or what the label says. */
function mapped(row: CsvRow, input: Input, mapping: Mapping): Message | Item {
  const message = messageOf(withConstants(row, mapping), input);
  if ('kind' in message) return message;
  const { speaker } = message.turn;
  const role = speaker === undefined ? undefined : (mapping.speakers.get(speaker) ?? message.turn.role);
  const { agentId, agentName } = message;
  const agent = role === 'agent' && (agentId ?? agentName) !== undefined ? { id: agentId, name: agentName } : undefined;
  return { ...message, turn: { ...message.turn, role, agent } };
}

async function* csvItems(input: Input, mapping: Mapping): AsyncGenerator<Item> {
  const { file } = input;
  const found = csvHead(input.head.text, mapping.delimiter);
  const header = found?.header ?? [];
  const indexOf = (column: string): number => {
    const named = header.findIndex((name) => name.trim() === column);
    return named >= 0 || !/^\d{1,3}$/.test(column) ? named : Number(column) - 1;
  };
  const columns: Partial<Record<Field, number>> = {};
  const missing: string[] = [];
  for (const field of fieldNames) {
    const column = mapping.fields[field];
    if (column === undefined) continue;
    const index = indexOf(column);
    if (index < 0 || index >= header.length) missing.push(column);
    columns[mappedFields[field]] = index;
  }
  if (missing.length > 0) {
    yield problem(
      { file, line: 1 },
      `the mapping names columns that are not there: ${missing.join(', ')}; found: ${header.join(', ').slice(0, 300)}`,
    );
    return;
  }
  // Columns by number only: the first line is a row like any other.
  const hasHeader = Object.values(mapping.fields).some((column) => header.some((name) => name.trim() === column));
  const rows = csvRows(input.text, { delimiter: found?.delimiter ?? ';', width: header.length });
  const drop = (): void => tell(input, 'dropped', 'row that the mapping leaves out');
  async function* kept(): AsyncGenerator<CsvRow | Item> {
    let isHeader = hasHeader;
    for await (const some of rows)
      for (const { cells, line, fault } of some) {
        const place = { file, line };
        if (cells === undefined) yield problem(place, fault);
        else if (!isHeader) {
          if (passes(mapping, (column) => cells[indexOf(column)])) yield { cells, columns, place };
          else drop();
        }
        isHeader = false;
      }
  }
  yield* mapping.each === 'conversation'
    ? transcripts(kept(), input, mapping)
    : groupMessages(messages(kept(), input, mapping), input);
}

async function* messages(
  rows: AsyncIterable<CsvRow | Item>,
  input: Input,
  mapping: Mapping,
): AsyncGenerator<Message | Item> {
  for await (const row of rows) yield 'kind' in row ? row : mapped(row, input, mapping);
}

async function* transcripts(rows: AsyncIterable<CsvRow | Item>, input: Input, mapping: Mapping): AsyncGenerator<Item> {
  for await (const row of rows) {
    if ('kind' in row) yield row;
    else yield* settle(transcriptDraft(withConstants(row, mapping), input), input);
  }
}

async function* jsonItems(input: Input, mapping: Mapping): AsyncGenerator<Item> {
  const where = mapping.records ?? (Array.isArray(input.head.json) ? '[]' : '');
  async function* found(): AsyncGenerator<Message | Item> {
    for await (const { record, place } of placedRecords(input, where)) {
      if (record.fault !== undefined) yield problem(place, record.fault);
      else if (!isObject(record.value)) yield problem(place, 'an object is expected');
      else if (passes(mapping, (path) => text(record.value, path)))
        yield* recordMessages(record.value, place, input, mapping);
      else tell(input, 'dropped', 'record that the mapping leaves out');
    }
  }
  yield* groupMessages(found(), input);
}

function* recordMessages(record: JsonObject, place: Place, input: Input, mapping: Mapping): Generator<Message | Item> {
  if (mapping.each === 'message') {
    yield mapped(rowOf([record], place, mapping), input, mapping);
    return;
  }
  const turns = at(record, mapping.turns ?? 'turns');
  if (!Array.isArray(turns) || turns.length === 0) {
    yield problem(
      place,
      `no turns under "${mapping.turns ?? 'turns'}"`,
      text(record, mapping.fields.conversation ?? ''),
    );
    return;
  }
  for (const turn of list(record, mapping.turns ?? 'turns')) {
    const row = rowOf([turn, record], place, mapping);
    const conversation = text(record, mapping.fields.conversation ?? '') ?? idFromPlace(place);
    const message = mapped(row, input, mapping);
    yield 'kind' in message ? message : { ...message, conversation };
  }
}

/** The fields of a record as cells; what a turn does not say, its conversation may. */
function rowOf(values: readonly unknown[], place: Place, { fields }: Mapping): CsvRow {
  const cells: string[] = [];
  const columns: Partial<Record<Field, number>> = {};
  for (const field of fieldNames) {
    const path = fields[field];
    if (path === undefined) continue;
    columns[mappedFields[field]] = cells.length;
    cells.push(values.map((value) => text(value, path)).find((found) => found !== undefined) ?? '');
  }
  return { cells, columns: columns satisfies Columns, place };
}
