// Where the one file begins: as the program, or as one of its own threads.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { main } = await import('../src/cli/main.ts');
  await main(process.argv.slice(2));
} else {
  await import('../src/run/worker.ts');
}
