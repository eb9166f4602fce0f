// Freshchat: messages made of parts.
import type { Role } from '../../model/conversation.ts';
import { list, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';

const roles: Readonly<Record<string, Role>> = { user: 'client', agent: 'agent', bot: 'bot', system: 'system' };

/** Private messages are notes among colleagues: left out. */
export const freshchat = messageReader({
  id: 'freshchat',
  lists: ['messages'],
  isMessage: (record) => 'actor_type' in record && ('message_parts' in record || 'message_type' in record),
  conversation: ['conversation_id'],
  message: (record, { drop }) => {
    if (text(record, 'message_type') === 'private') {
      drop('internal note');
      return undefined;
    }
    const words = list(record, 'message_parts').flatMap((part) => text(part, 'text.content') ?? []);
    if (words.length === 0) {
      drop('attachment');
      return undefined;
    }
    const role = text(record, 'message_type') === 'system' ? 'system' : roles[text(record, 'actor_type') ?? ''];
    const id = text(record, 'actor_id');
    return {
      channel: 'chat',
      turn: {
        role,
        speaker: text(record, 'actor_name') ?? text(record, 'actor_type'),
        text: words.join('\n'),
        at: text(record, 'created_time'),
        agent: role === 'agent' ? { id, name: text(record, 'actor_name') } : undefined,
      },
    };
  },
});
