// Messages that name their conversation → conversations, in the order of their first message.
import { type Input, type Item, problem } from '../reader.ts';
import { clientOf, type Draft } from './draft.ts';
import type { Message } from './message.ts';
import { messageStore, storeLimits } from './message-store.ts';
import { settle } from './settle.ts';

/** The form in which messages are kept until their conversation is whole: the lighter, the better. */
export interface KeptForm<Kept> {
  readonly conversation: (kept: Kept) => string;
  /** Characters that it holds. */
  readonly length: (kept: Kept) => number;
  readonly text: (kept: Kept) => string;
  /** The message of such a text. */
  readonly message: (text: string) => Message;
}

const asTheyAre: KeptForm<Message> = {
  conversation: ({ conversation }) => conversation,
  length: ({ turn }) => turn.text.length,
  text: (message) => JSON.stringify(message),
  message: (text) => JSON.parse(text) as Message,
};

/** Groups messages by conversation; problems among them pass through. */
export async function* groupMessages(
  messages: AsyncIterable<Message | Item>,
  input: Input,
  limits = storeLimits,
): AsyncGenerator<Item> {
  async function* oneByOne(): AsyncGenerator<readonly (Message | Item)[]> {
    for await (const message of messages) yield [message];
  }
  yield* groupKept(oneByOne(), asTheyAre, input, limits);
}

/** Groups messages that come many at a time in a form of their own. */
export async function* groupKept<Kept extends object>(
  source: AsyncIterable<readonly (Kept | Item)[]>,
  form: KeptForm<Kept>,
  input: Input,
  limits = storeLimits,
): AsyncGenerator<Item> {
  const store = messageStore(limits);
  try {
    for await (const some of source)
      for (const kept of some) {
        if ('kind' in kept) {
          yield kept;
          continue;
        }
        const writing = store.add(form.conversation(kept), form.length(kept), form.text(kept));
        if (writing !== undefined) await writing;
      }
    for await (const { messages, isTooLong } of store.conversations()) {
      const group = messages.map(form.message);
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
