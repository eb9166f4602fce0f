// Threads that judge batches side by side; results come back in the order of the input.
import { Worker } from 'node:worker_threads';
import type { Batch, Judged, Lines, Piece } from './batch.ts';
import type { WorkerSetup } from './worker.ts';
import { workerFile } from './worker-file.ts';

/** Batches that wait in front of each thread, so that none runs dry while the main thread reads. */
const ahead = 2;

/** Left alone, each thread lets far more garbage lie; this is plenty for the longest line, and costs no time. */
const memory = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 };

interface Thread {
  readonly worker: Worker;
  readonly open: Map<number, { resolve: (judged: Judged) => void; reject: (error: Error) => void }>;
}

/** Judges batches on several threads. Memory stays flat: reading stops while enough batches wait. */
export async function* judgedByPool(
  batches: AsyncIterable<Batch>,
  threads: number,
  setup: WorkerSetup,
): AsyncGenerator<Piece> {
  const pool: Thread[] = [];
  // What only proofs and lists need stays here.
  const carried: WorkerSetup = { ...setup, rules: { ...setup.rules, examples: [], markers: [] } };
  const inOrder: Promise<Piece>[] = [];
  const source = batches[Symbol.asyncIterator]();
  try {
    let number = 0;
    let coming = reading(source);
    for (;;) {
      // What is judged goes out while the input makes us wait; otherwise reading comes first.
      const judged = inOrder[0]?.then(() => null);
      const isFull = inOrder.length >= threads * ahead;
      const read = judged === undefined ? await coming : await (isFull ? judged : Promise.race([coming, judged]));
      if (read === null) {
        yield await inOrder.shift()!;
        continue;
      }
      if (read.done === true) break;
      const batch = read.value;
      const isBusy = pool.every((t) => t.open.size > 0);
      if (isBusy && pool.length < threads) pool.push(thread(carried));
      const free = pool.reduce((least, t) => (t.open.size <= least.open.size ? t : least));
      const piece = handOver(free, number++, batch).then((judged) => ({ ...judged, next: batch.next }));
      // A failure is met when its turn comes; until then it must not count as unhandled.
      piece.catch(() => {});
      inOrder.push(piece);
      coming = reading(source);
    }
    while (inOrder.length > 0) yield await inOrder.shift()!;
  } finally {
    await Promise.all(pool.map((t) => t.worker.terminate()));
  }
}

/** The next batch; should reading fail, that is met when its turn comes, and must not count as unhandled until then. */
function reading(source: AsyncIterator<Batch>): Promise<IteratorResult<Batch>> {
  const next = source.next();
  next.catch(() => {});
  return next;
}

function thread(setup: WorkerSetup): Thread {
  const worker = new Worker(workerFile, { workerData: setup, resourceLimits: memory });
  const open: Thread['open'] = new Map();
  worker.on('message', ({ number, judged }: { number: number; judged: Judged }) => {
    open.get(number)?.resolve(judged);
    open.delete(number);
  });
  const fail = (error: Error): void => {
    for (const { reject } of open.values()) reject(error);
    open.clear();
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread ended with code ${code}`)));
  return { worker, open };
}

function handOver({ worker, open }: Thread, number: number, batch: Batch): Promise<Judged> {
  return new Promise((resolve, reject) => {
    open.set(number, { resolve, reject });
    const { file, line, bytes, isTooLong } = batch;
    const lines: Lines = { file, line, bytes, isTooLong };
    worker.postMessage({ number, lines }, [bytes.buffer as ArrayBuffer]);
  });
}
