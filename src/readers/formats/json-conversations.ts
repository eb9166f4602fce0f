// JSON of conversations, in the project's own shape or with keys that name what they hold; a list, a document, or lines.
import { isObject, type JsonObject, list, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import { hasTurnList, looseDraft, turnKeyOf } from '../json/loose-record.ts';

/** Each conversation lists its turns. */
export const jsonConversations = conversationReader({
  id: 'json-conversations',
  lists: ['conversations', 'data', 'results', 'items', 'records', 'transcripts', 'calls', 'chats'],
  isRecord: (record) => turnKeyOf(record) !== undefined || hasTurnList(record),
  draft: (record, { from, input }) => {
    const draft = looseDraft(record, turnKeyOf(record) ?? 'turns', from, input.head.speakers);
    return isOwn(record) ? { ...draft, variety: text(record, 'variety') } : draft;
  },
});

function isOwn(record: JsonObject): boolean {
  return list(record, 'turns').some((turn) => isObject(turn) && 'speaker' in turn);
}
