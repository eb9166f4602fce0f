// The list of commands. Each is one small file that is loaded only when it is asked for, or for the general help.
import type { Register } from './context.ts';

/** Every command by name, in the order of the help. */
export const commands: Readonly<Record<string, () => Promise<Register>>> = {
  score: async () => (await import('./score.ts')).score,
  inspect: async () => (await import('./inspect.ts')).inspect,
  explain: async () => (await import('./explain.ts')).explain,
  check: async () => (await import('./check.ts')).check,
  report: async () => (await import('./report.ts')).report,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  sample: async () => (await import('./sample.ts')).sample,
  train: async () => (await import('./train.ts')).train,
  markers: async () => (await import('./markers.ts')).markers,
};
