// Inputs → judged pieces in order: lines or items in batches, on as many threads as allowed where there is much to judge.
import { IoError } from '../errors.ts';
import type { Rules } from '../model/rules.ts';
import { inputFiles, isOwnLines, openInput } from '../readers/input-files.ts';
import { strayBytes } from '../readers/mend-utf8.ts';
import type { ReadOptions } from '../readers/read-inputs.ts';
import { problem } from '../readers/reader.ts';
import type { Writer } from '../writers/writer.ts';
import type { Format } from '../writers/writer-for.ts';
import type { Batch, Judge, Piece } from './batch.ts';
import { type Position, start } from './checkpoint.ts';
import { itemBatches } from './item-batches.ts';
import { lineBatches } from './line-batches.ts';
import { judgedByPool } from './pool.ts';
import { type LineFormat, recordJudge } from './record-judge.ts';
import type { Privacy } from './veil.ts';

/** What is read. */
export interface Source {
  readonly inputs: readonly string[];
  readonly reading: ReadOptions;
}

/** How pieces are made: by which rules, for which output, on how many threads. */
export interface Making {
  readonly rules: Rules;
  readonly format: LineFormat;
  readonly threads: number;
  readonly privacy?: Privacy | undefined;
}

/** So much to judge is worth the start of other threads. */
const much = 1024 * 1024;

/** Judges every record of the inputs from a position on, in order. */
export async function* pieces(
  { inputs, reading }: Source,
  { format, writer, ...making }: Omit<Making, 'format'> & { readonly format: Format; readonly writer: Writer },
  from: Position,
): AsyncGenerator<Piece> {
  const files = await inputFiles(inputs);
  const { name, isExcel } = format;
  if (name === 'pretty') {
    const judge = await recordJudge(making.rules, writer, making.privacy);
    for await (const batch of batchesOf(files, { reading, from, asItems: true }))
      yield { ...(await judge(batch)), next: batch.next };
  } else {
    const lines: LineFormat = name === 'ndjson' ? 'ndjson' : isExcel ? 'excel' : 'csv';
    yield* judgedPieces(batchesOf(files, { reading, from, asItems: false }), { ...making, format: lines });
  }
}

interface Wanted {
  readonly reading: ReadOptions;
  readonly from: Position;
  /** Even where lines could be judged as they are. */
  readonly asItems: boolean;
}

/** Files that follow each other share one stream of batches, so that many small ones keep the threads busy too. */
async function* batchesOf(files: readonly string[], { reading, from, asItems }: Wanted): AsyncGenerator<Batch> {
  for (let number = from.file; number < files.length; number++) {
    const file = files[number]!;
    const position = number === from.file ? from : { ...start, file: number };
    if (!asItems && (await isOwnLines(file, reading))) {
      reading.onNotice?.({ kind: 'format', what: 'ndjson', count: 1, file });
      const onStray = (count: number) => reading.onNotice?.({ kind: 'encoding', what: strayBytes, count, file });
      yield* lineBatches(openInput(file, position.offset), file, position, onStray);
      continue;
    }
    // The readers of all formats are many: lines do without them.
    const { readInputs } = await import('../readers/read-inputs.ts');
    try {
      yield* itemBatches(readInputs([file], reading), position);
    } catch (error) {
      if (files.length === 1 || !(error instanceof IoError) || error.exitCode !== 65) throw error;
      // Among many files one that is no transcript is set aside like a bad record.
      const items = [problem({ file }, error.message)];
      yield { items, size: 0, isUrgent: false, next: { ...start, file: number + 1 } };
    }
  }
}

/** Judges batches in order, on other threads too where there is much. */
export async function* judgedPieces(
  batches: AsyncGenerator<Batch>,
  { rules, format, threads, privacy }: Making,
): AsyncGenerator<Piece> {
  const judge: Judge = await recordJudge(rules, format, privacy);
  try {
    // Whoever waits for the first answer need not wait until it is known how much there is.
    const { done, value: opening } = await batches.next();
    if (done === true) return;
    yield { ...(await judge(opening)), next: opening.next };
    for (;;) {
      const { held, size, isOver } = await first(batches, threads === 1 ? 1 : much);
      if (threads > 1 && size >= much) {
        yield* judgedByPool(following(held, batches), threads, { rules, format, privacy }, judge);
        return;
      }
      for (const batch of held) yield { ...(await judge(batch)), next: batch.next };
      if (isOver) return;
    }
  } finally {
    await batches.return(undefined);
  }
}

interface First {
  readonly held: readonly Batch[];
  readonly size: number;
  readonly isOver: boolean;
}

/** Batches up to some size; fewer as soon as the input makes us wait. */
async function first(batches: AsyncGenerator<Batch>, enough: number): Promise<First> {
  const held: Batch[] = [];
  let size = 0;
  while (size < enough) {
    const { done, value: batch } = await batches.next();
    if (done === true) return { held, size, isOver: true };
    held.push(batch);
    size += batch.size;
    if (batch.isUrgent) break;
  }
  return { held, size, isOver: false };
}

async function* following(held: readonly Batch[], batches: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  yield* held;
  yield* batches;
}
