import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Item } from '../../src/readers/read-inputs.ts';
import type { Piece } from '../../src/run/batch.ts';
import { start } from '../../src/run/checkpoint.ts';
import { itemPieces } from '../../src/run/item-pieces.ts';
import { ndjson } from '../../src/writers/ndjson.ts';

const judge = ({ id }: Conversation): Assessment => {
  if (id === 'odd') throw new Error('what is this');
  return { id, agent_id: null } as Assessment;
};

function item(id: string): Item {
  if (id === 'torn') return { kind: 'problem', problem: { place: { file: 'in.csv', line: 3 }, reason: 'torn' } };
  const conversation: Conversation = {
    id,
    channel: 'chat',
    agent: { id: null },
    roles: 'given',
    turns: [],
    from: { file: 'in.csv', line: 1 },
  };
  return { kind: 'conversation', conversation };
}

async function* items(...ids: string[]): AsyncGenerator<Item> {
  for (const id of ids) yield item(id);
}

async function all(source: AsyncIterable<Item>, from = start): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of itemPieces(source, judge, ndjson(), from)) pieces.push(piece);
  return pieces;
}

test('a conversation that cannot be judged becomes a problem, and the run goes on', async () => {
  const [piece] = await all(items('a', 'torn', 'odd', 'b'));
  expect(piece?.ids).toEqual(['a', 'b']);
  expect(piece?.problems).toMatchObject([
    { reason: 'torn' },
    { id: 'odd', reason: 'could not be judged: what is this' },
  ]);
  expect(piece?.next.records).toBe(4);
});

test('going on from a position skips what was done, problems included', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => (i % 7 === 3 ? 'torn' : `c${i}`));
  const whole = await all(items(...ids));
  const rest = await all(items(...ids), whole[0]!.next);
  const output = (pieces: readonly Piece[]) => pieces.map((p) => p.output).join('');
  expect(output([whole[0]!, ...rest])).toBe(output(whole));
  expect(rest.at(-1)?.next).toEqual(whole.at(-1)?.next);
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
  const pieces = itemPieces(slow(), judge, ndjson(), start);
  expect((await pieces.next()).value?.ids).toEqual(['a']);
  go();
  expect((await pieces.next()).value?.ids).toEqual(['b']);
});
