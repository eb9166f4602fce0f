// The contract of the product: one assessment a line, as JSON.
import type { Assessment } from '../model/assessment.ts';
import type { Writer } from './writer.ts';

/** Writes assessments as NDJSON. */
export function ndjson(): Writer {
  return {
    open: async () => '',
    write: async (assessments) => ndjsonText(assessments),
    close: async () => '',
  };
}

/** The lines of some assessments, each with its line feed. */
export function ndjsonText(assessments: readonly Assessment[]): string {
  let text = '';
  for (const assessment of assessments) text += `${JSON.stringify(assessment)}\n`;
  return text;
}
