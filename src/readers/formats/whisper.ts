// Whisper and WhisperX: segments of speech, with speakers where they were told apart.
import { isObject, type JsonObject, list, number, seconds, some, text } from '../json/fields.ts';
import { conversationReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';

/** Without any speaker, nobody can be judged: told as a problem. */
export const whisper = conversationReader({
  id: 'whisper',
  isRecord: (record) =>
    some(
      record,
      'segments',
      (segment) => isObject(segment) && number(segment, 'start') !== undefined && 'text' in segment,
    ),
  draft: (record, { from }) => ({
    id: text(record, 'id', 'audio_id'),
    channel: 'call',
    isTranscribed: true,
    from,
    turns: turnsOf(record),
  }),
});

function turnsOf(record: JsonObject): DraftTurn[] {
  const turns = list(record, 'segments').map(
    (segment): DraftTurn => ({
      role: undefined,
      speaker: text(segment, 'speaker') ?? speakerOfWords(list(segment, 'words')),
      text: (text(segment, 'text') ?? '').trim(),
      startMs: seconds(segment, 'start'),
      endMs: seconds(segment, 'end'),
    }),
  );
  // A piece that was given to nobody, among others that were: it stays in view, and is nobody's that is judged.
  const isTold = turns.some(({ speaker }) => speaker !== undefined);
  return isTold ? turns.map((turn) => (turn.speaker === undefined ? { ...turn, role: 'system' } : turn)) : turns;
}

/** The speaker of most words. */
function speakerOfWords(words: readonly unknown[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) {
    const speaker = text(word, 'speaker');
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
