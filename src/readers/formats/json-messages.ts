// JSON of messages with keys that name what they hold: a list, or a message a line, in any order.
import { number, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';
import { fieldsOf, isLooseMessage, looseTurn } from '../json/loose-record.ts';
import { channelOf } from '../settle/draft.ts';

const conversationKeys = [
  'conversation_id',
  'conversationId',
  'id_conversation',
  'conversation',
  'call_id',
  'callId',
  'chat_id',
  'chatId',
  'session_id',
  'sessionId',
  'ticket_id',
  'ticketId',
  'ticket',
  'thread_id',
  'threadId',
  'contact_id',
  'interaction_id',
  'id_appel',
  'num_appel',
];

/** Messages name their conversation. */
export const jsonMessages = messageReader({
  id: 'json-messages',
  lists: [],
  isMessage: (record) => isLooseMessage(record) && text(record, ...conversationKeys) !== undefined,
  conversation: conversationKeys,
  message: (record, { input }) => {
    const field = fieldsOf(record);
    return {
      turn: looseTurn(record, input.head.speakers),
      order: number({ order: field('order') }, 'order'),
      channel: channelOf(field('channel')),
      agentId: field('agentId'),
      agentName: field('agentName'),
      clientId: field('clientId'),
      clientName: field('clientName'),
    };
  },
});
