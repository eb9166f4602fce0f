// What runs inside each thread of the pool: records in, bytes of assessments out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Rules } from '../model/rules.ts';
import type { Records } from './batch.ts';
import { type LineFormat, recordJudge } from './record-judge.ts';
import type { Privacy } from './veil.ts';

/** What a thread is given once, at its start. */
export interface WorkerSetup {
  readonly rules: Rules;
  readonly format: LineFormat;
  readonly privacy?: Privacy | undefined;
}

const { rules, format, privacy } = workerData as WorkerSetup;
const judge = recordJudge(rules, format, privacy);

parentPort?.on('message', async ({ number, batch }: { number: number; batch: Records }) => {
  parentPort?.postMessage({ number, judged: await (await judge)(batch) });
});
