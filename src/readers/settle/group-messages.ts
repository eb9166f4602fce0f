// Messages that name their conversation → conversations, in the order of their first message.
import { type Input, type Item, problem } from '../reader.ts';
import { clientOf, type Draft } from './draft.ts';
import type { Message } from './message.ts';
import { messageStore, storeLimits } from './message-store.ts';
import { settle } from './settle.ts';

/** Groups messages by conversation; problems among them pass through. */
export async function* groupMessages(
  messages: AsyncIterable<Message | Item>,
  input: Input,
  limits = storeLimits,
): AsyncGenerator<Item> {
  const store = messageStore(limits);
  try {
    for await (const message of messages) {
      if ('kind' in message) yield message;
      else {
        const writing = store.add(message);
        if (writing !== undefined) await writing;
      }
    }
    for await (const { messages: group, isTooLong } of store.conversations()) {
      const { place, conversation } = group[0]!;
      if (isTooLong)
        yield problem(place, `more than ${limits.conversation} characters: no single conversation`, conversation);
      else yield* settle(draftOf(group), input);
    }
  } finally {
    await store.close();
  }
}

/** One conversation of messages; what only some of them say goes for all. */
export function draftOf(messages: readonly Message[]): Draft {
  const first = messages[0]!;
  const said = <K extends keyof Message>(key: K) => messages.find((message) => message[key] !== undefined)?.[key];
  const ordered = messages.every(({ order }) => order !== undefined)
    ? messages.toSorted((a, b) => a.order! - b.order!)
    : messages;
  return {
    id: first.conversation,
    channel: said('channel'),
    startedAt: earliest(messages),
    isTranscribed: said('isTranscribed'),
    agent: { id: said('agentId'), name: said('agentName') },
    client: clientOf(said('clientId'), said('clientName')),
    turns: ordered.map(({ turn }) => turn),
    from: first.place,
  };
}

function earliest(messages: readonly Message[]): string | undefined {
  let first: string | undefined;
  for (const { startedAt } of messages)
    if (startedAt !== undefined && (first === undefined || startedAt < first)) first = startedAt;
  return first;
}
