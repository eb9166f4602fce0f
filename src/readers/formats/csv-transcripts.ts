// CSV with a row a conversation: the whole transcript stands in one cell.

import { type CsvRow, cellsBy, wallClock } from '../csv/cells.ts';
import { csvInput } from '../csv/csv-input.ts';
import { csvHead } from '../csv/header.ts';
import type { Input, Item, Reader } from '../reader.ts';
import { channelOf, clientOf, type Draft } from '../settle/draft.ts';
import { settle } from '../settle/settle.ts';
import { namesOf } from '../text/heading.ts';
import { transcriptTurns } from '../text/transcript-cell.ts';

/** A row a conversation; who speaks stands in the text itself. */
export const csvTranscripts = {
  id: 'csv-transcripts',
  detects: ({ text, json }) => {
    if (json !== undefined) return false;
    const columns = csvHead(text)?.columns;
    // Rows with a beginning and an end are pieces of one call.
    return columns?.text !== undefined && columns.speaker === undefined && columns.start === undefined;
  },
  read,
} as const satisfies Reader;

async function* read(input: Input): AsyncGenerator<Item> {
  const { columns, rows } = csvInput(input, ['text']);
  for await (const some of rows)
    for (const row of some) {
      if ('kind' in row) yield row;
      else
        yield* settle(
          transcriptDraft({ cells: row.cells, columns, place: { file: input.file, line: row.line } }, input),
          input,
        );
    }
}

/** The conversation of a row whose text is a whole transcript. */
export function transcriptDraft({ cells, columns, place }: CsvRow, { head }: Input): Draft {
  const cell = cellsBy(cells, columns);
  const startedAt = wallClock(cell);
  const agent = { id: cell('agentId'), name: cell('agentName') };
  const clientName = cell('clientName');
  const names = namesOf({
    agent: { name: agent.name ?? agent.id },
    ...(clientName === undefined ? {} : { clientName }),
  });
  const text = cell('text') ?? '';
  const turns = transcriptTurns(text, startedAt, names, head.speakers);
  const isOffset = turns.some((turn) => turn.startMs !== undefined && turn.at === undefined);
  return {
    id: cell('conversation'),
    channel: channelOf(cell('channel')) ?? (isOffset ? 'call' : undefined),
    startedAt,
    agent,
    client: clientOf(cell('clientId'), clientName),
    turns: turns.length > 0 ? turns : [{ role: undefined, text }],
    from: place,
  };
}
