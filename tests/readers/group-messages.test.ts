import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input, Item } from '../../src/readers/reader.ts';
import { groupMessages } from '../../src/readers/settle/group-messages.ts';
import type { Message } from '../../src/readers/settle/message.ts';
import { storeLimits } from '../../src/readers/settle/message-store.ts';
import { speakerWords } from '../../src/readers/settle/speaker-file.ts';

const speakers = await speakerWords();

async function grouped(messages: readonly Message[], limits = storeLimits): Promise<Item[]> {
  async function* stream(): AsyncGenerator<Message> {
    yield* messages;
  }
  const head = { name: 'x', text: '', isWhole: true, json: undefined, speakers };
  const input: Input = { file: 'x', head, text: stream() as never, options: {} };
  const items: Item[] = [];
  for await (const item of groupMessages(stream(), input, limits)) items.push(item);
  return items;
}

const message = (conversation: string, text: string, line: number): Message => ({
  conversation,
  turn: { role: line % 2 === 0 ? 'agent' : 'client', text },
  place: { file: 'x', line },
});

const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('ecoute-messages-'));

test('however messages are interleaved, disk and memory give the same conversations, none split, none merged', async () => {
  const before = temporary().length;
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    maxLength: 80,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 4000 }), async (pairs, memory) => {
      const messages = pairs.map(([id, text], i) => message(`c${id}`, `${text}é${i}`, i + 1));
      const items = await grouped(messages, { ...storeLimits, memory });
      expect(items).toEqual(await grouped(messages));
      const texts = items.map((item) =>
        item.kind === 'conversation' ? item.conversation.turns.map((t) => t.text) : [],
      );
      const expected = new Map<string, string[]>();
      for (const m of messages) expected.set(m.conversation, [...(expected.get(m.conversation) ?? []), m.turn.text]);
      expect(texts).toEqual([...expected.values()]);
    }),
    { numRuns: 150 },
  );
  expect(temporary().length).toBe(before);
});

test('a conversation that has no end is told, the others are read', async () => {
  const endless = Array.from({ length: 50 }, (_, i) => message('sans fin', 'x'.repeat(100), i + 1));
  const items = await grouped([message('a', 'bonjour', 0), ...endless], { memory: 2000, conversation: 5000 });
  expect(items.map((item) => item.kind)).toEqual(['conversation', 'problem']);
  expect(items[1]).toMatchObject({ problem: { id: 'sans fin', place: { line: 1 } } });
});
