// A mapping: how a table or a JSON file that no reader knows says what a conversation needs.
import type { Role } from '../../model/conversation.ts';
import type { Field } from '../csv/columns.ts';

/** What a mapping file may map, as it is written there; the same word as the project's own NDJSON where there is one. */
export const mappedFields = {
  conversation: 'conversation',
  at: 'at',
  date: 'date',
  time: 'time',
  speaker: 'speaker',
  text: 'text',
  agent_id: 'agentId',
  agent_name: 'agentName',
  client_id: 'clientId',
  client_name: 'clientName',
  channel: 'channel',
  order: 'order',
  start: 'start',
  end: 'end',
  start_ms: 'startMs',
  end_ms: 'endMs',
} as const satisfies Readonly<Record<string, Field>>;

export type MappedField = keyof typeof mappedFields;

/** Fields that may be the same for all of a file. */
export const constantFields = ['agent_id', 'agent_name', 'client_name', 'channel'] as const;

export interface Mapping {
  /** What a row or record is. */
  readonly each: 'message' | 'conversation';
  /** JSON: key of the list of records; the top level otherwise. */
  readonly records?: string;
  /** JSON, where each record is a conversation: path of the list of its turns. */
  readonly turns?: string;
  /** CSV: what stands between cells; told by the first line otherwise. */
  readonly delimiter?: string;
  /** Column name (or number, from 1) or JSON path by field. */
  readonly fields: Readonly<Partial<Record<MappedField, string>>>;
  /** What the export calls each role; whatever is not named is understood like any label. */
  readonly speakers: ReadonlyMap<string, Role>;
  readonly constants: Readonly<Partial<Record<(typeof constantFields)[number], string>>>;
  /** Only records whose value is in the list are read. */
  readonly only: readonly Filter[];
  /** Records whose value is in the list are left out. */
  readonly drop: readonly Filter[];
}

/** Values of a column or path. */
export interface Filter {
  readonly column: string;
  readonly values: readonly string[];
}

/** Whether a record passes the filters. */
export function passes({ only, drop }: Mapping, cellOf: (column: string) => string | undefined): boolean {
  const isIn = ({ column, values }: Filter): boolean => values.includes(cellOf(column)?.trim() ?? '');
  return only.every(isIn) && !drop.some(isIn);
}
