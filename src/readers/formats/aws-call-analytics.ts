// AWS Transcribe Call Analytics: who speaks is given with every piece.
import { list, number, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { connectRole } from './connect-role.ts';

/** `Transcript[]` whose entries bear the role itself. */
export const awsCallAnalytics = conversationReader({
  id: 'aws-call-analytics',
  isRecord: (record) =>
    some(
      record,
      'Transcript',
      (entry) => text(entry, 'ParticipantRole') !== undefined && number(entry, 'BeginOffsetMillis') !== undefined,
    ),
  draft: (record, { from }) => ({
    id: text(record, 'JobName', 'CallId', 'ContactId'),
    channel: 'call',
    isTranscribed: true,
    from,
    turns: list(record, 'Transcript').map((entry): DraftTurn => {
      const word = text(entry, 'ParticipantRole');
      return {
        role: connectRole(word),
        speaker: word,
        text: text(entry, 'Content') ?? '',
        startMs: number(entry, 'BeginOffsetMillis'),
        endMs: number(entry, 'EndOffsetMillis'),
      };
    }),
  }),
});
