// CSV with a row a message: columns found by name, rows grouped by conversation.
import type { Columns, Field } from '../csv/columns.ts';
import { someNames } from '../csv/columns.ts';
import { csvHead } from '../csv/header.ts';
import { csvRows, type Row } from '../csv/rows.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import { channelOf } from '../settle/draft.ts';
import { groupMessages, type Message } from '../settle/group-messages.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { roleOfLabel, type SpeakerWords } from '../settle/speaker-words.ts';

/** A row a message; the header names the columns in French or English. */
export const csv = {
  id: 'csv',
  detects: ({ text }) => {
    const columns = csvHead(text)?.columns;
    return columns?.text !== undefined && (columns.speaker !== undefined || columns.conversation !== undefined);
  },
  read,
} as const satisfies Reader;

async function* read(input: Input): AsyncGenerator<Item> {
  const head = csvHead(input.head.text);
  const missing = (['text', 'speaker'] as const).filter((field) => head?.columns[field] === undefined);
  if (head === undefined || missing.length > 0) {
    const found = head?.header.join(', ') ?? 'no columns';
    const wanted = missing.map((field) => `${field} (${someNames(field)}…)`).join(' and ');
    yield problem({ file: input.file, line: 1 }, `columns found: ${found}; no column for ${wanted}`);
    return;
  }
  const rows = csvRows(input.text, { delimiter: head.delimiter, width: head.header.length });
  yield* groupMessages(messages(rows, head.columns, input), input);
}

async function* messages(rows: AsyncIterable<Row>, columns: Columns, input: Input): AsyncGenerator<Message | Item> {
  let isHeader = true;
  for await (const row of rows) {
    const place = { file: input.file, line: row.line };
    if (row.cells === undefined) yield problem(place, row.fault);
    else if (!isHeader) yield messageOf(row.cells, columns, input, place.line);
    isHeader = false;
  }
}

function messageOf(cells: readonly string[], columns: Columns, { file, head }: Input, line: number): Message | Item {
  const place = { file, line };
  const cell = (field: Field): string | undefined => {
    const column = columns[field];
    const value = column === undefined ? undefined : cells[column]?.trim();
    return value === '' ? undefined : value;
  };
  const text = cell('text');
  const speaker = cell('speaker');
  const conversation = columns.conversation === undefined ? idFromPlace({ file }) : cell('conversation');
  if (conversation === undefined) return problem(place, 'no conversation id in this row');
  if (cells.length <= Math.max(columns.text!, columns.speaker!))
    return problem(place, `${cells.length} cells; the text is expected in cell ${columns.text! + 1}`, conversation);
  const role = roleOf(speaker, head.speakers);
  const isAgent = role === 'agent' && (cell('agentId') ?? cell('agentName')) !== undefined;
  const start = milliseconds(cell('startMs'), 1) ?? milliseconds(cell('start'), 1000);
  const end = milliseconds(cell('endMs'), 1) ?? milliseconds(cell('end'), 1000);
  return {
    conversation,
    turn: {
      role,
      speaker,
      text: text ?? '',
      startMs: start,
      endMs: end,
      agent: isAgent ? { id: cell('agentId'), name: cell('agentName') } : undefined,
      at: wallClock(cell('at'), cell('date'), cell('time')),
    },
    order: number(cell('order')),
    channel: channelOf(cell('channel')),
    agentId: cell('agentId'),
    agentName: cell('agentName'),
    clientId: cell('clientId'),
    clientName: cell('clientName'),
    place,
  };
}

function roleOf(speaker: string | undefined, speakers: SpeakerWords): Message['turn']['role'] {
  return speaker === undefined ? undefined : roleOfLabel(speaker, speakers);
}

function wallClock(at: string | undefined, date: string | undefined, time: string | undefined): string | undefined {
  if (at !== undefined) return at;
  return date !== undefined && time !== undefined && !date.includes(':') ? `${date} ${time}` : (date ?? time);
}

/** `12,5` and `12.5` seconds alike. */
function milliseconds(text: string | undefined, unit: number): number | undefined {
  const value = number(text);
  return value === undefined ? undefined : Math.round(value * unit);
}

function number(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d+(?:[.,]\d+)?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}
