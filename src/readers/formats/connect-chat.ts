// Amazon Connect: the raw transcript of a chat, a message an entry.
import { at, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';
import { connectRole } from './connect-role.ts';

/** Events, joins and attachments are left out. */
export const connectChat = messageReader({
  id: 'connect-chat',
  lists: ['Transcript', 'messages'],
  isMessage: (record) => 'AbsoluteTime' in record && ('ParticipantRole' in record || 'Type' in record),
  conversation: ['InitialContactId', 'ContactId'],
  message: (record, { drop }) => {
    const content = text(record, 'Content');
    const type = text(record, 'ContentType') ?? 'text/plain';
    if ((text(record, 'Type') ?? 'MESSAGE') !== 'MESSAGE' || !type.startsWith('text/') || content === undefined) {
      drop(at(record, 'Type') === 'ATTACHMENT' ? 'attachment' : 'event');
      return undefined;
    }
    const role = connectRole(text(record, 'ParticipantRole'));
    const name = text(record, 'DisplayName');
    return {
      channel: 'chat',
      turn: {
        role,
        speaker: name ?? text(record, 'ParticipantId'),
        text: content,
        at: text(record, 'AbsoluteTime'),
        agent: role === 'agent' ? { name } : undefined,
      },
    };
  },
});
