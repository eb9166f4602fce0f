// Amazon Connect Contact Lens: the analysis file of a call or a chat.
import { isObject, type JsonObject, list, number, some, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { channelOf, type Draft, type DraftTurn } from '../settle/draft.ts';
import { connectRole } from './connect-role.ts';

/** Roles come from `Participants`; a participant's id may also be the bare role. */
export const contactLens = conversationReader({
  id: 'contact-lens',
  isRecord: (record) =>
    some(record, 'Transcript', (entry) => text(entry, 'ParticipantId') !== undefined) &&
    ('Participants' in record || 'CustomerMetadata' in record || 'ConversationCharacteristics' in record),
  draft,
});

function draft(record: JsonObject, { from, drop }: Context): Draft {
  const participants = new Map<string, string>();
  for (const participant of list(record, 'Participants')) {
    const id = text(participant, 'ParticipantId');
    if (id !== undefined) participants.set(id, text(participant, 'ParticipantRole') ?? '');
  }
  const roleOf = (id: string) => connectRole(participants.get(id)) ?? connectRole(id);
  const agents = [...participants.keys()].filter((id) => roleOf(id) === 'agent');
  const turns = list(record, 'Transcript').flatMap((entry): DraftTurn[] => {
    const content = text(entry, 'Content');
    const type = text(entry, 'ContentType') ?? 'text/plain';
    if (!isObject(entry) || content === undefined || !type.startsWith('text/')) {
      drop(type.startsWith('text/') ? 'entry without words' : 'event');
      return [];
    }
    const id = text(entry, 'ParticipantId') ?? '';
    const name = text(entry, 'DisplayName');
    const role = roleOf(id) ?? connectRole(text(entry, 'ParticipantRole'));
    return [
      {
        role,
        speaker: name ?? id,
        text: content,
        startMs: number(entry, 'BeginOffsetMillis'),
        endMs: number(entry, 'EndOffsetMillis'),
        at: text(entry, 'AbsoluteTime'),
        // A participant's id is new in every contact: it only serves to tell two agents apart.
        agent: role !== 'agent' ? undefined : agents.length > 1 ? { id, name } : { name },
      },
    ];
  });
  const channel = channelOf(text(record, 'Channel'));
  return {
    id: text(record, 'CustomerMetadata.ContactId', 'ContactId'),
    channel,
    isTranscribed: channel !== 'chat',
    turns,
    from,
  };
}
