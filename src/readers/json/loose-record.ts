// JSON of no known product whose keys say what they hold, in French or English → drafts and messages.

import type { Place } from '../../model/place.ts';
import type { Field } from '../csv/columns.ts';
import { columnsOf } from '../csv/columns.ts';
import { channelOf, clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';
import { foldLabel, roleOfLabel, type SpeakerWords } from '../settle/speaker-words.ts';
import { isObject, type JsonObject, list, moment, number, text } from './fields.ts';

/** Keys under which a conversation lists what is said. */
const turnKeys = [
  'turns',
  'messages',
  'transcript',
  'utterances',
  'dialogue',
  'dialog',
  'conversation',
  'echanges',
  'tours',
  'segments',
  'history',
  'exchanges',
];

/** The key under which a record lists its turns, if there is one. */
export function turnKeyOf(record: JsonObject): string | undefined {
  return turnKeysIn(record).find((key) =>
    list(record, key)
      .slice(0, 20)
      .some((entry) => isObject(entry) && isSpoken(entry)),
  );
}

/** The keys of a record that may hold turns, the likelier first. */
function turnKeysIn(record: JsonObject): string[] {
  const lists = Object.keys(record).filter((key) => Array.isArray(record[key]));
  if (lists.length === 1 && turnKeys.includes(lists[0]!)) return lists;
  const byFolded = new Map(lists.map((key) => [foldLabel(key), key]));
  return turnKeys.flatMap((key) => byFolded.get(key) ?? []);
}

/** Whether a record has a list where turns are expected, be it empty. */
export function hasTurnList(record: JsonObject): boolean {
  return turnKeysIn(record).length > 0;
}

/** Whether an object says who speaks and what. */
export function isSpoken(entry: JsonObject): boolean {
  const fields = fieldsOf(entry);
  return fields('text') !== undefined && fields('speaker') !== undefined;
}

/** A message that names its conversation. */
export function isLooseMessage(entry: JsonObject): boolean {
  return isSpoken(entry) && fieldsOf(entry)('conversation') !== undefined;
}

/** Reads a field of an object by the names that people give it. A nested `{name, role}` stands for its role, then its name. */
export function fieldsOf(entry: JsonObject): (field: Field) => string | undefined {
  const keys = Object.keys(entry).filter(
    (key) => entry[key] !== null && typeof entry[key] !== 'boolean' && !Array.isArray(entry[key]),
  );
  const columns = columnsOf(keys);
  return (field) => {
    const column = columns[field];
    if (column === undefined) return undefined;
    const value = entry[keys[column]!];
    return isObject(value) ? text(value, 'role', 'type', 'name', 'id', 'text', 'body') : text({ value }, 'value');
  };
}

/** One turn. Times without a unit are seconds, unless they are too large for a call. */
export function looseTurn(entry: JsonObject, speakers: SpeakerWords): DraftTurn {
  const field = fieldsOf(entry);
  const speaker = field('speaker');
  const role = speaker === undefined ? undefined : roleOfLabel(speaker, speakers);
  const person = text(entry, 'author.name', 'sender.name', 'from.name', 'participant.name', 'speaker.name');
  const [agentId, agentName] = [field('agentId'), field('agentName') ?? person];
  const ms = (plain: Field, exact: Field): number | undefined => {
    const given = number({ value: field(exact) }, 'value');
    const found = number({ value: field(plain) }, 'value');
    return given ?? (found === undefined ? undefined : Math.round(found * 1000));
  };
  return {
    role,
    speaker,
    text: field('text') ?? '',
    startMs: ms('start', 'startMs'),
    endMs: ms('end', 'endMs'),
    at: moment({ at: field('at') ?? joined(field('date'), field('time')) }, 'at'),
    agent: role === 'agent' && (agentId ?? agentName) !== undefined ? { id: agentId, name: agentName } : undefined,
  };
}

/** A whole conversation. */
export function looseDraft(record: JsonObject, key: string, from: Place, speakers: SpeakerWords): Draft {
  const field = fieldsOf(Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)));
  const startedAt = text(record, 'started_at', 'startedAt') ?? field('at') ?? joined(field('date'), field('time'));
  const entries = list(record, key).filter(isObject);
  return {
    id: text(record, 'id') ?? field('conversation'),
    channel: channelOf(field('channel')),
    startedAt: moment({ startedAt }, 'startedAt'),
    agent: { id: field('agentId'), name: field('agentName') },
    client: clientOf(field('clientId'), field('clientName')),
    turns: entries.map((entry) => looseTurn(entry, speakers)),
    from,
  };
}

function joined(date: string | undefined, time: string | undefined): string | undefined {
  return date !== undefined && time !== undefined && !date.includes(':') ? `${date} ${time}` : (date ?? time);
}
