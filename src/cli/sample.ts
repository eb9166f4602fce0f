// `ecoute sample`: which conversations to listen to, and why.
import type { Command } from 'commander';
import type { Problem } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { type SampleMessages, sampleMessages } from './messages/sample.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { terminalOf } from './terminal.ts';

interface SampleOptions extends RuleOptions {
  readonly perAgent: string;
  readonly seed: string;
  readonly labels?: readonly string[];
  readonly json?: true;
}

const misfitExit = 65;
const mostShown = 20;

/** Adds `sample` to the program. */
export function sample(program: Command, context: Context): void {
  const { messages } = context;
  const m = sampleMessages[context.lang];
  const command = program
    .command('sample')
    .argument('[INPUT...]')
    .usage(m.usage)
    .summary(m.about)
    .description(m.about)
    .option('--per-agent <n>', m.perAgent, '5')
    .option('--seed <n>', m.seed, '1')
    .option('--labels <file...>', m.labels)
    .option('--json', messages.options.json);
  ruleOptions(command, messages).action((inputs: string[], options: SampleOptions) => run(inputs, options, context));
}

async function run(inputs: readonly string[], options: SampleOptions, { lang }: Context): Promise<void> {
  const m = sampleMessages[lang];
  if (inputs.length === 0) throw usageError(m.noInput);
  const choices = {
    perAgent: wholeNumber('--per-agent', options.perAgent, m),
    seed: wholeNumber('--seed', options.seed, m),
  };
  const { drawSample, loadRules, sampleText } = await import('../index.ts');
  const rules = await loadRules(ruleSources(options));
  const { labels } = options;
  const drawn = await drawSample({ inputs, rules, choices, ...(labels === undefined ? {} : { labels }) });
  if (drawn.misfits.length > 0) {
    await tellProblems(m.misfit(drawn.misfits.length), drawn.misfits, m);
    process.exitCode = misfitExit;
    return;
  }
  if (drawn.setAside.length > 0) await tellProblems(m.setAside(drawn.setAside.length), drawn.setAside, m);
  const text =
    options.json === true
      ? JSON.stringify({ ...drawn.sample, ...(labels === undefined ? {} : { gains: drawn.gains }) }, null, 2)
      : await sampleText(drawn, rules, terminalOf(process.stdout, lang));
  process.stdout.on('error', () => {});
  process.stdout.write(`${text}\n`);
}

function wholeNumber(option: string, typed: string, m: SampleMessages): number {
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw usageError(m.notWhole(option, typed));
  return Number(typed);
}

async function tellProblems(title: string, problems: readonly Problem[], m: SampleMessages): Promise<void> {
  const { printable, showPlace } = await import('../index.ts');
  const lines = problems.slice(0, mostShown).map(({ place, reason }) => `  ${showPlace(place)} ${reason}`);
  if (problems.length > mostShown) lines.push(`  ${m.more(problems.length - mostShown)}`);
  for (const line of [`ecoute: ${title}`, ...lines]) process.stderr.write(`${printable(line)}\n`);
}
