// A table for spreadsheets: a row a conversation, a column a behaviour.
import type { Assessment } from '../model/assessment.ts';
import { behaviourIds } from '../model/behaviour.ts';
import { safeCell } from './safe-cell.ts';
import type { Writer } from './writer.ts';

const columns = [
  'id',
  'channel',
  'started_at',
  'agent_id',
  'agent_name',
  'language',
  'turns',
  'quality',
  'judged',
  'critical',
  ...behaviourIds,
  'emotion_min',
  'emotion_max',
  'emotion_last',
  'flags_negative',
  'flags_recovered',
  'flags_positive',
  'alerts',
  'notes',
  'rules',
] as const;

/** Plain CSV, or one that opens right in a French Excel: byte order mark, semicolon, decimal comma. */
export type CsvDialect = 'plain' | 'excel';

/** Writes assessments as CSV. */
export function csv(dialect: CsvDialect): Writer {
  const delimiter = dialect === 'excel' ? ';' : ',';
  const rowDelimiter = dialect === 'excel' ? '\r\n' : '\n';
  const text = async (rows: string[][]): Promise<string> => {
    if (rows.length === 0) return '';
    const { writeToString } = await import('fast-csv');
    return writeToString(rows, { delimiter, rowDelimiter, headers: false, includeEndRowDelimiter: true });
  };
  return {
    open: async () => (dialect === 'excel' ? '\uFEFF' : '') + (await text([[...columns]])),
    write: (assessments) => text(assessments.map((a) => row(a, dialect))),
    close: async () => '',
  };
}

function row(a: Assessment, dialect: CsvDialect): string[] {
  const felt = a.emotion.filter((e) => e !== null);
  const number = (n: number | null | undefined): string => {
    if (n === null || n === undefined) return '';
    return dialect === 'excel' ? String(n).replace('.', ',') : String(n);
  };
  const negative = a.flags.filter((f) => f.polarity === 'negative');
  return [
    safeCell(a.id),
    a.channel,
    safeCell(a.started_at ?? ''),
    safeCell(a.agent_id ?? ''),
    safeCell(a.agent_name ?? ''),
    a.language,
    number(a.turns),
    number(a.quality),
    number(a.judged),
    a.critical.join(' '),
    ...behaviourIds.map((id) => a.behaviours[id]?.verdict ?? ''),
    number(felt.length === 0 ? null : felt.reduce((x, y) => Math.min(x, y))),
    number(felt.length === 0 ? null : felt.reduce((x, y) => Math.max(x, y))),
    number(felt.at(-1)),
    number(negative.length),
    number(negative.filter((f) => f.recovered).length),
    number(a.flags.length - negative.length),
    a.alerts.join(' '),
    a.notes.join(' '),
    a.rules,
  ];
}
