// Makes a report in a thread of its own, whose memory has a bound: left alone, garbage of a million assessments piles up.
import { Worker } from 'node:worker_threads';
import { IoError } from '../errors.ts';
import { moduleFile } from '../package-file.ts';
import type { ReportOutcome } from './report.ts';
import type { ReportRun } from './report-run.ts';
import type { ReportMessage } from './report-thread.ts';

/** Plenty for thousands of agents; their number alone decides. */
const memory = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 288 };

/** Makes the report. Throws an IoError where an input or output cannot be opened. */
export async function reportApart(run: ReportRun): Promise<ReportOutcome> {
  const { onProgress, ...choices } = run.choices;
  const readsStandardInput = [...run.assessments, ...run.transcripts].includes('-');
  const worker = new Worker(moduleFile('run/report-thread'), {
    workerData: { ...run, choices },
    resourceLimits: memory,
    stdin: readsStandardInput,
  });
  // In a thread, standard input is what its parent hands on.
  if (readsStandardInput) process.stdin.pipe(worker.stdin!);
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ReportMessage) => {
      switch (message.kind) {
        case 'progress':
          onProgress?.(message.step, message.done);
          break;
        case 'done':
          resolve(message.outcome);
          break;
        case 'failed':
          reject(
            message.exitCode === null ? new Error(message.message) : new IoError(message.message, message.exitCode),
          );
          break;
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that makes the report ended with code ${code}`)));
  });
}
