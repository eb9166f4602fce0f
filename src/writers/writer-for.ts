// Chooses the writer of an output format.
import type { Scorecard } from '../model/scorecard.ts';
import { csv } from './csv.ts';
import { ndjson } from './ndjson.ts';
import type { Terminal } from './paint.ts';
import { pretty } from './pretty.ts';
import type { OutputFormat, Writer } from './writer.ts';

/** An output format with what it needs to know. */
export interface Format {
  readonly name: OutputFormat;
  /** For `csv`: the dialect of a French Excel. */
  readonly isExcel: boolean;
  /** For `pretty`. */
  readonly terminal: Terminal;
}

/** The writer of a format. */
export function writerFor(format: Format, scorecard: Scorecard): Writer {
  switch (format.name) {
    case 'ndjson':
      return ndjson();
    case 'csv':
      return csv(format.isExcel ? 'excel' : 'plain');
    case 'pretty':
      return pretty(scorecard, format.terminal);
  }
}
