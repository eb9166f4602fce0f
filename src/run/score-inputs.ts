// Many conversations: from inputs to one output, in order, in little memory, with an account of every record.
import type { Writable } from 'node:stream';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import { type Format, writerFor } from '../writers/writer-for.ts';
import {
  type Checkpoint,
  hasCheckpoint,
  loadCheckpoint,
  type Position,
  removeCheckpoint,
  runHash,
  saveCheckpoint,
  start,
} from './checkpoint.ts';
import { added, emptyLedger, type Ledger } from './ledger.ts';
import { fileOutput, type Output, removeUnfinished, streamOutput } from './output.ts';
import { pieces, type Source } from './pieces.ts';
import { type PrivacyChoice, privacyOf, pseudonymNotes } from './privacy.ts';
import { seenIds } from './seen-ids.ts';
import { textFile } from './text-file.ts';
import type { Privacy } from './veil.ts';

/** A whole run: what is read, by which rules it is judged, where it goes. */
export interface ScoreRun {
  readonly source: Source;
  readonly rules: Rules;
  readonly target: Target;
  readonly pace: Pace;
  readonly privacy?: PrivacyChoice;
}

/** Where a run writes to. */
export interface Target {
  /** A stream, or a file that gets its name when it is whole. */
  readonly to: Writable | string;
  readonly format: Format;
  /** File for the records set aside, with the account of the run as its last line. */
  readonly problems?: string;
  /** Whether to go on from what an interrupted run has left. */
  readonly resume: boolean;
}

/** How fast a run goes, and who wants to know how far it is. */
export interface Pace {
  readonly threads: number;
  readonly onResume?: (records: number) => void;
  readonly onProgress?: (ledger: Ledger) => void;
  /** Another conversation of this run had the same id; both are judged. */
  readonly onDuplicate?: (id: string) => void;
}

/** How a run ended. */
export interface Outcome {
  readonly ledger: Ledger;
  /** The reader of the output left before the end. */
  readonly isCutShort: boolean;
}

/** A checkpoint comes after so many milliseconds or records, whichever is first. */
const checkpointEvery = { milliseconds: 2000, records: 4096 };

/** Scores every conversation of the inputs. Throws an IoError where an input or output cannot be opened. */
export async function scoreInputs(run: ScoreRun): Promise<Outcome> {
  const { source, rules, target, pace } = run;
  const privacy = await privacyOf(run.privacy);
  const { name, isExcel } = target.format;
  // A mapping says what the bytes mean: another text of it is another run.
  const map = source.reading.map === undefined ? null : await textFile(source.reading.map);
  const identity = runHash([source, map, rules.hash, name, isExcel, target.problems ?? null, privacy ?? null]);
  const file = typeof target.to === 'string' ? target.to : undefined;
  const before = file !== undefined && target.resume ? await loadCheckpoint(file, identity) : undefined;
  if (before !== undefined) pace.onResume?.(before.ledger.read);
  else if (file !== undefined) await removeCheckpoint(file);
  const output =
    typeof target.to === 'string' ? await fileOutput(target.to, before?.outputBytes ?? 0) : streamOutput(target.to);
  let problems: Output | undefined;
  try {
    if (target.problems !== undefined) problems = await fileOutput(target.problems, before?.problemBytes ?? 0);
    const outcome = await written(run, { output, problems, before, identity, file, privacy });
    await output.close();
    await problems?.close();
    if (file !== undefined) await removeCheckpoint(file);
    return outcome;
  } catch (error) {
    await output.abandon();
    await problems?.abandon();
    // Without a checkpoint nothing can go on from what is there.
    if (file !== undefined && !(await hasCheckpoint(file))) await removeUnfinished(file);
    throw error;
  }
}

interface Desk {
  readonly output: Output;
  readonly problems: Output | undefined;
  readonly before: Checkpoint | undefined;
  readonly identity: string;
  readonly file: string | undefined;
  readonly privacy: Privacy | undefined;
}

async function written({ source, rules, target, pace, privacy: asked }: ScoreRun, desk: Desk): Promise<Outcome> {
  const writer = writerFor(target.format, rules.scorecard);
  const isSeen = seenIds();
  let ledger = desk.before?.ledger ?? emptyLedger;
  let saved = { at: Date.now(), read: ledger.read };
  const cutShort = (): Outcome => ({ ledger, isCutShort: true });
  const save = async (next: Position): Promise<void> => {
    if (desk.file === undefined) return;
    const isDue =
      Date.now() - saved.at >= checkpointEvery.milliseconds || ledger.read - saved.read >= checkpointEvery.records;
    if (!isDue) return;
    const outputBytes = await desk.output.settle();
    const problemBytes = (await desk.problems?.settle()) ?? 0;
    await saveCheckpoint(desk.file, { run: desk.identity, ledger, outputBytes, problemBytes, next });
    saved = { at: Date.now(), read: ledger.read };
  };
  if (desk.before === undefined && !(await desk.output.write(await writer.open()))) return cutShort();
  const making = { rules, format: target.format, writer, threads: pace.threads, privacy: desk.privacy };
  const note = pseudonymNotes(asked?.keyFile);
  for await (const piece of pieces(source, making, desk.before?.next ?? start)) {
    await note(piece.met ?? []);
    if (!(await desk.output.write(piece.output))) return cutShort();
    for (const problem of piece.problems) await desk.problems?.write(`${problemLine(problem)}\n`);
    for (const id of piece.ids) if (isSeen(id)) pace.onDuplicate?.(id);
    ledger = added(ledger, piece.ids.length, piece.problems);
    pace.onProgress?.(ledger);
    await save(piece.next);
  }
  await desk.output.write(await writer.close());
  await desk.problems?.write(`${accountLine(ledger)}\n`);
  return { ledger, isCutShort: false };
}

function problemLine({ place, reason, id }: Problem): string {
  const { file, line, record } = place;
  return JSON.stringify({ file, line, record, id, reason });
}

function accountLine({ read, judged, setAside, reasons }: Ledger): string {
  const counts = Object.entries(reasons).map(([kind, { count }]) => [kind, count]);
  return JSON.stringify({ ledger: { read, judged, set_aside: setAside, reasons: Object.fromEntries(counts) } });
}
