// Intercom: the first message lies in `source`, the others in the parts of the conversation.
import type { Role } from '../../model/conversation.ts';
import { at, isObject, type JsonObject, list, moment, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';
import { htmlText } from '../text/html-text.ts';

const roles: Readonly<Record<string, Role>> = {
  user: 'client',
  lead: 'client',
  contact: 'client',
  admin: 'agent',
  bot: 'bot',
  team: 'system',
};
/** Parts whose body the client has seen. */
const shown: readonly string[] = ['comment', 'open', 'close', 'quick_reply'];

/** Bodies are HTML; bots often write under an admin's name. */
export const intercom = conversationReader({
  id: 'intercom',
  lists: ['conversations', 'data'],
  isRecord: (record) => isObject(record.conversation_parts) && (isObject(record.source) || 'created_at' in record),
  draft,
});

function draft(record: JsonObject, context: Context): Draft {
  const isCampaign = text(record, 'source.delivered_as') === 'automated';
  const first = partTurn(record.source, moment(record, 'created_at'), context, isCampaign);
  const parts = list(record, 'conversation_parts.conversation_parts').flatMap((part): DraftTurn[] => {
    const type = text(part, 'part_type') ?? '';
    if (shown.includes(type)) return partTurn(part, moment(part, 'created_at'), context, false);
    context.drop(type.startsWith('note') ? 'internal note' : 'event');
    return [];
  });
  const isContact = (value: unknown): boolean => roles[text(value, 'author.type') ?? ''] === 'client';
  const client = isContact(record.source) ? text(record, 'source.author.name') : undefined;
  return {
    id: text(record, 'id'),
    channel: text(record, 'source.type') === 'phone_call' ? 'call' : 'chat',
    startedAt: moment(record, 'created_at'),
    client: clientOf(isContact(record.source) ? text(record, 'source.author.id') : undefined, client),
    turns: [...first, ...parts],
    from: context.from,
  };
}

function partTurn(part: unknown, sent: string | undefined, { drop }: Context, isCampaign: boolean): DraftTurn[] {
  const body = text(part, 'body');
  const words = body === undefined ? '' : htmlText(body);
  if (words === '') {
    if (isObject(part)) drop(at(part, 'redacted') === true ? 'redacted message' : 'event');
    return [];
  }
  const told = roles[text(part, 'author.type') ?? ''];
  const isMachine = isCampaign || at(part, 'author.from_ai_agent') === true || at(part, 'author.is_ai_answer') === true;
  const role = told === 'agent' && isMachine ? 'bot' : told;
  const name = text(part, 'author.name');
  return [
    {
      role,
      speaker: name ?? text(part, 'author.type'),
      text: words,
      at: sent,
      agent: role === 'agent' ? { id: text(part, 'author.id'), name } : undefined,
    },
  ];
}
