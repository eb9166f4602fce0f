// `ecoute sample`: which conversations to listen to, and why.
import type { Command } from 'commander';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { type SampleMessages, sampleMessages } from './messages/sample.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { tellProblems } from './tell-problems.ts';
import { terminalOf } from './terminal.ts';

interface SampleOptions extends RuleOptions {
  readonly perAgent: string;
  readonly seed: string;
  readonly labels?: readonly string[];
  readonly json?: true;
}

const misfitExit = 65;

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
    await tellProblems(m.misfit(drawn.misfits.length), drawn.misfits, m.more);
    process.exitCode = misfitExit;
    return;
  }
  if (drawn.setAside.length > 0) await tellProblems(m.setAside(drawn.setAside.length), drawn.setAside, m.more);
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
