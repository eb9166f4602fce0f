// Makes a reader of a JSON export from what is particular to it: how its records look, and what they say.
import type { Place } from '../../model/place.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import type { Draft } from '../settle/draft.ts';
import { draftOf, groupMessages } from '../settle/group-messages.ts';
import type { Message } from '../settle/message.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { settle, tell } from '../settle/settle.ts';
import { isObject, type JsonObject, list, some, text } from './fields.ts';
import { placedRecords } from './placed-records.ts';
import type { RecordsAt } from './records.ts';

/** What a format needs to know of the place it reads. */
export interface Context {
  readonly from: Place;
  readonly input: Input;
  /** Counts something that is left out on purpose. */
  readonly drop: (what: string, count?: number) => void;
}

/** An export whose records are whole conversations. */
export interface ConversationFormat<Id extends string> {
  readonly id: Id;
  /** Keys under which a document may list its records. */
  readonly lists?: readonly string[];
  readonly isRecord: (record: JsonObject) => boolean;
  readonly draft: (record: JsonObject, context: Context) => Draft;
  /** Records of one id are parts of one conversation. */
  readonly merges?: boolean;
}

/** An export whose records are single messages that name their conversation, or are listed in one. */
export interface MessageFormat<Id extends string> {
  readonly id: Id;
  /** Keys under which a conversation lists its messages. */
  readonly lists: readonly string[];
  readonly isMessage: (record: JsonObject) => boolean;
  /** Undefined where the record is nothing that anybody says. */
  readonly message: (record: JsonObject, context: Context) => Omit<Message, 'place' | 'conversation'> | undefined;
  /** Paths of the conversation's id in a message. */
  readonly conversation: readonly string[];
}

/** A reader of whole conversations. */
export function conversationReader<const Id extends string>(format: ConversationFormat<Id>): Reader<Id> {
  const { id, isRecord, lists = [], draft, merges = false } = format;
  return readerFrom(id, isRecord, lists, async function* (records, input) {
    async function* drafts(): AsyncGenerator<Draft | Item> {
      for await (const { value, from } of records) {
        if (value === undefined) continue;
        yield attempted(from, () => draft(value, contextOf(from, input)));
      }
    }
    if (merges) yield* groupMessages(messagesOf(drafts()), input);
    else
      for await (const whole of drafts()) {
        if ('kind' in whole) yield whole;
        else yield* settle(whole, input);
      }
  });
}

/** Whatever a strange record does to a reader stays with that record. */
function attempted<T>(from: Place, read: () => T): T | Item {
  try {
    return read();
  } catch (error) {
    return problem(from, `could not be read: ${(error as Error).message}`);
  }
}

async function* messagesOf(drafts: AsyncIterable<Draft | Item>): AsyncGenerator<Message | Item> {
  for await (const draft of drafts) {
    if ('kind' in draft) {
      yield draft;
      continue;
    }
    const { id, turns, from, agent, client, channel, startedAt, isTranscribed } = draft;
    for (const turn of turns)
      yield {
        conversation: id ?? idFromPlace(from),
        turn,
        channel,
        startedAt,
        isTranscribed,
        agentId: agent?.id,
        agentName: agent?.name,
        clientId: client?.id,
        clientName: client?.name,
        place: from,
      };
  }
}

/** A reader of messages: bare ones are grouped over the whole file, listed ones within their document. */
export function messageReader<const Id extends string>(format: MessageFormat<Id>): Reader<Id> {
  const { lists, isMessage } = format;
  const listIn = (record: JsonObject): string | undefined =>
    lists.find((key) => some(record, key, (entry) => isObject(entry) && isMessage(entry)));
  const read = (value: JsonObject, from: Place, input: Input, whole?: JsonObject): Message | undefined => {
    const message = format.message(value, contextOf(from, input));
    if (message === undefined) return undefined;
    const outer = whole === undefined ? undefined : text(whole, ...format.conversation, 'conversation.id', 'id');
    return {
      ...message,
      conversation:
        text(value, ...format.conversation) ?? outer ?? idFromPlace(whole === undefined ? { file: input.file } : from),
      place: from,
    };
  };
  return readerFrom(
    format.id,
    (record) => isMessage(record) || listIn(record) !== undefined,
    [],
    (records, input) => {
      async function* messages(): AsyncGenerator<Message | Item> {
        for await (const { value, from } of records) {
          if (value === undefined) continue;
          const key = listIn(value);
          if (key === undefined) {
            const message = attempted(from, () => read(value, from, input));
            if (message !== undefined) yield message;
            continue;
          }
          const byId = new Map<string, Message[]>();
          for (const entry of list(value, key)) {
            const message = isObject(entry) ? attempted(from, () => read(entry, from, input, value)) : undefined;
            if (message === undefined) continue;
            if ('kind' in message) {
              yield message;
              continue;
            }
            const known = byId.get(message.conversation);
            if (known === undefined) byId.set(message.conversation, [message]);
            else known.push(message);
          }
          if (byId.size === 0) yield problem(from, 'no turns: nobody says anything', text(value, 'id'));
          for (const group of byId.values()) yield* settle(draftOf(group), input);
        }
      }
      return groupMessages(messages(), input);
    },
  );
}

interface Found {
  /** Undefined where the problem was told already. */
  readonly value: JsonObject | undefined;
  readonly from: Place;
}

function readerFrom<const Id extends string>(
  id: Id,
  isRecord: (record: JsonObject) => boolean,
  lists: readonly string[],
  items: (records: AsyncIterable<Found>, input: Input) => AsyncIterable<Item>,
): Reader<Id> {
  const isOne = (value: unknown): boolean => isObject(value) && isRecord(value);
  const where = (json: unknown): RecordsAt | undefined => {
    if (Array.isArray(json)) return json.slice(0, 20).some(isOne) ? '[]' : undefined;
    if (isOne(json)) return '';
    return isObject(json) ? lists.find((key) => some(json, key, isOne)) : undefined;
  };
  return {
    id,
    detects: (head) => where(head.json) !== undefined,
    read: async function* (input) {
      const faults: Item[] = [];
      async function* found(): AsyncGenerator<Found> {
        const at = where(input.head.json) ?? (Array.isArray(input.head.json) ? '[]' : '');
        for await (const { record, place } of placedRecords(input, at)) {
          const isGood = record.fault === undefined && isOne(record.value);
          if (!isGood) faults.push(problem(place, record.fault ?? notOne(record.value, id)));
          yield { value: isGood ? (record.value as JsonObject) : undefined, from: place };
        }
      }
      for await (const item of items(found(), input)) {
        yield* faults.splice(0);
        yield item;
      }
      yield* faults;
    },
  };
}

function notOne(value: unknown, id: string): string {
  if (!isObject(value)) return `${value === null ? 'null' : typeof value} found, an object is expected`;
  const keys = Object.keys(value);
  return `no ${id} record; keys found: ${keys.slice(0, 8).join(', ') || 'none'}${keys.length > 8 ? '…' : ''}`;
}

function contextOf(from: Place, input: Input): Context {
  return { from, input, drop: (what, count = 1) => tell(input, 'dropped', what, count) };
}
