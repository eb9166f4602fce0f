// Twilio Conversational Intelligence: sentences of a transcript, told apart by their channel only.
import { list, number, seconds, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';

/** Which channel is the agent's is decided by what is said, or by `--agent "channel 2"`. */
export const twilioIntelligence = conversationReader({
  id: 'twilio-intelligence',
  isRecord: (record) =>
    some(
      record,
      'sentences',
      (sentence) => text(sentence, 'transcript') !== undefined && number(sentence, 'media_channel') !== undefined,
    ),
  draft: (record, { from }) => ({
    id: text(record, 'transcript_sid', 'sid') ?? text(list(record, 'sentences')[0], 'transcript_sid'),
    channel: 'call',
    isTranscribed: true,
    from,
    turns: list(record, 'sentences').map(
      (sentence): DraftTurn => ({
        role: undefined,
        speaker: `channel ${text(sentence, 'media_channel') ?? '?'}`,
        text: text(sentence, 'transcript') ?? '',
        startMs: seconds(sentence, 'start_time'),
        endMs: seconds(sentence, 'end_time'),
      }),
    ),
  }),
});
