// Deepgram: utterances, paragraphs or words, told apart by speaker number or by channel.
import { type JsonObject, list, seconds, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { turnsOfWords } from '../settle/spoken-words.ts';

/** With several channels, the channel is the speaker: diarisation within one is noise. */
export const deepgram = conversationReader({
  id: 'deepgram',
  isRecord: (record) =>
    some(record, 'results.channels', (channel) => list(channel, 'alternatives').length > 0) ||
    some(record, 'results.utterances', (utterance) => text(utterance, 'transcript') !== undefined),
  draft: (record, { from }) => ({
    id: text(record, 'metadata.extra.id', 'metadata.request_id'),
    channel: 'call',
    startedAt: text(record, 'metadata.created'),
    isTranscribed: true,
    from,
    turns: turnsOf(record),
  }),
});

function turnsOf(record: JsonObject): DraftTurn[] {
  const channels = list(record, 'results.channels');
  const utterances = list(record, 'results.utterances');
  const isByChannel = channels.length > 1 || new Set(utterances.map((one) => text(one, 'channel'))).size > 1;
  const speakerOf = (value: unknown, channel: string | number | undefined): string | undefined => {
    if (isByChannel) return `channel ${channel ?? '?'}`;
    const speaker = text(value, 'speaker');
    return speaker === undefined ? undefined : `speaker ${speaker}`;
  };
  if (utterances.length > 0)
    return utterances.map((one) => spoken(one, text(one, 'transcript'), speakerOf(one, text(one, 'channel'))));
  return channels.flatMap((channel, number): DraftTurn[] => {
    const [best] = list(channel, 'alternatives');
    const paragraphs = list(best, 'paragraphs.paragraphs');
    if (paragraphs.length > 0)
      return paragraphs.map((one) => {
        const sentences = list(one, 'sentences').map((sentence) => text(sentence, 'text') ?? '');
        return spoken(one, sentences.join(' '), speakerOf(one, number));
      });
    const words = list(best, 'words').map((word) => ({
      speaker: speakerOf(word, number),
      text: text(word, 'punctuated_word', 'word') ?? '',
      startMs: seconds(word, 'start'),
      endMs: seconds(word, 'end'),
    }));
    return turnsOfWords(words);
  });
}

function spoken(value: unknown, words: string | undefined, speaker: string | undefined): DraftTurn {
  const [startMs, endMs] = [seconds(value, 'start'), seconds(value, 'end')];
  return { role: undefined, speaker, text: words ?? '', startMs, endMs };
}
