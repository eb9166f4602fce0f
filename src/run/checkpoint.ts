// How far an interrupted run got: enough to go on to the very same bytes.
import { createHash } from 'node:crypto';
import { access, open, readFile, rename, rm } from 'node:fs/promises';
import { IoError } from '../errors.ts';
import type { Ledger } from './ledger.ts';

/** A moment at which output, problems and input agree. */
export interface Checkpoint {
  /** Hash of all that must be the same for the run to go on: inputs, rules, format. */
  readonly run: string;
  readonly ledger: Ledger;
  readonly outputBytes: number;
  readonly problemBytes: number;
  /** Where the next record begins. */
  readonly next: Position;
}

/** A place in the list of inputs. `offset` and `line` only where the file is read line by line. */
export interface Position {
  /** Number of the file in the list of inputs. */
  readonly file: number;
  /** Bytes before the next record. */
  readonly offset: number;
  /** Lines before the next record. */
  readonly line: number;
  /** Records of this file before the next one. */
  readonly records: number;
}

/** Where every run begins. */
export const start: Position = { file: 0, offset: 0, line: 0, records: 0 };

/** Hash of what makes two runs the same run. */
export function runHash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The file that keeps the checkpoint of an output file. */
export function checkpointFile(out: string): string {
  return `${out}.part.json`;
}

/** Writes a checkpoint so that a crash leaves either the old one or the new one. */
export async function saveCheckpoint(out: string, checkpoint: Checkpoint): Promise<void> {
  const file = checkpointFile(out);
  try {
    const handle = await open(`${file}.new`, 'w');
    await handle.writeFile(JSON.stringify(checkpoint));
    await handle.sync();
    await handle.close();
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new IoError(`cannot write ${file}: ${(error as Error).message}`, 74);
  }
}

/** The checkpoint of an interrupted run, if there is one. Refuses one of another run: its bytes would not fit. */
export async function loadCheckpoint(out: string, run: string): Promise<Checkpoint | undefined> {
  let text: string;
  try {
    text = await readFile(checkpointFile(out), 'utf8');
  } catch {
    return undefined;
  }
  const checkpoint = JSON.parse(text) as Checkpoint;
  if (checkpoint.run === run) return checkpoint;
  throw new IoError(
    `${checkpointFile(out)} belongs to another run (inputs, rules or format have changed): remove it, or start without --resume`,
    65,
  );
}

/** Whether an interrupted run could go on. */
export async function hasCheckpoint(out: string): Promise<boolean> {
  return access(checkpointFile(out)).then(
    () => true,
    () => false,
  );
}

/** Forgets the checkpoint of a run that is whole. */
export async function removeCheckpoint(out: string): Promise<void> {
  await rm(checkpointFile(out), { force: true });
  await rm(`${checkpointFile(out)}.new`, { force: true });
}
