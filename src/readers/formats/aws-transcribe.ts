// AWS Transcribe, the standard output with speaker or channel labels: who is the agent is not said.
import { type JsonObject, list, seconds, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { type SpokenWord, turnsOfWords } from '../settle/spoken-words.ts';

/** Audio segments where the output has them; words put together otherwise. */
export const awsTranscribe = conversationReader({
  id: 'aws-transcribe',
  isRecord: (record) =>
    (list(record, 'results.transcripts').length > 0 || list(record, 'results.audio_segments').length > 0) &&
    ('jobName' in record || 'accountId' in record || 'status' in record || list(record, 'results.items').length > 0),
  draft: (record, { from }) => ({
    id: text(record, 'jobName'),
    channel: 'call',
    isTranscribed: true,
    from,
    turns: turnsOf(record),
  }),
});

function turnsOf(record: JsonObject): readonly DraftTurn[] {
  const segments = list(record, 'results.audio_segments');
  if (segments.length > 0)
    return segments.map((segment) => ({
      role: undefined,
      speaker: text(segment, 'speaker_label', 'channel_label'),
      text: text(segment, 'transcript') ?? '',
      startMs: seconds(segment, 'start_time'),
      endMs: seconds(segment, 'end_time'),
    }));
  const channels = list(record, 'results.channel_labels.channels');
  if (channels.length > 0)
    return channels.flatMap((channel) =>
      turnsOfWords(wordsOf(list(channel, 'items'), () => text(channel, 'channel_label'))),
    );
  const labels = speakersByStart(record);
  const speakerOf = (item: unknown) => text(item, 'speaker_label') ?? labels.get(text(item, 'start_time') ?? '');
  return turnsOfWords(wordsOf(list(record, 'results.items'), speakerOf));
}

/** Older outputs tell the speaker of a word apart from the word. */
function speakersByStart(record: JsonObject): ReadonlyMap<string, string | undefined> {
  const labels = new Map<string, string | undefined>();
  for (const segment of list(record, 'results.speaker_labels.segments'))
    for (const item of list(segment, 'items'))
      labels.set(text(item, 'start_time') ?? '', text(item, 'speaker_label') ?? text(segment, 'speaker_label'));
  return labels;
}

function wordsOf(items: readonly unknown[], speakerOf: (item: unknown) => string | undefined): SpokenWord[] {
  return items.flatMap((item): SpokenWord[] => {
    const word = text(list(item, 'alternatives')[0], 'content');
    if (word === undefined) return [];
    const isPunctuation = text(item, 'type') === 'punctuation';
    return [
      {
        speaker: speakerOf(item),
        text: word,
        startMs: seconds(item, 'start_time'),
        endMs: seconds(item, 'end_time'),
        isPunctuation,
      },
    ];
  });
}
