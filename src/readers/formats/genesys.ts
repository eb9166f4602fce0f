// Genesys Cloud: transcripts of the communications of a conversation.
import type { Role } from '../../model/conversation.ts';
import { type JsonObject, list, moment, number, some, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { type AgentRef, channelOf, type Draft, type DraftTurn } from '../settle/draft.ts';

const roles: Readonly<Record<string, Role>> = {
  internal: 'agent',
  agent: 'agent',
  user: 'agent',
  external: 'client',
  customer: 'client',
  acd: 'bot',
  ivr: 'bot',
  bot: 'bot',
  botflow: 'bot',
  voicemail: 'bot',
  workflow: 'system',
};

/** A conversation may lie in several communications: they become one, in the order of time. */
export const genesys = conversationReader({
  id: 'genesys',
  lists: ['conversations', 'entities', 'transcripts'],
  merges: true,
  isRecord: (record) => some(record, 'transcripts', (transcript) => list(transcript, 'phrases').length > 0),
  draft,
});

function draft(record: JsonObject, { from }: Context): Draft {
  const agents = list(record, 'participants').filter((one) => text(one, 'participantPurpose') === 'agent');
  const turns = list(record, 'transcripts').flatMap((transcript) => {
    const began = epoch(moment(transcript, 'startTime') ?? moment(record, 'startTime', 'conversationStartTime'));
    return list(transcript, 'phrases').map((phrase): DraftTurn => {
      const role = roles[text(phrase, 'participantPurpose')?.toLowerCase() ?? ''];
      const start = number(phrase, 'startTimeMs');
      // Either since 1970 or since the beginning, depending on the API's age.
      const ms =
        start === undefined ? undefined : start > 1e11 ? start : began === undefined ? undefined : began + start;
      return {
        role,
        speaker: text(phrase, 'participantPurpose'),
        text: text(phrase, 'decoratedText', 'text') ?? '',
        ...(ms === undefined ? { startMs: start } : { at: moment({ ms }, 'ms') }),
        durationMs: number(phrase, 'duration.milliseconds') ?? number(phrase, 'duration'),
        agent: role === 'agent' ? agentAt(agents, ms) : undefined,
      };
    });
  });
  return {
    id: text(record, 'conversationId'),
    channel: channelOf(text(record, 'mediaType')),
    startedAt: moment(record, 'conversationStartTime', 'startTime'),
    isTranscribed: channelOf(text(record, 'mediaType')) !== 'chat',
    turns,
    from,
  };
}

/** "internal" is any agent: after a transfer, the one who was there at that time. */
function agentAt(agents: readonly unknown[], ms: number | undefined): AgentRef | undefined {
  const there = agents.filter((agent) => {
    const from = epoch(moment(agent, 'startTimeMs', 'startTime')) ?? 0;
    const to = epoch(moment(agent, 'endTimeMs', 'endTime')) ?? Number.POSITIVE_INFINITY;
    return ms !== undefined && ms >= from && ms <= to;
  });
  const agent = there.at(-1) ?? (agents.length === 1 ? agents[0] : undefined);
  return agent === undefined ? undefined : { id: text(agent, 'userId'), name: text(agent, 'userName', 'name') };
}

function epoch(iso: string | undefined): number | undefined {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? undefined : ms;
}
