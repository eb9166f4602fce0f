// Gladia: the result of a recording, or the messages of a live session.
import { at, isObject, list, seconds, some, text } from '../json/fields.ts';
import { conversationReader, messageReader } from '../json/json-reader.ts';
import type { DraftTurn } from '../settle/draft.ts';

const places = ['result.transcription.utterances', 'transcription.utterances', 'prediction'] as const;

/** The result of a recording: utterances with speaker numbers. */
export const gladia = conversationReader({
  id: 'gladia',
  isRecord: (record) =>
    places.some((place) => some(record, place, (one) => text(one, 'text', 'transcription') !== undefined)),
  draft: (record, { from }) => {
    const utterances = places.map((place) => list(record, place)).find((found) => found.length > 0) ?? [];
    const isByChannel = new Set(utterances.map((one) => text(one, 'channel'))).size > 1;
    return {
      id: text(record, 'id', 'request_id'),
      channel: 'call',
      startedAt: text(record, 'created_at'),
      isTranscribed: true,
      from,
      turns: utterances.map((one) => spoken(one, isByChannel)),
    };
  },
});

/** What a live session sends: only final utterances count. */
export const gladiaLive = messageReader({
  id: 'gladia-live',
  lists: ['messages', 'post_transcript'],
  isMessage: (record) =>
    'type' in record && isObject(record.data) && ('session_id' in record || isObject(at(record, 'data.utterance'))),
  conversation: ['session_id'],
  message: (record, { drop }) => {
    if (text(record, 'data.utterance.text') === undefined) {
      drop('event');
      return undefined;
    }
    if (at(record, 'data.is_final') === false) {
      drop('utterance that was not final');
      return undefined;
    }
    return {
      channel: 'call',
      isTranscribed: true,
      turn: spoken(at(record, 'data.utterance'), text(record, 'data.utterance.speaker') === undefined),
    };
  },
});

function spoken(utterance: unknown, isByChannel: boolean): DraftTurn {
  const number = text(utterance, isByChannel ? 'channel' : 'speaker');
  return {
    role: undefined,
    speaker: number === undefined ? undefined : `${isByChannel ? 'channel' : 'speaker'} ${number}`,
    text: text(utterance, 'text', 'transcription') ?? '',
    startMs: seconds(utterance, 'start') ?? seconds(utterance, 'time_begin'),
    endMs: seconds(utterance, 'end') ?? seconds(utterance, 'time_end'),
  };
}
