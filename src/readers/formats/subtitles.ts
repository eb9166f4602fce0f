// WebVTT (Teams, Zoom, WhisperX…) and SRT: the speaker stands in a voice tag or before the words.

import { type Input, type Item, problem, type Reader } from '../reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { settle } from '../settle/settle.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';
import { type Cue, cuesOf, isTiming } from '../text/cues.ts';
import { htmlText } from '../text/html-text.ts';
import { toldLines } from '../text/told-lines.ts';

/** WebVTT. */
export const vtt = {
  id: 'vtt',
  detects: ({ text }) => /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text),
  read,
} as const satisfies Reader;

/** SubRip. */
export const srt = {
  id: 'srt',
  detects: ({ text }) => {
    const lines = text
      .slice(0, 2000)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return /^\ufeff?\d+\s*$/.test(lines[0] ?? '') && isTiming(lines[1] ?? '');
  },
  read,
} as const satisfies Reader;

/** `<v Marie Roy>`, `<v.loud Marie Roy>`; another one may follow in the same cue. */
const voice = /<v(?:\.[^\s<>]{0,60})?\s{1,20}([^<>]{1,200})>/g;
/** `[SPEAKER_00]: `, `Marie Roy: `, `(Agent) `: a few words at most. */
const prefix = /^\s*(?:\[([^\]]{1,60})\]\s*:?|([\p{L}][\p{L}\p{N}_ .'’-]{0,40}?)\s*:)\s+(?=\S)/u;

/** Beyond, a file is no transcript of one conversation. */
const mostTurns = 200_000;

async function* read(input: Input): AsyncGenerator<Item> {
  const { file } = input;
  const turns: DraftTurn[] = [];
  let last: string | undefined;
  for await (const cue of cuesOf(toldLines(input))) {
    for (const piece of pieces(cue)) {
      // A cue without a speaker goes on with the one before, where speakers are named at all.
      const speaker = piece.speaker ?? last;
      last = speaker;
      const role = speaker === undefined ? undefined : roleOfLabel(speaker, input.head.speakers);
      turns.push({ role, speaker, text: piece.text, startMs: cue.startMs, endMs: cue.endMs });
    }
    if (turns.length > mostTurns) {
      yield problem({ file }, `more than ${mostTurns} cues: no single conversation`);
      return;
    }
  }
  if (turns.length === 0) yield problem({ file }, 'no cues: nobody says anything');
  else yield* settle({ id: idFromPlace({ file }), channel: 'call', isTranscribed: true, turns, from: { file } }, input);
}

interface Piece {
  readonly speaker?: string;
  readonly text: string;
}

function pieces({ lines }: Cue): Piece[] {
  const whole = lines.join(' ');
  const voices = [...whole.matchAll(voice)];
  if (voices.length > 0)
    return voices.map((found, i) => ({
      speaker: htmlText(found[1]!).trim(),
      text: words(whole.slice(found.index + found[0].length, voices[i + 1]?.index)),
    }));
  const parted: { speaker?: string; text: string }[] = [];
  for (const line of lines) {
    const found = prefix.exec(line);
    const speaker = found?.[1] ?? found?.[2];
    const text = words(found === null ? line : line.slice(found[0].length));
    if (speaker !== undefined) parted.push({ speaker: speaker.trim(), text });
    else if (parted.length === 0) parted.push({ text });
    else parted.at(-1)!.text += ` ${text}`;
  }
  return parted;
}

function words(marked: string): string {
  return htmlText(marked)
    .replace(/\{\\[^{}]{0,100}\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
