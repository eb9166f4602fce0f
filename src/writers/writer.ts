// What every output format has in common: what opens it, a piece for each batch of assessments, what closes it.
import type { Assessment } from '../model/assessment.ts';

/** Turns assessments into the text of one output format. Batches come in order; how they are cut changes nothing. */
export interface Writer {
  readonly open: () => Promise<string>;
  readonly write: (assessments: readonly Assessment[]) => Promise<string>;
  readonly close: () => Promise<string>;
}

/** The output formats of `score`. */
export const outputFormats = ['ndjson', 'csv', 'pretty'] as const;

export type OutputFormat = (typeof outputFormats)[number];
