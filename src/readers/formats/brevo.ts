// Brevo Conversations (the former Sendinblue).
import type { Role } from '../../model/conversation.ts';
import { text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';
import { htmlText } from '../text/html-text.ts';

const roles: Readonly<Record<string, Role>> = { agent: 'agent', visitor: 'client', bot: 'bot' };

/** Messages bear no conversation, only the visitor. */
export const brevo = messageReader({
  id: 'brevo',
  lists: ['messages'],
  isMessage: (record) =>
    /^(agent|visitor|bot)$/.test(text(record, 'type') ?? '') &&
    'text' in record &&
    ('visitorId' in record || 'agentId' in record),
  conversation: ['conversationId', 'visitorId'],
  message: (record, { drop }) => {
    const words = text(record, 'text');
    if (words === undefined) {
      drop('attachment');
      return undefined;
    }
    const role = roles[text(record, 'type') ?? ''];
    const name = text(record, 'agentName');
    return {
      channel: 'chat',
      clientId: text(record, 'visitorId'),
      turn: {
        role,
        speaker: role === 'agent' ? name : text(record, 'type'),
        text: htmlText(words),
        at: text(record, 'createdAt'),
        agent: role === 'agent' ? { id: text(record, 'agentId'), name } : undefined,
      },
    };
  },
});
