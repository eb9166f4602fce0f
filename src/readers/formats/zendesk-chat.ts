// Zendesk Chat: chats with their history, and messages left while nobody was there.
import { isObject, type JsonObject, list, moment, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';

/** Triggers speak in the agent's place: they are bots. */
export const zendeskChat = conversationReader({
  id: 'zendesk-chat',
  lists: ['chats'],
  isRecord: (record) =>
    isObject(record.visitor) && (Array.isArray(record.history) || text(record, 'type') === 'offline_msg'),
  draft,
});

function draft(record: JsonObject, context: Context): Draft {
  const visitor = text(record, 'visitor.name');
  const history = list(record, 'history');
  const offline: readonly DraftTurn[] =
    history.length > 0
      ? []
      : [{ role: 'client', speaker: visitor, text: text(record, 'message') ?? '', at: moment(record, 'timestamp') }];
  return {
    id: text(record, 'id'),
    channel: 'chat',
    startedAt: moment(record, 'timestamp'),
    agent: { id: firstText(record, 'agent_ids'), name: firstText(record, 'agent_names') },
    client: clientOf(text(record, 'visitor.id'), visitor),
    turns: [...offline, ...history.flatMap((event) => turnOf(event, context))],
    from: context.from,
  };
}

function turnOf(event: unknown, { drop }: Context): DraftTurn[] {
  const words = text(event, 'msg');
  if (text(event, 'type') !== 'chat.msg' || words === undefined) {
    drop(text(event, 'type') === 'chat.file' ? 'attachment' : 'event');
    return [];
  }
  const nick = text(event, 'nick') ?? '';
  const sender = (text(event, 'sender_type') ?? nick.split(':')[0] ?? '').toLowerCase();
  const isTrigger = sender === 'trigger' || nick === 'agent:trigger';
  const role = isTrigger ? 'bot' : sender === 'visitor' ? 'client' : sender === 'agent' ? 'agent' : undefined;
  const name = text(event, 'name');
  const id = /^agent:(.+)$/.exec(nick)?.[1];
  return [
    {
      role,
      speaker: name ?? nick,
      text: words,
      at: moment(event, 'timestamp'),
      agent: role === 'agent' ? { id, name } : undefined,
    },
  ];
}

function firstText(record: JsonObject, key: string): string | undefined {
  const [first] = list(record, key);
  return text({ first }, 'first');
}
