// Conversations one at a time → batches of them; the way of every format that is not the project's own NDJSON.
import type { Item } from '../readers/reader.ts';
import type { Batch, Items } from './batch.ts';
import type { Position } from './checkpoint.ts';
import { pause, withPauses } from './with-pauses.ts';

/** Few enough that memory stays flat. */
const mostItems = 64;
/** Fewer at first, so that they are soon judged. */
const firstItems = 8;
/** How long records may wait for more, in milliseconds. */
const patience = 50;

/** The items of one input from a position on, in small batches; none waits long when the input is slow. */
export async function* itemBatches(items: AsyncIterable<Item>, from: Position): AsyncGenerator<Batch<Items>> {
  let position = from;
  let toSkip = from.records;
  for await (const { group, isUrgent } of groups(items)) {
    const fresh = toSkip === 0 ? group : group.slice(toSkip);
    toSkip -= group.length - fresh.length;
    if (fresh.length === 0) continue;
    position = { ...position, records: position.records + fresh.length };
    yield { items: fresh, size: sizeOf(fresh), isUrgent, next: position };
  }
}

interface Group {
  readonly group: readonly Item[];
  readonly isUrgent: boolean;
}

async function* groups(items: AsyncIterable<Item>): AsyncGenerator<Group> {
  let group: Item[] = [];
  let enough = firstItems;
  for await (const item of withPauses(items, patience)) {
    const isUrgent = item === pause;
    if (item !== pause) group.push(item);
    if (group.length === 0 || (!isUrgent && group.length < enough)) continue;
    yield { group, isUrgent };
    group = [];
    enough = mostItems;
  }
  if (group.length > 0) yield { group, isUrgent: false };
}

/** What a turn takes in NDJSON besides its text. */
const aroundText = 50;

function sizeOf(items: readonly Item[]): number {
  let size = items.length;
  for (const item of items)
    if (item.kind === 'conversation') for (const { text } of item.conversation.turns) size += text.length + aroundText;
  return size;
}
