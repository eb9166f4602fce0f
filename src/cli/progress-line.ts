// One line on standard error that says how far a run is; nothing where standard error is not a terminal.
import type { Ledger } from '../index.ts';
import type { Messages } from './messages.ts';

const interval = 200;

/** Shows the line, and takes it away at the end. */
export interface ProgressLine {
  readonly show: (ledger: Ledger) => void;
  readonly clear: () => void;
}

/** A progress line for one run; none where the output itself runs over the terminal. */
export function progressLine(messages: Messages, isElsewhere: boolean): ProgressLine {
  if (!process.stderr.isTTY || !isElsewhere) return { show: () => {}, clear: () => {} };
  const began = Date.now();
  let last = 0;
  let isShown = false;
  return {
    show: ({ judged, setAside }) => {
      const now = Date.now();
      if (now - last < interval) return;
      last = now;
      isShown = true;
      process.stderr.write(`\r\u001b[K${messages.score.progress(judged, setAside, (now - began) / 1000)}`);
    },
    clear: () => {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
