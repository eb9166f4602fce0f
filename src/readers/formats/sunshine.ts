// Sunshine Conversations (Zendesk Messaging), messages of version 2 and of version 1 (Smooch).
import type { Role } from '../../model/conversation.ts';
import { isObject, type JsonObject, list, moment, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';

/** The business speaks through people and through machines: what an AI writes is the bot's. */
export const sunshine = messageReader({
  id: 'sunshine',
  lists: ['messages'],
  isMessage: (record) =>
    (isObject(record.author) && isObject(record.content) && 'received' in record) ||
    (/^app(User|Maker)$/.test(text(record, 'role') ?? '') && 'received' in record),
  conversation: ['conversationId', 'conversation.id', 'conversation_id'],
  message: (record, { drop }) => {
    const words = text(record, 'content.text', 'text');
    const type = text(record, 'content.type', 'type') ?? 'text';
    if (words === undefined) {
      drop(type === 'text' ? 'message without words' : 'attachment');
      return undefined;
    }
    const role = roleOf(record);
    const name = text(record, 'author.displayName', 'name');
    return {
      channel: 'chat',
      clientName: role === 'client' ? name : undefined,
      turn: {
        role,
        speaker: name,
        text: words,
        at: moment(record, 'received'),
        agent:
          role === 'agent'
            ? { id: text(record, 'author.userExternalId', 'author.userId', 'authorId'), name }
            : undefined,
      },
    };
  },
});

function roleOf(record: JsonObject): Role | undefined {
  const word = text(record, 'author.type', 'role');
  if (word === 'user' || word === 'appUser') return 'client';
  if (word !== 'business' && word !== 'appMaker') return undefined;
  const isMachine = list(record, 'author.subtypes').includes('AI') || text(record, 'source.type') === 'zd:answerBot';
  return isMachine ? 'bot' : 'agent';
}
