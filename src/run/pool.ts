// Threads that judge batches side by side, this one among them; results come back in the order of the input.
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { moduleFile } from '../package-file.ts';
import type { Batch, Judge, Judged, Piece } from './batch.ts';
import type { WorkerSetup } from './worker.ts';

/** Batches that each other thread has before it, so that none runs dry while this one reads or judges. */
const ahead = 2;
/** Pieces for each thread that may wait for those before them. */
const waiting = 3;

/** Left alone, each thread lets far more garbage lie; this is plenty for the longest line, and costs no time. */
const memory = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 };

interface Thread {
  readonly worker: Worker;
  readonly open: Map<number, { resolve: (judged: Judged) => void; reject: (error: Error) => void }>;
}

interface Pending {
  readonly piece: Promise<Piece>;
  isSettled: boolean;
}

/** Judges batches on several threads; `judge` is what this one does. Memory stays flat: reading stops while enough batches wait. */
export async function* judgedByPool(
  batches: AsyncIterable<Batch>,
  threads: number,
  setup: WorkerSetup,
  judge: Judge,
): AsyncGenerator<Piece> {
  const others: Thread[] = [];
  // What only proofs and lists need stays here.
  const carried: WorkerSetup = { ...setup, rules: { ...setup.rules, examples: [], markers: [] } };
  const inOrder: Pending[] = [];
  const source = batches[Symbol.asyncIterator]();
  let number = 0;
  // The very first batch is judged here, while the first of the others starts.
  const free = (): Thread | undefined => {
    if (others.length === 0) {
      others.push(thread(carried));
      return undefined;
    }
    const least = others.reduce<Thread | undefined>((a, b) => (a && a.open.size <= b.open.size ? a : b), undefined);
    if (least !== undefined && least.open.size < ahead) return least;
    if (others.length === threads - 1) return undefined;
    others.push(thread(carried));
    return others.at(-1);
  };
  try {
    let coming = reading(source);
    for (;;) {
      while (inOrder[0]?.isSettled === true) yield await inOrder.shift()!.piece;
      const first = inOrder[0]?.piece.then(nothing, nothing);
      if (first !== undefined && inOrder.length >= threads * waiting) {
        await first;
        continue;
      }
      const read = await (first === undefined ? coming : Promise.race([coming, first]));
      if (read === undefined) continue;
      // What was read before a fault is judged and goes out before it is told.
      if ('fault' in read || read.done === true) {
        for (const { piece } of inOrder) yield await piece;
        if ('fault' in read) throw read.fault;
        return;
      }
      const batch = read.value;
      coming = reading(source);
      const other = free();
      const judged = other === undefined ? judge(batch) : handOver(other, number++, batch);
      const pending: Pending = {
        piece: judged.then((one) => ({ ...one, next: batch.next })),
        isSettled: false,
      };
      const settle = (): void => {
        pending.isSettled = true;
      };
      // A failure is met when its turn comes; until then it must not count as unhandled.
      const settled = pending.piece.then(settle, settle);
      inOrder.push(pending);
      // What the others have sent meanwhile is heard of only between two turns of the event loop.
      if (other === undefined) await settled.then(() => turn());
    }
  } finally {
    await Promise.all(others.map((t) => t.worker.terminate()));
  }
}

const nothing = (): undefined => undefined;

/** The next batch, or the fault that reading it has met: it counts when its turn comes. */
function reading(source: AsyncIterator<Batch>): Promise<IteratorResult<Batch> | { readonly fault: unknown }> {
  return source.next().catch((fault: unknown) => ({ fault }));
}

function thread(setup: WorkerSetup): Thread {
  const worker = new Worker(moduleFile('run/worker'), { workerData: setup, resourceLimits: memory });
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

// Bytes are copied, not transferred: with the first buffer that is taken away from a thread, V8 drops all the code that it
// has optimised for it, and from then on asks at every access to a typed array whether it is still there.
function handOver({ worker, open }: Thread, number: number, batch: Batch): Promise<Judged> {
  return new Promise((resolve, reject) => {
    open.set(number, { resolve, reject });
    worker.postMessage({ number, batch });
  });
}
