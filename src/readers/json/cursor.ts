// A place in a JSON text that arrives in pieces: finds where values end, without parsing them and without holding more than one.
import { stringEnd } from './prefix.ts';

/** Text that is there, and the place reached in it. */
export interface Cursor {
  buffer: string;
  at: number;
  /** Waits for more text; false at the end. */
  readonly more: () => Promise<boolean>;
}

/** A cursor at the beginning of a text. */
export function cursorOf(source: AsyncIterable<string>): Cursor {
  const iterator = source[Symbol.asyncIterator]();
  const cursor: Cursor = {
    buffer: '',
    at: 0,
    more: async () => {
      // A long value takes in a growing share at a time, so that looking through it again stays linear in the end.
      const wanted = cursor.buffer.length >> 2;
      let added = 0;
      do {
        const { done, value } = await iterator.next();
        if (done === true) return added > 0;
        cursor.buffer += value;
        added += value.length;
      } while (added < wanted);
      return true;
    },
  };
  return cursor;
}

const spaces = /[\s\ufeff]*/y;
const spacesAndCommas = /[\s\ufeff,]*/y;

/** Goes to the next character that is no space (and no comma between entries), and forgets what lies before; '' at the end. */
export async function nextCharacter(cursor: Cursor, between: 'values' | 'entries' = 'values'): Promise<string> {
  const skipped = between === 'values' ? spaces : spacesAndCommas;
  do {
    skipped.lastIndex = cursor.at;
    skipped.exec(cursor.buffer);
    cursor.at = skipped.lastIndex;
    if (cursor.at > 0) forget(cursor);
    if (cursor.buffer !== '') return cursor.buffer[0]!;
  } while (await cursor.more());
  return '';
}

function forget(cursor: Cursor): void {
  cursor.buffer = cursor.buffer.slice(cursor.at);
  cursor.at = 0;
}

/** How the search for the end of a value may be given up. */
export interface Patience {
  /** Asked when more text has been waited for: whether the value has grown suspicious. */
  readonly isLost: (buffer: string) => boolean;
}

const marks = /["{}[\]]/g;
const scalarEnd = /[\s,\]}]/g;

/** Where the value at the cursor ends; undefined where the text ends first, or patience does. */
export async function valueEnd(cursor: Cursor, patience?: Patience): Promise<number | undefined> {
  const first = cursor.buffer[cursor.at]!;
  if (!'"{['.includes(first)) return scalarEndOf(cursor);
  let depth = 0;
  let from = cursor.at;
  for (;;) {
    const step = depthEnd(cursor.buffer, from, depth);
    if (step.end !== undefined) return step.end;
    ({ from, depth } = step);
    if (patience?.isLost(cursor.buffer) || !(await cursor.more())) return undefined;
  }
}

interface Step {
  readonly end?: number;
  /** Where to go on when there is more text. */
  readonly from: number;
  readonly depth: number;
}

function depthEnd(buffer: string, start: number, startDepth: number): Step {
  let depth = startDepth;
  marks.lastIndex = start;
  for (let mark = marks.exec(buffer); mark !== null; mark = marks.exec(buffer)) {
    const character = mark[0];
    if (character === '"') {
      const end = stringEnd(buffer, mark.index);
      if (end < 0) return { from: mark.index, depth };
      marks.lastIndex = end + 1;
    } else depth += character === '{' || character === '[' ? 1 : -1;
    if (depth <= 0) return { end: marks.lastIndex, from: 0, depth };
  }
  return { from: buffer.length, depth };
}

async function scalarEndOf(cursor: Cursor): Promise<number> {
  for (;;) {
    scalarEnd.lastIndex = cursor.at + 1;
    const end = scalarEnd.exec(cursor.buffer);
    if (end !== null) return end.index;
    if (cursor.buffer.length - cursor.at > 10_000 || !(await cursor.more())) return cursor.buffer.length;
  }
}

/** Goes behind the value at the cursor without holding it. False where the text ends first. */
export async function skipValue(cursor: Cursor): Promise<boolean> {
  const first = cursor.buffer[cursor.at]!;
  if (!'"{['.includes(first)) {
    cursor.at = await scalarEndOf(cursor);
    return true;
  }
  let depth = 0;
  for (;;) {
    const step = depthEnd(cursor.buffer, cursor.at, depth);
    if (step.end !== undefined) {
      cursor.at = step.end;
      return true;
    }
    // A string that is not closed yet begins anew with what comes: its beginning is kept, as a quote, not its length.
    const isOpenString = step.from < cursor.buffer.length;
    cursor.buffer = isOpenString ? `"${tailOf(cursor.buffer)}` : '';
    cursor.at = 0;
    depth = step.depth;
    if (!(await cursor.more())) return false;
  }
}

/** Backslashes at the end decide about the next quote. */
function tailOf(buffer: string): string {
  return /\\*$/.exec(buffer.slice(-1000))![0];
}
