// What runs inside the thread that makes a report: a run in, its progress and outcome out.
import { parentPort, workerData } from 'node:worker_threads';
import { IoError } from '../errors.ts';
import { type ReportOutcome, report } from './report.ts';
import type { ReportRun, ReportStep } from './report-run.ts';

/** What the thread tells. */
export type ReportMessage =
  | { readonly kind: 'progress'; readonly step: ReportStep; readonly done: number }
  | { readonly kind: 'done'; readonly outcome: ReportOutcome }
  | { readonly kind: 'failed'; readonly message: string; readonly exitCode: IoError['exitCode'] | null };

const tell = (message: ReportMessage): void => parentPort?.postMessage(message);
const run = workerData as ReportRun;
/** Progress is told no more often than this, in milliseconds. */
const interval = 100;
let last = 0;

try {
  const onProgress = (step: ReportStep, done: number): void => {
    const now = Date.now();
    if (now - last < interval) return;
    last = now;
    tell({ kind: 'progress', step, done });
  };
  tell({ kind: 'done', outcome: await report({ ...run, choices: { ...run.choices, onProgress } }) });
} catch (error) {
  const { message, stack } = error as Error;
  const isKnown = error instanceof IoError;
  tell({ kind: 'failed', message: isKnown ? message : (stack ?? message), exitCode: isKnown ? error.exitCode : null });
}
