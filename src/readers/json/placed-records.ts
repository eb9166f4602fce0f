// The records of a JSON file with their places in it.
import type { Place } from '../../model/place.ts';
import type { Input } from '../reader.ts';
import { textLines } from '../text-lines.ts';
import { isObject } from './fields.ts';
import { jsonFault } from './json-fault.ts';
import { type JsonRecord, jsonRecords, type RecordsAt } from './records.ts';

/** The records of a file with their places; lines where each is a record of its own. */
export async function* placedRecords(
  input: Input,
  where: RecordsAt,
): AsyncGenerator<{ readonly record: JsonRecord; readonly place: Place }> {
  const { file, head } = input;
  if (where === '' && hasLines(head.text)) {
    let record = 0;
    for await (const { text: line, line: number, isTooLong } of textLines(input.text)) {
      if (line.trim() === '') continue;
      record += 1;
      yield {
        record: isTooLong ? { record, fault: 'a line that is too long' } : parsed(line, record),
        place: { file, line: number },
      };
    }
    return;
  }
  // One document that is one record has its file's name; the first record waits to see whether another follows.
  let held: JsonRecord | undefined;
  for await (const record of jsonRecords(input.text, where)) {
    if (held !== undefined) yield { record: held, place: { file, record: held.record } };
    held = record;
  }
  if (held !== undefined)
    yield { record: held, place: held.record === 1 && where === '' ? { file } : { file, record: held.record } };
}

function parsed(line: string, record: number): JsonRecord {
  try {
    return { record, value: JSON.parse(line) };
  } catch (error) {
    return { record, fault: `not JSON: ${jsonFault(error)}` };
  }
}

/** Whether each line is a record of its own. */
function hasLines(beginning: string): boolean {
  const lines = beginning.split('\n', 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && isObject(parsedOrNothing(lines[0]!.replace(/^\ufeff/, '')));
}

function parsedOrNothing(line: string): unknown {
  const record = parsed(line, 0);
  return record.fault === undefined ? record.value : undefined;
}
