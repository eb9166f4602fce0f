// What runs inside each thread of the pool: bytes of conversations in, bytes of assessments out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Rules } from '../model/rules.ts';
import type { Lines } from './batch.ts';
import { type LineFormat, lineJudge } from './line-judge.ts';
import type { Privacy } from './veil.ts';

/** What a thread is given once, at its start. */
export interface WorkerSetup {
  readonly rules: Rules;
  readonly format: LineFormat;
  readonly privacy?: Privacy | undefined;
}

const { rules, format, privacy } = workerData as WorkerSetup;
const judge = lineJudge(rules, format, privacy);

parentPort?.on('message', async ({ number, lines }: { number: number; lines: Lines }) => {
  const judged = await (await judge)(lines);
  const output = typeof judged.output === 'string' ? new TextEncoder().encode(judged.output) : judged.output;
  parentPort?.postMessage({ number, judged: { ...judged, output } }, [output.buffer as ArrayBuffer]);
});
