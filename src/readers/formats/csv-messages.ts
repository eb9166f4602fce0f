// CSV with a row a message: columns found by name, rows grouped by conversation.

import { cellsBy, decimal, wallClock } from '../csv/cells.ts';
import { type CsvRow, csvInput } from '../csv/csv-input.ts';
import { csvHead } from '../csv/header.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import { channelOf } from '../settle/draft.ts';
import { groupMessages } from '../settle/group-messages.ts';
import type { Message } from '../settle/message.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';

/** A row a message; the header names the columns in French or English. */
export const csvMessages = {
  id: 'csv',
  detects: ({ text, json }) => {
    if (json !== undefined) return false;
    const columns = csvHead(text)?.columns;
    return columns?.text !== undefined && columns.speaker !== undefined;
  },
  read: (input) =>
    groupMessages(
      csvInput(input, ['text', 'speaker'], (row) => messageOf(row, input)),
      input,
    ),
} as const satisfies Reader;

/** The message of a row, or why it is none. */
export function messageOf({ cells, columns, place }: CsvRow, { file, head }: Input): Message | Item {
  const cell = cellsBy(cells, columns);
  const speaker = cell('speaker');
  const conversation = columns.conversation === undefined ? idFromPlace({ file }) : cell('conversation');
  if (conversation === undefined) return problem(place, 'no conversation id in this row');
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
