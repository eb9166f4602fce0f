// Crisp: the messages of a session.
import { at, text } from '../json/fields.ts';
import { messageReader } from '../json/json-reader.ts';

/** Notes and events are left out; what Crisp sends by itself is the bot's. */
export const crisp = messageReader({
  id: 'crisp',
  lists: ['messages', 'data'],
  isMessage: (record) =>
    /^(user|operator)$/.test(text(record, 'from') ?? '') && 'type' in record && 'content' in record,
  conversation: ['session_id'],
  message: (record, { drop }) => {
    const type = text(record, 'type');
    const words = text(record, 'content', 'content.text');
    if (type === 'note' || at(record, 'stealth') === true) drop('internal note');
    else if (type === 'event') drop('event');
    else if (words === undefined || !/^(text|picker|field|carousel)$/.test(type ?? '')) drop('attachment');
    else {
      const isAutomatic = at(record, 'automated') === true;
      const role = text(record, 'from') === 'user' ? 'client' : isAutomatic ? 'bot' : 'agent';
      const name = text(record, 'user.nickname');
      return {
        channel: 'chat',
        clientName: role === 'client' ? name : undefined,
        turn: {
          role,
          speaker: name ?? text(record, 'from'),
          text: words,
          at: epoch(record.timestamp),
          agent: role === 'agent' ? { id: text(record, 'user.user_id'), name } : undefined,
        },
      };
    }
    return undefined;
  },
});

function epoch(timestamp: unknown): string | undefined {
  return typeof timestamp === 'number' && timestamp > 0 && timestamp < 1e14
    ? new Date(timestamp).toISOString()
    : undefined;
}
