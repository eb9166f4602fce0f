// CSV with a row a message: columns found by name, rows grouped by conversation.

import { type CsvRow, cellsBy, decimal, wallClock } from '../csv/cells.ts';
import type { Columns } from '../csv/columns.ts';
import { type CsvTable, csvInput } from '../csv/csv-input.ts';
import { csvHead } from '../csv/header.ts';
import type { WholeRow } from '../csv/rows.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import { channelOf } from '../settle/draft.ts';
import { groupKept, type KeptForm } from '../settle/group-messages.ts';
import type { Message } from '../settle/message.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';

const noConversation = 'no conversation id in this row';

/** A row a message; the header names the columns in French or English. */
export const csvMessages = {
  id: 'csv',
  detects: ({ text, json }) => {
    if (json !== undefined) return false;
    const columns = csvHead(text)?.columns;
    return columns?.text !== undefined && columns.speaker !== undefined;
  },
  read: (input) => {
    const table = csvInput(input, ['text', 'speaker']);
    return groupKept(withConversation(table, input), rowForm(table, input), input);
  },
} as const satisfies Reader;

/** Rows are kept as they are written, behind the number of their line, and understood when their conversation is whole. */
function rowForm({ columns, cellsOf }: CsvTable, input: Input): KeptForm<WholeRow> {
  const { file } = input;
  const textAt = columns.text!;
  const conversation = conversationOf(columns, file);
  return {
    conversation: ({ cells }) => conversation(cells)!,
    length: ({ cells }) => cells[textAt]!.length,
    text: ({ line, raw }) => `${line},${raw}`,
    message: (text) => {
      const comma = text.indexOf(',');
      const cells = cellsOf(text, comma + 1);
      const place = { file, line: Number(text.slice(0, comma)) };
      return messageIn({ cells, columns, place }, conversation(cells)!, input);
    },
  };
}

function conversationOf(columns: Columns, file: string): (cells: readonly string[]) => string | undefined {
  if (columns.conversation === undefined) return () => idFromPlace({ file });
  const at = columns.conversation;
  return (cells) => cells[at]?.trim() || undefined;
}

async function* withConversation(
  { rows, columns }: CsvTable,
  { file }: Input,
): AsyncGenerator<readonly (WholeRow | Item)[]> {
  const conversation = conversationOf(columns, file);
  for await (const some of rows)
    yield some.map((row) =>
      'kind' in row || conversation(row.cells) !== undefined ? row : problem({ file, line: row.line }, noConversation),
    );
}

/** The message of a row, or why it is none. */
export function messageOf(row: CsvRow, input: Input): Message | Item {
  const conversation = conversationOf(row.columns, input.file)(row.cells);
  return conversation === undefined ? problem(row.place, noConversation) : messageIn(row, conversation, input);
}

function messageIn({ cells, columns, place }: CsvRow, conversation: string, { head }: Input): Message {
  const cell = cellsBy(cells, columns);
  const speaker = cell('speaker');
  const role = speaker === undefined ? undefined : roleOfLabel(speaker, head.speakers);
  const [agentId, agentName] = [cell('agentId'), cell('agentName')];
  const isAgent = role === 'agent' && (agentId ?? agentName) !== undefined;
  return {
    conversation,
    turn: {
      role,
      speaker,
      text: cell('text') ?? '',
      startMs: milliseconds(cell('startMs'), 1) ?? milliseconds(cell('start'), 1000),
      endMs: milliseconds(cell('endMs'), 1) ?? milliseconds(cell('end'), 1000),
      at: wallClock(cell),
      agent: isAgent ? { id: agentId, name: agentName } : undefined,
    },
    order: decimal(cell('order')),
    channel: channelOf(cell('channel')),
    agentId,
    agentName,
    clientId: cell('clientId'),
    clientName: cell('clientName'),
    place,
  };
}

function milliseconds(text: string | undefined, unit: number): number | undefined {
  const value = decimal(text);
  return value === undefined ? undefined : Math.round(value * unit);
}
