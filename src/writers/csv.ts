// A table for spreadsheets: a row a conversation, a column a behaviour.
import type { Assessment, Flag } from '../model/assessment.ts';
import { behaviourIds } from '../model/behaviour.ts';
import { type CsvDialect, csvNotation } from './csv-dialect.ts';
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

/** Writes assessments as CSV. */
export function csv(dialect: CsvDialect): Writer {
  const { mark, delimiter, lineEnd } = csvNotation[dialect];
  return {
    open: async () => mark + columns.join(delimiter) + lineEnd,
    write: async (assessments) => assessments.map((a) => csvRow(a, dialect)).join(''),
    close: async () => '',
  };
}

/** The row of an assessment with its line end. What is no text of somebody else needs no quotes. */
export function csvRow(a: Assessment, dialect: CsvDialect): string {
  const { delimiter, lineEnd, text, number } = csvNotation[dialect];
  const { lowest, highest, last } = felt(a.emotion);
  const [negative, recovered] = difficult(a.flags);
  const known = (value: number | null): string => (value === null ? '' : number(value));
  const cells = [
    text(a.id),
    a.channel,
    text(a.started_at ?? ''),
    text(a.agent_id ?? ''),
    text(a.agent_name ?? ''),
    a.language,
    number(a.turns),
    known(a.quality),
    number(a.judged),
    a.critical.join(' '),
  ];
  for (const id of behaviourIds) cells.push(a.behaviours[id]?.verdict ?? '');
  cells.push(
    known(lowest),
    known(highest),
    known(last),
    number(negative),
    number(recovered),
    number(a.flags.length - negative),
    a.alerts.join(' '),
    a.notes.join(' '),
    text(a.rules),
  );
  return cells.join(delimiter) + lineEnd;
}

interface Felt {
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly last: number | null;
}

function felt(emotion: readonly (number | null)[]): Felt {
  let lowest: number | null = null;
  let highest: number | null = null;
  let last: number | null = null;
  for (const value of emotion) {
    if (value === null) continue;
    if (lowest === null || value < lowest) lowest = value;
    if (highest === null || value > highest) highest = value;
    last = value;
  }
  return { lowest, highest, last };
}

/** How many moments were difficult, and how many of them were recovered. */
function difficult(flags: readonly Flag[]): readonly [negative: number, recovered: number] {
  let [negative, recovered] = [0, 0];
  for (const flag of flags) {
    if (flag.polarity !== 'negative') continue;
    negative += 1;
    if (flag.recovered) recovered += 1;
  }
  return [negative, recovered];
}
