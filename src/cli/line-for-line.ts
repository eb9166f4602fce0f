// `ecoute score --line-for-line`: a stream filter for pipes, Apache Spark, Hadoop streaming, GNU parallel.
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { lineForLineMessages } from './messages/line-for-line.ts';
import { type RuleOptions, ruleSources } from './rule-options.ts';

/** The options that matter to the filter, as commander gives them. */
export interface FilterOptions extends RuleOptions {
  readonly lineForLine?: true;
  readonly from?: string;
  readonly to?: string;
  readonly strict?: true;
  readonly redact?: true;
}

/** What a filter has no use for: it has one input and one output, and leaves nothing on disk. */
const without = ['out', 'resume', 'problems', 'excel', 'agent', 'map', 'pseudonymizeAgents'] as const;

/** Answers standard input line for line, and gives the account of it on standard error. */
export async function lineForLine(
  inputs: readonly string[],
  options: FilterOptions & Partial<Record<(typeof without)[number], unknown>>,
  threads: number,
  { lang, messages }: Context,
): Promise<void> {
  const m = lineForLineMessages[lang];
  if (inputs.length !== 1 || inputs[0] !== '-') throw usageError(m.standardInput);
  if ((options.from ?? 'ndjson') !== 'ndjson' || (options.to ?? 'ndjson') !== 'ndjson') throw usageError(m.onlyNdjson);
  const clash = without.find((name) => options[name] !== undefined);
  if (clash !== undefined) throw usageError(m.without(clash.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)));
  const { answerLines, loadRules } = await import('../index.ts');
  const rules = await loadRules(ruleSources(options));
  const redact = options.redact === true;
  const { read, judged, setAside } = await answerLines({
    from: process.stdin,
    to: process.stdout,
    rules,
    threads,
    redact,
  });
  process.stderr.write(`${messages.score.ledger(read, judged, setAside)}\n`);
  if (options.strict === true && setAside > 0) process.exitCode = 1;
}
