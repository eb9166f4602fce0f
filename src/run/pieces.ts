// Inputs → judged pieces in order: by lines on as many threads as allowed where the format permits, one by one otherwise.

import { IoError } from '../errors.ts';
import type { Rules } from '../model/rules.ts';
import { inputFiles, isOwnLines, openInput } from '../readers/input-files.ts';
import { strayBytes } from '../readers/mend-utf8.ts';
import { type ReadOptions, readInputs } from '../readers/read-inputs.ts';
import type { Writer } from '../writers/writer.ts';
import type { Format } from '../writers/writer-for.ts';
import type { Batch, Piece } from './batch.ts';
import { type Position, start } from './checkpoint.ts';
import { conversationJudge } from './conversation-judge.ts';
import { itemPieces } from './item-pieces.ts';
import { batchBytes, lineBatches } from './line-batches.ts';
import { type LineFormat, lineJudge } from './line-judge.ts';
import { judgedByPool } from './pool.ts';
import { veilWhereAsked } from './privacy.ts';
import type { Privacy } from './veil.ts';

/** What is read. */
export interface Source {
  readonly inputs: readonly string[];
  readonly reading: ReadOptions;
}

/** How pieces are made: by which rules, for which output, on how many threads. */
export interface Making {
  readonly rules: Rules;
  readonly format: Format;
  readonly writer: Writer;
  readonly threads: number;
  readonly privacy?: Privacy | undefined;
}

/** So many full batches in a row are worth the start of other threads. */
const manyBatches = 3;

/** Judges every record of the inputs from a position on, in order. */
export async function* pieces({ inputs, reading }: Source, making: Making, from: Position): AsyncGenerator<Piece> {
  const files = await inputFiles(inputs);
  const isByLines = (file: string): Promise<boolean> | boolean =>
    making.format.name !== 'pretty' && isOwnLines(file, reading);
  let number = from.file;
  const position = (): Position => (number === from.file ? from : { ...start, file: number });
  // Files that follow each other share one stream of batches, so that many small ones keep the threads busy too.
  async function* batches(): AsyncGenerator<Batch> {
    for (; number < files.length && (await isByLines(files[number]!)); number++) {
      const file = files[number]!;
      reading.onNotice?.({ kind: 'format', what: 'ndjson', count: 1, file });
      const onStray = (count: number) => reading.onNotice?.({ kind: 'encoding', what: strayBytes, count, file });
      yield* lineBatches(openInput(file, position().offset), file, position(), onStray);
    }
  }
  while (number < files.length) {
    if (await isByLines(files[number]!)) {
      const { name, isExcel } = making.format;
      const format: LineFormat = name === 'ndjson' ? 'ndjson' : isExcel ? 'excel' : 'csv';
      yield* linePieces(batches(), { ...making, format });
      continue;
    }
    const file = files[number]!;
    const veil = await veilWhereAsked(making.privacy, making.rules);
    const judge = await conversationJudge(making.rules, veil);
    try {
      for await (const piece of itemPieces(readInputs([file], reading), judge, making.writer, position()))
        yield veil === undefined ? piece : { ...piece, met: veil.met() };
    } catch (error) {
      if (files.length === 1 || !(error instanceof IoError) || error.exitCode !== 65) throw error;
      // Among many files one that is no transcript is set aside like a bad record.
      yield { output: '', ids: [], problems: [{ place: { file }, reason: error.message }], next: position() };
    }
    number += 1;
  }
}

/** Judges batches of lines in order, on other threads where there are many. */
export async function* linePieces(
  batches: AsyncGenerator<Batch>,
  { rules, format, threads, privacy }: Omit<Making, 'format' | 'writer'> & { readonly format: LineFormat },
): AsyncGenerator<Piece> {
  let judge: Awaited<ReturnType<typeof lineJudge>> | undefined;
  try {
    for (;;) {
      const { held, isOver } = await fullBatches(batches, threads === 1 ? 1 : manyBatches);
      if (threads > 1 && held.length === manyBatches) {
        yield* judgedByPool(following(held, batches), threads, { rules, format, privacy });
        return;
      }
      judge ??= await lineJudge(rules, format, privacy);
      for (const batch of held) yield { ...(await judge(batch)), next: batch.next };
      if (isOver) return;
    }
  } finally {
    await batches.return(undefined);
  }
}

/** Up to so many batches; fewer as soon as one is not full, since its lines must not wait. */
async function fullBatches(batches: AsyncGenerator<Batch>, most: number): Promise<{ held: Batch[]; isOver: boolean }> {
  const held: Batch[] = [];
  while (held.length < most) {
    const { done, value: batch } = await batches.next();
    if (done === true) return { held, isOver: true };
    held.push(batch);
    if (batch.bytes.length < batchBytes / 2) break;
  }
  return { held, isOver: false };
}

async function* following(held: readonly Batch[], batches: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  yield* held;
  yield* batches;
}
