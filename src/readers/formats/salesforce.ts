// Salesforce conversation entries (Messaging, enhanced chat).
import type { Role } from '../../model/conversation.ts';
import { moment, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';

const roles: Readonly<Record<string, Role>> = {
  Agent: 'agent',
  Bot: 'bot',
  EndUser: 'client',
  Supervisor: 'system',
  System: 'system',
};

/** Entries that are no text (joins, transfers, typing) are left out. */
export const salesforce = messageReader({
  id: 'salesforce',
  lists: ['records', 'conversationEntries'],
  isMessage: (record) => 'ActorType' in record && ('EntryType' in record || 'Message' in record),
  conversation: ['ConversationId'],
  message: (record, { drop }) => {
    const words = text(record, 'Message');
    const type = text(record, 'EntryType') ?? 'Text';
    if (!/^(Text|Message)$/.test(type) || words === undefined) {
      drop('event');
      return undefined;
    }
    const role = roles[text(record, 'ActorType') ?? ''];
    const name = text(record, 'ActorName');
    return {
      channel: 'chat',
      clientName: role === 'client' ? name : undefined,
      turn: {
        role,
        speaker: name ?? text(record, 'ActorType'),
        text: words,
        at: moment(record, 'EntryTime'),
        agent: role === 'agent' ? { id: text(record, 'ActorId'), name } : undefined,
      },
    };
  },
});
