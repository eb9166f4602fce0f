// A JSON text of any size → its records one by one: top-level values, entries of a top-level list, or of a list under a key.
// Only one record is held at a time. A damaged record costs itself, not those behind it.

import { type Cursor, cursorOf, nextCharacter, skipValue, valueEnd } from './cursor.ts';
import { jsonFault } from './json-fault.ts';

/** One record, or why there is none. */
export type JsonRecord =
  | { readonly record: number; readonly value: unknown; readonly fault?: undefined }
  | { readonly record: number; readonly fault: string };

/** Where records lie: `''` each top-level value, `[]` the entries of a top-level list, else the list under that key. */
export type RecordsAt = string;

/** No conversation is that long. */
const longestRecord = 64 * 1024 * 1024;
/** A record of this length in which the next one seems to begin has lost its end. */
const suspicious = 1024 * 1024;

interface State {
  readonly cursor: Cursor;
  readonly limit: number;
  record: number;
  /** How records begin, up to their first colon: where to go on behind a damaged one. */
  signature: string;
}

/** The records of a JSON text. */
export async function* jsonRecords(
  source: AsyncIterable<string>,
  where: RecordsAt,
  limit = longestRecord,
): AsyncGenerator<JsonRecord> {
  const state: State = { cursor: cursorOf(source), limit, record: 0, signature: '' };
  for (let first = await nextCharacter(state.cursor); first !== ''; first = await nextCharacter(state.cursor)) {
    if (where === '[]' && first === '[') yield* entries(state);
    else if (where !== '' && where !== '[]' && first === '{') yield* entriesUnder(state, where);
    else yield await recordHere(state);
  }
}

async function* entries(state: State): AsyncGenerator<JsonRecord> {
  const { cursor } = state;
  cursor.at += 1;
  for (
    let first = await nextCharacter(cursor, 'entries');
    first !== ']';
    first = await nextCharacter(cursor, 'entries')
  ) {
    if (first === '') {
      yield { record: state.record + 1, fault: 'cut short: the list has no end' };
      return;
    }
    yield await recordHere(state);
  }
  cursor.at += 1;
}

async function* entriesUnder(state: State, key: string): AsyncGenerator<JsonRecord> {
  const { cursor } = state;
  cursor.at += 1;
  for (
    let first = await nextCharacter(cursor, 'entries');
    first !== '}';
    first = await nextCharacter(cursor, 'entries')
  ) {
    const end = first === '"' ? await valueEnd(cursor) : undefined;
    if (end === undefined) {
      const fault =
        first === '' ? 'cut short: the document has no end' : `damaged: a key is expected at ${near(cursor)}`;
      yield { record: state.record + 1, fault };
      cursor.at = cursor.buffer.length;
      if (first !== '') await drain(cursor);
      return;
    }
    const name = cursor.buffer.slice(1, end - 1);
    cursor.at = end;
    if ((await nextCharacter(cursor)) === ':') cursor.at += 1;
    const opening = await nextCharacter(cursor);
    if (name === key && opening === '[') yield* entries(state);
    else if (opening !== '') await skipValue(cursor);
  }
  cursor.at += 1;
}

async function recordHere(state: State): Promise<JsonRecord> {
  const { cursor, limit } = state;
  let checkAt = suspicious;
  const isLost = (buffer: string): boolean => {
    if (buffer.length < checkAt) return false;
    checkAt *= 2;
    return buffer.length > limit || nextBeginning(state) >= 0;
  };
  const end = await valueEnd(cursor, { isLost });
  state.record += 1;
  const { record } = state;
  if (end === undefined) {
    const isLong = cursor.buffer.length > limit;
    goOnBehind(state);
    if (isLong) await drainUntilNext(state);
    return { record, fault: isLong ? `longer than ${limit >> 20} MB` : 'cut short: it has no end' };
  }
  try {
    const value: unknown = JSON.parse(cursor.buffer.slice(cursor.at, end));
    state.signature ||= signatureOf(cursor.buffer);
    cursor.at = end;
    return { record, value };
  } catch (error) {
    const next = nextBeginning(state);
    cursor.at = next >= 0 && next < end ? next : Math.max(end, cursor.at + 1);
    return { record, fault: `not JSON: ${jsonFault(error)}` };
  }
}

function goOnBehind(state: State): void {
  const next = nextBeginning(state);
  state.cursor.at = next < 0 ? state.cursor.buffer.length : next;
}

/** Behind a record that is too long to be held: goes on to where the next one begins, or to the end. */
async function drainUntilNext(state: State): Promise<void> {
  const { cursor, signature } = state;
  while (cursor.at === cursor.buffer.length) {
    cursor.buffer = signature === '' ? '' : cursor.buffer.slice(-signature.length);
    cursor.at = cursor.buffer.length;
    if (!(await cursor.more())) return;
    const next = signature === '' ? -1 : cursor.buffer.indexOf(signature);
    cursor.at = next < 0 ? cursor.buffer.length : next;
  }
}

async function drain(cursor: Cursor): Promise<void> {
  do {
    cursor.buffer = '';
    cursor.at = 0;
  } while (await cursor.more());
}

function nextBeginning({ cursor, signature }: State): number {
  return signature === '' ? -1 : cursor.buffer.indexOf(signature, cursor.at + 1);
}

function signatureOf(text: string): string {
  const colon = text.startsWith('{') ? text.indexOf(':') : -1;
  return colon > 4 && colon < 60 ? text.slice(0, colon + 1) : '';
}

function near(cursor: Cursor): string {
  return JSON.stringify(cursor.buffer.slice(cursor.at, cursor.at + 20));
}
