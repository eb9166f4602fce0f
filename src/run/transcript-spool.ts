// Transcripts that pages need, kept in a temporary file between the reading of the inputs and the making of the pages.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Turn } from '../model/conversation.ts';

/** What is kept of a transcript: the name of its conversation, and its turns. */
export interface Spooled {
  readonly id: string;
  readonly turns: readonly Turn[];
}

/** Turns by the number of their conversation. */
export interface TranscriptSpool {
  readonly add: (number: number, transcript: Spooled) => void;
  readonly has: (number: number) => boolean;
  readonly numbers: () => Iterable<number>;
  readonly read: (number: number) => Spooled | null;
  readonly close: () => void;
}

/** An empty spool. */
export async function transcriptSpool(): Promise<TranscriptSpool> {
  const folder = await mkdtemp(join(tmpdir(), 'ecoute-'));
  const handle = openSync(join(folder, 'turns.ndjson'), 'w+');
  const places = new Map<number, { readonly offset: number; readonly length: number }>();
  let end = 0;
  return {
    add: (number, transcript) => {
      const bytes = Buffer.from(JSON.stringify(transcript));
      writeSync(handle, bytes, 0, bytes.length, end);
      places.set(number, { offset: end, length: bytes.length });
      end += bytes.length;
    },
    has: (number) => places.has(number),
    numbers: () => places.keys(),
    read: (number) => {
      const place = places.get(number);
      if (place === undefined) return null;
      const bytes = Buffer.allocUnsafe(place.length);
      readSync(handle, bytes, 0, place.length, place.offset);
      return JSON.parse(bytes.toString('utf8')) as Spooled;
    },
    close: () => {
      closeSync(handle);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
