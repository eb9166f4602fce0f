// The tokens of a turn, and how one is added to them.
import { token } from './vocabulary.ts';

/** What the spelling of a token shows. */
export const mark = { capital: 1, allCapitals: 2, agentName: 4, clientName: 8, stretched: 16 } as const;

/** The tokens of one turn, as parallel arrays of which the first `count` entries hold. Reused. */
export interface Tokens {
  count: number;
  /** Word ids or `token.*`; after the last one stands a `token.break`. */
  id: Int32Array;
  /** Places in the text, UTF-16 units. */
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded word as written. */
  hash: Int32Array;
  /** `mark.*` bits. */
  marks: Uint8Array;
}

export function emptyTokens(capacity = 64): Tokens {
  return {
    count: 0,
    id: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    marks: new Uint8Array(capacity),
  };
}

/** Adds a token. */
export function push(tokens: Tokens, id: number, start: number, end: number, hash: number, marks: number): void {
  if (tokens.count + 1 >= tokens.id.length) enlarge(tokens);
  const at = tokens.count++;
  tokens.id[at] = id;
  tokens.start[at] = start;
  tokens.end[at] = end;
  tokens.hash[at] = hash;
  tokens.marks[at] = marks;
}

/** Adds a sentence mark, or makes the mark before it longer. */
export function stop(tokens: Tokens, id: number, from: number, end: number): void {
  const last = tokens.count - 1;
  const before = last >= 0 ? tokens.id[last]! : 0;
  if (before < token.break || before > token.exclamation) {
    push(tokens, id, from, end, 0, 0);
    return;
  }
  // « ?! » and « !? » ask; « !!! » is one mark.
  if (id === token.question || (id === token.exclamation && before === token.break)) tokens.id[last] = id;
  tokens.end[last] = end;
}

function enlarge(tokens: Tokens): void {
  for (const key of ['id', 'start', 'end', 'hash'] as const) {
    const larger = new Int32Array(tokens[key].length * 2);
    larger.set(tokens[key]);
    tokens[key] = larger;
  }
  const marks = new Uint8Array(tokens.marks.length * 2);
  marks.set(tokens.marks);
  tokens.marks = marks;
}
