// AssemblyAI: utterances of speakers A, B…, in milliseconds.
import { list, number, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';

/** Speakers are letters, or numbers of channels. */
export const assemblyai = conversationReader({
  id: 'assemblyai',
  isRecord: (record) =>
    some(
      record,
      'utterances',
      (one) =>
        text(one, 'speaker') !== undefined && text(one, 'text') !== undefined && number(one, 'start') !== undefined,
    ),
  draft: (record, { from }) => ({
    id: text(record, 'id'),
    channel: 'call',
    isTranscribed: true,
    from,
    turns: list(record, 'utterances').map(
      (one): DraftTurn => ({
        role: undefined,
        speaker: text(one, 'speaker'),
        text: text(one, 'text') ?? '',
        startMs: number(one, 'start'),
        endMs: number(one, 'end'),
      }),
    ),
  }),
});
