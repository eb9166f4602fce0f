// `ecoute` as a stream filter: lines in, as many lines out, nothing kept, nothing on disk.
import type { Readable, Writable } from 'node:stream';
import { IoError } from '../errors.ts';
import type { Rules } from '../model/rules.ts';
import { start } from './checkpoint.ts';
import { added, emptyLedger, type Ledger } from './ledger.ts';
import { lineBatches } from './line-batches.ts';
import { streamOutput } from './output.ts';
import { judgedPieces } from './pieces.ts';

/** A run as a filter. */
export interface AnswerRun {
  readonly from: Readable;
  readonly to: Writable;
  readonly rules: Rules;
  readonly threads: number;
  /** Masks what names or reaches a person in the quotes. */
  readonly redact: boolean;
}

/** Answers every line. Throws an IoError where the reader leaves before it has every answer: half an answer is no answer. */
export async function answerLines({ from, to, rules, threads, redact }: AnswerRun): Promise<Ledger> {
  const output = streamOutput(to);
  const making = { rules, format: 'answers', threads, privacy: redact ? { redact } : undefined } as const;
  let ledger = emptyLedger;
  const send = async (bytes: string | Uint8Array): Promise<void> => {
    if (await output.write(bytes)) return;
    // Without this the end would wait for a next line that may never come.
    from.destroy();
    throw new IoError('the reader left before the end of the answers', 74);
  };
  for await (const piece of judgedPieces(lineBatches(bytesOf(from), '-', start), making)) {
    await send(piece.output);
    ledger = added(ledger, piece.ids.length, piece.problems);
  }
  await output.close();
  await send('');
  return ledger;
}

async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw new IoError(`standard input: ${(error as Error).message}`, 66);
  }
}
