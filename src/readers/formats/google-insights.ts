// Google CX Insights, the file that is uploaded to it: a list of entries with roles.
import type { Role } from '../../model/conversation.ts';
import { list, moment, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';

const roles: Readonly<Record<string, Role>> = {
  AGENT: 'agent',
  HUMAN_AGENT: 'agent',
  AUTOMATED_AGENT: 'bot',
  CUSTOMER: 'client',
  END_USER: 'client',
};

/** The role that Google's word names. */
export function googleRole(word: string | undefined): Role | undefined {
  return word !== undefined && Object.hasOwn(roles, word) ? roles[word] : undefined;
}

/** The file itself has no id: its name is the conversation's. */
export const googleInsights = conversationReader({
  id: 'google-insights',
  isRecord: (record) =>
    some(record, 'entries', (entry) => text(entry, 'text') !== undefined && text(entry, 'role') !== undefined),
  draft: (record, { from }) => ({
    id: text(record, 'conversation_info.conversation_id', 'conversation_id', 'name'),
    from,
    turns: list(record, 'entries').map((entry): DraftTurn => {
      const role = googleRole(text(entry, 'role'));
      const user = text(entry, 'user_id');
      return {
        role,
        speaker: text(entry, 'role'),
        text: text(entry, 'text') ?? '',
        at: moment(entry, 'start_timestamp_usec'),
        agent: role === 'agent' && user !== undefined ? { id: user } : undefined,
      };
    }),
  }),
});
