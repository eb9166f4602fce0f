// `ecoute score`: conversations in, assessments out.
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { Ledger, OutputFormat } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { lineForLine } from './line-for-line.ts';
import { lineForLineMessages } from './messages/line-for-line.ts';
import { toldIn } from './messages/told.ts';
import { notices } from './notices.ts';
import { type PrivacyOptions, privacyChoice, privacyOptions } from './privacy-options.ts';
import { progressLine } from './progress-line.ts';
import { readingOf, readOptions, type TypedReading } from './read-options.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { terminalOf } from './terminal.ts';

interface ScoreOptions extends RuleOptions, TypedReading, PrivacyOptions {
  readonly to?: OutputFormat;
  readonly out?: string;
  readonly problems?: string;
  readonly strict?: true;
  readonly excel?: true;
  readonly threads?: string;
  readonly resume?: true;
  readonly lineForLine?: true;
}

const shownIds = 5;
const shownReasons = 8;

/** Adds `score` to the program. */
export function score(program: Command, context: Context): void {
  const { messages } = context;
  const command = program
    .command('score')
    .argument('[INPUT...]')
    .usage(messages.score.usage)
    .summary(messages.score.about)
    .description(messages.score.about)
    .addOption(new Option('--to <format>', messages.options.to).choices(['ndjson', 'csv', 'pretty']))
    .option('--out <file>', messages.options.out)
    .option('--resume', messages.options.resume)
    .option('--problems <file>', messages.options.problems)
    .option('--strict', messages.options.strict)
    .option('--excel', messages.options.excel)
    .option('--threads <n>', messages.options.threads)
    .option('--line-for-line', lineForLineMessages[context.lang].about);
  privacyOptions(ruleOptions(readOptions(command, messages), messages), context.lang).action(
    (inputs: string[], options: ScoreOptions) => run(inputs, options, context),
  );
}

async function run(typed: readonly string[], options: ScoreOptions, context: Context): Promise<void> {
  const { lang, messages } = context;
  const inputs = typed.length > 0 ? typed : defaultInputs(messages);
  const threads = threadsOf(options, messages);
  if (options.lineForLine === true) return lineForLine(inputs, options, threads, context);
  const format = formatOf(options);
  checkTogether(options, format, messages);
  const { loadRules, scoreInputs } = await import('../index.ts');
  const rules = await loadRules(ruleSources(options));
  const understood = notices();
  const reading = await readingOf(options, context, understood.add);
  const progress = progressLine(messages, options.out !== undefined || !process.stdout.isTTY);
  const twice: string[] = [];
  let duplicates = 0;
  const outcome = await scoreInputs({
    source: { inputs, reading },
    rules,
    ...privacyChoice(options),
    target: {
      to: options.out ?? process.stdout,
      format: { name: format, isExcel: options.excel === true, terminal: terminalOf(process.stdout, lang) },
      ...(options.problems === undefined ? {} : { problems: options.problems }),
      resume: options.resume === true,
    },
    pace: {
      threads,
      onResume: (done) => tell(messages.score.resumed(done)),
      onProgress: progress.show,
      onDuplicate: (id) => {
        duplicates += 1;
        if (twice.length < shownIds) twice.push(id);
      },
    },
  });
  progress.clear();
  if (outcome.isCutShort) return;
  for (const line of understood.lines(context)) tell(line);
  if (duplicates > 0)
    tell(messages.score.duplicates(duplicates, twice.join(', ') + (duplicates > twice.length ? '…' : '')));
  await tellAccount(outcome.ledger, options, context);
  if (options.strict === true && outcome.ledger.setAside > 0) process.exitCode = 1;
}

function defaultInputs(messages: Context['messages']): readonly string[] {
  if (process.stdin.isTTY) throw usageError(messages.score.noInput);
  return ['-'];
}

function formatOf({ to, out }: ScoreOptions): OutputFormat {
  if (to !== undefined) return to;
  if (out !== undefined) return out.toLowerCase().endsWith('.csv') ? 'csv' : 'ndjson';
  return process.stdout.isTTY ? 'pretty' : 'ndjson';
}

function threadsOf({ threads }: ScoreOptions, messages: Context['messages']): number {
  if (threads === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(threads)) throw usageError(messages.score.badThreads(threads));
  return Number(threads);
}

function checkTogether(options: ScoreOptions, format: OutputFormat, messages: Context['messages']): void {
  if (options.excel === true && format !== 'csv') throw usageError(messages.score.excelNeedsCsv);
  if (options.resume !== true) return;
  if (options.out === undefined) throw usageError(messages.score.resumeNeedsOut);
  if (format === 'pretty') throw usageError(messages.score.prettyCannotResume);
}

async function tellAccount(ledger: Ledger, options: ScoreOptions, { lang, messages }: Context): Promise<void> {
  const { printable, showPlace } = await import('../index.ts');
  const told = toldIn(lang);
  const reasons = Object.values(ledger.reasons).toSorted((a, b) => b.count - a.count);
  for (const { count, first } of reasons.slice(0, shownReasons))
    tell(`  ${messages.score.reason(count, printable(`${showPlace(first.place)} ${told(first.reason)}`))}`);
  const rest = reasons.slice(shownReasons).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) tell(`  ${messages.score.moreProblems(rest)}`);
  tell(messages.score.ledger(ledger.read, ledger.judged, ledger.setAside));
  if (options.problems === undefined && ledger.setAside > reasons.length) tell(messages.score.keepProblems);
  if (options.out !== undefined) tell(messages.score.written(options.out));
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
