// Google CX Insights, the Conversation resource as the API and its exports give it.
import { list, moment, number, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import { channelOf, type DraftTurn } from '../settle/draft.ts';
import { googleRole } from './google-insights.ts';

/** Where no participant is told, only the channel number is: roles are then decided by what is said. */
export const googleConversation = conversationReader({
  id: 'google-conversation',
  lists: ['conversations'],
  isRecord: (record) => some(record, 'transcript.transcriptSegments', (segment) => text(segment, 'text') !== undefined),
  draft: (record, { from }) => {
    const name = text(record, 'name');
    const agentId = text(record, 'agentId', 'qualityMetadata.agentInfo.agentId');
    const channel = channelOf(text(record, 'medium'));
    return {
      id: name?.split('/').at(-1),
      channel,
      startedAt: text(record, 'startTime'),
      agent: agentId === undefined ? undefined : { id: agentId },
      isTranscribed: channel === 'call',
      from,
      turns: list(record, 'transcript.transcriptSegments').map((segment): DraftTurn => {
        const words = list(segment, 'words');
        const tag = number(segment, 'channelTag');
        return {
          role: googleRole(text(segment, 'segmentParticipant.role')),
          speaker: text(segment, 'segmentParticipant.userId') ?? (tag === undefined ? undefined : `channel ${tag}`),
          text: text(segment, 'text') ?? '',
          at: moment(segment, 'messageTime'),
          durationMs: span(words),
        };
      }),
    };
  },
});

/** Milliseconds from the first word to the last; offsets are written "3.5s". */
function span(words: readonly unknown[]): number | undefined {
  const offset = (word: unknown, key: string): number => Number.parseFloat(text(word, key) ?? '');
  const ms = Math.round((offset(words.at(-1), 'endOffset') - offset(words[0], 'startOffset')) * 1000);
  return ms > 0 ? ms : undefined;
}
