import { expect, test } from 'vitest';
import type { Item } from '../../src/readers/read-inputs.ts';
import type { Batch, Items } from '../../src/run/batch.ts';
import { start } from '../../src/run/checkpoint.ts';
import { itemBatches } from '../../src/run/item-batches.ts';

function item(id: string): Item {
  if (id === 'torn') return { kind: 'problem', problem: { place: { file: 'in.csv', line: 3 }, reason: 'torn' } };
  const conversation = {
    id,
    channel: 'chat',
    agent: { id: null },
    roles: 'given',
    turns: [],
    from: { file: 'in.csv', line: 1 },
  } as const;
  return { kind: 'conversation', conversation };
}

async function* items(...ids: string[]): AsyncGenerator<Item> {
  for (const id of ids) yield item(id);
}

async function all(source: AsyncIterable<Item>, from = start): Promise<Batch<Items>[]> {
  const batches: Batch<Items>[] = [];
  for await (const batch of itemBatches(source, from)) batches.push(batch);
  return batches;
}

test('going on from a position skips what was done, problems included', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => (i % 7 === 3 ? 'torn' : `c${i}`));
  const whole = await all(items(...ids));
  const rest = await all(items(...ids), whole[0]!.next);
  const read = (batches: readonly Batch<Items>[]) => batches.flatMap((batch) => batch.items);
  expect(read([whole[0]!, ...rest])).toEqual(read(whole));
  expect(rest.at(-1)?.next).toEqual(whole.at(-1)?.next);
  expect(rest.at(-1)?.next.records).toBe(200);
});

test('a slow source gives what it has', async () => {
  let go = (): void => {};
  async function* slow(): AsyncGenerator<Item> {
    yield item('a');
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    yield item('b');
  }
  const batches = itemBatches(slow(), start);
  expect((await batches.next()).value).toMatchObject({ items: [item('a')], isUrgent: true });
  go();
  expect((await batches.next()).value).toMatchObject({ items: [item('b')], isUrgent: false });
});
