// Twilio Conversations: messages whose author is an identity, or the client's telephone number.
import type { Role } from '../../model/conversation.ts';
import { at, number, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';

/** Somebody who writes from a number is the client; the other one is the agent, as nobody says so: guessed. */
export const twilioConversations = messageReader({
  id: 'twilio-conversations',
  lists: ['messages'],
  isMessage: (record) =>
    'author' in record && 'body' in record && ('conversation_sid' in record || 'participant_sid' in record),
  conversation: ['conversation_sid'],
  message: (record, { drop, input }) => {
    const words = text(record, 'body');
    if (words === undefined) {
      drop(at(record, 'media') == null ? 'message without words' : 'attachment');
      return undefined;
    }
    const author = text(record, 'author');
    const role: Role | undefined = isNumber(author)
      ? 'client'
      : author === undefined
        ? undefined
        : roleOfLabel(author, input.head.speakers);
    return {
      channel: 'chat',
      order: number(record, 'index'),
      turn: { role, speaker: author, text: words, at: text(record, 'date_created') },
    };
  },
});

function isNumber(author: string | undefined): boolean {
  return author !== undefined && /^(?:[a-z]+:)?\+\d{6,15}$/.test(author);
}
