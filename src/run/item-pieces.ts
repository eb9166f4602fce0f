// Conversations one at a time → pieces of output; the way of every format that is not the project's own NDJSON.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Item } from '../readers/read-inputs.ts';
import type { Writer } from '../writers/writer.ts';
import type { Piece } from './batch.ts';
import type { Position } from './checkpoint.ts';
import { idsOf, judgedItems } from './judged-items.ts';
import { pause, withPauses } from './with-pauses.ts';

const mostItems = 64;
/** How long judged records may wait for more, in milliseconds. */
const patience = 50;

/** Judges items from a position on, and writes them in small pieces; none waits long when the input is slow. */
export async function* itemPieces(
  items: AsyncIterable<Item>,
  judge: (conversation: Conversation) => Assessment,
  writer: Writer,
  from: Position,
): AsyncGenerator<Piece> {
  let position = from;
  let toSkip = from.records;
  for await (const group of groups(items)) {
    const fresh = group.slice(toSkip);
    toSkip -= group.length - fresh.length;
    if (fresh.length === 0) continue;
    const { assessments, problems } = judgedItems(fresh, judge);
    position = { ...position, records: position.records + fresh.length };
    yield { output: await writer.write(assessments), ids: idsOf(assessments), problems, next: position };
  }
}

async function* groups(items: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  let group: Item[] = [];
  for await (const item of withPauses(items, patience)) {
    if (item !== pause) group.push(item);
    if (group.length === 0 || (item !== pause && group.length < mostItems)) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
