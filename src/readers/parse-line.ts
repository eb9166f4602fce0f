// One line of the project's own NDJSON → an item. Synchronous: threads call it on raw lines.
import type { Place } from '../model/place.ts';
import { conversationFromRecord } from './conversation-record.ts';
import { jsonFault } from './json/json-fault.ts';
import { type Item, problem } from './reader.ts';

export type { Item } from './reader.ts';

/** A conversation, or the problem with its place. The line must not be blank. */
export function parseLine(line: string, place: Place): Item {
  let record: unknown;
  try {
    record = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    return problem(place, `not JSON: ${jsonFault(error)}`, idIn(line));
  }
  const conversation = conversationFromRecord(record, place);
  if (typeof conversation !== 'string') return { kind: 'conversation', conversation };
  return problem(place, conversation, idIn(line));
}

/** The id that a broken line still shows. */
function idIn(line: string): string | undefined {
  const found = /"id"\s*:\s*(?:"((?:[^"\\]|\\.){1,200})"|(\d{1,20}))/.exec(line.slice(0, 2000));
  return found?.[1] ?? found?.[2];
}
