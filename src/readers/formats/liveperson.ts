// LivePerson Messaging Interactions: conversation history records.
import type { Role } from '../../model/conversation.ts';
import { isObject, type JsonObject, list, moment, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';

/** A bot is an agent whose user type says so. */
export const liveperson = conversationReader({
  id: 'liveperson',
  lists: ['conversationHistoryRecords'],
  isRecord: (record) => isObject(record.info) && Array.isArray(record.messageRecords),
  draft,
});

function draft(record: JsonObject, { from, drop }: Context): Draft {
  const agents = new Map(
    list(record, 'agentParticipants').map((agent) => [text(agent, 'agentId', 'participantId') ?? '', agent]),
  );
  const roleOf = (message: unknown, agent: unknown): Role | undefined => {
    const by = text(message, 'sentBy');
    if (by === 'Consumer') return 'client';
    if (by !== 'Agent') return undefined;
    const type = text(agent, 'userTypeName') ?? '';
    return /bot/i.test(type) ? 'bot' : /system/i.test(type) ? 'system' : 'agent';
  };
  const turns = list(record, 'messageRecords').flatMap((message): DraftTurn[] => {
    const words = text(message, 'messageData.msg.text', 'messageData.file.caption');
    if (text(message, 'audience') === 'AGENTS_AND_MANAGERS') {
      drop('internal note');
      return [];
    }
    if (words === undefined) {
      drop(text(message, 'type') === 'TEXT_PLAIN' ? 'message without words' : 'attachment');
      return [];
    }
    const id = text(message, 'participantId');
    const agent = agents.get(id ?? '');
    const role = roleOf(message, agent);
    const name = text(agent, 'agentFullName', 'agentNickname', 'agentLoginName');
    return [
      {
        role,
        speaker: name ?? text(message, 'sentBy'),
        text: words,
        at: moment(message, 'timeL') ?? isoTime(text(message, 'time')),
        agent: role === 'agent' ? { id, name } : undefined,
      },
    ];
  });
  const [consumer] = [...list(record, 'consumerParticipants'), ...list(record, 'consumerParticipant')];
  const full = [text(consumer, 'firstName'), text(consumer, 'lastName')].filter((part) => part !== undefined).join(' ');
  return {
    id: text(record, 'info.conversationId'),
    channel: 'chat',
    startedAt: moment(record, 'info.startTimeL') ?? isoTime(text(record, 'info.startTime')),
    client: clientOf(
      text(consumer, 'participantId'),
      text(consumer, 'consumerName') ?? (full === '' ? undefined : full),
    ),
    turns,
    from,
  };
}

/** `2016-08-29 15:14:19.564+0000` lacks its T. */
function isoTime(time: string | undefined): string | undefined {
  return time?.replace(' ', 'T');
}
