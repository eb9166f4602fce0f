// Standard output and error may go away or fill up at any moment; neither may end in a crash.
import type { Messages } from './messages.ts';

const cannotWrite = 74;

/** Ends quietly when a reader has left; tells, and sets the exit code, when output cannot be written. */
export function guardStreams(messages: Messages): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A run that watches its output by itself tells it too.
    const isWatched = process.stdout.listenerCount('error') > 1;
    if (error.code === 'EPIPE' || isWatched) return;
    process.exitCode = cannotWrite;
    process.stderr.write(`ecoute: ${messages.failure.io[cannotWrite]} : ${error.message}\n`);
  });
}
