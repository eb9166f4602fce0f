// Reads a text through the readers as a file of that name would be read.
import type { Conversation } from '../../src/model/conversation.ts';
import type { Problem } from '../../src/model/place.ts';
import { type ReadOptions, readInputs } from '../../src/readers/read-inputs.ts';
import type { Notice } from '../../src/readers/reader.ts';

export interface Reading {
  readonly conversations: readonly Conversation[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Reads bytes or a text from standard input; the format is detected unless `from` is given. */
export async function reading(
  source: string | Uint8Array | readonly Uint8Array[],
  options: ReadOptions = {},
): Promise<Reading> {
  const chunks = typeof source === 'string' ? [Buffer.from(source)] : source instanceof Uint8Array ? [source] : source;
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  return readingOf(['-'], { ...options, stdin: stdin() });
}

/** Reads inputs. */
export async function readingOf(inputs: readonly string[], options: ReadOptions = {}): Promise<Reading> {
  const conversations: Conversation[] = [];
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  for await (const item of readInputs(inputs, { ...options, onNotice: (notice) => notices.push(notice) })) {
    if (item.kind === 'problem') problems.push(item.problem);
    else conversations.push(item.conversation);
  }
  return { conversations, problems, notices };
}

/** Who said what, one string a turn. */
export function said({ turns }: Conversation): string[] {
  return turns.map((turn) => `${turn.role}: ${turn.text}`);
}
