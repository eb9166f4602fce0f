// `ecoute report`: score files in, pages for coaches out.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, Option } from 'commander';
import type { ReportOutcome } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { type ReportMessages, reportMessages } from './messages/report.ts';
import { type PrivacyOptions, privacyChoice, privacyOptions } from './privacy-options.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { tellProblems } from './tell-problems.ts';

interface ReportOptions extends RuleOptions, PrivacyOptions {
  readonly out?: string;
  readonly transcripts?: readonly string[];
  readonly to: 'html' | 'csv';
  readonly conversations?: 'quoted' | 'all' | 'none';
}

const progressInterval = 200;

/** Adds `report` to the program. */
export function report(program: Command, context: Context): void {
  const m = reportMessages[context.lang];
  const command = program
    .command('report')
    .argument('[SCORES...]')
    .usage(m.usage)
    .summary(m.about)
    .description(m.about)
    .option('--out <dir>', m.out)
    .option('--transcripts <input...>', m.transcripts)
    .addOption(new Option('--to <format>', m.to).choices(['html', 'csv']).default('html'))
    .addOption(new Option('--conversations <which>', m.conversations).choices(['quoted', 'all', 'none']));
  ruleOptions(privacyOptions(command, context.lang), context.messages).action(
    (scores: string[], options: ReportOptions) => run(scores, options, context),
  );
}

async function run(scores: readonly string[], options: ReportOptions, { lang }: Context): Promise<void> {
  const m = reportMessages[lang];
  if (scores.length === 0) throw usageError(m.noInput);
  if (options.to === 'csv') return flat(scores, options, lang);
  if (options.out === undefined) throw usageError(m.noOut);
  const { loadRules, loadSuggestions, makeReport } = await import('../index.ts');
  const rules = await loadRules(ruleSources(options));
  const progress = progressOf(m, lang);
  const outcome = await makeReport({
    assessments: scores,
    transcripts: options.transcripts ?? [],
    out: options.out,
    lang,
    rules,
    suggestions: await loadSuggestions(options.lexicons),
    choices: {
      onProgress: progress.show,
      ...privacyChoice(options),
      ...(options.conversations === undefined ? {} : { conversations: options.conversations }),
    },
  });
  progress.clear();
  await tell(outcome, options.out, m);
}

async function flat(scores: readonly string[], options: ReportOptions, lang: 'fr' | 'en'): Promise<void> {
  const m = reportMessages[lang];
  const { loadRules, writeFlatCsv } = await import('../index.ts');
  const { counted, unreadable, setAside } = await writeFlatCsv({
    assessments: scores,
    rules: await loadRules(ruleSources(options)),
    lang,
    to: options.out ?? process.stdout,
    ...privacyChoice(options),
  });
  if (unreadable > 0) await tellProblems(m.setAside(unreadable), setAside, m.more);
  process.stderr.write(`${m.flat(counted)}\n`);
}

async function tell(outcome: ReportOutcome, out: string, m: ReportMessages): Promise<void> {
  const { agents, counted, files, written, removed, setAside, unreadable } = outcome;
  if (unreadable > 0) await tellProblems(m.setAside(unreadable), setAside, m.more);
  const lines = [
    m.done(agents, counted),
    m.files(files, written, removed),
    m.open(pathToFileURL(join(out, 'index.html')).href),
  ];
  for (const line of lines) process.stderr.write(`${line}\n`);
}

function progressOf(m: ReportMessages, lang: 'fr' | 'en') {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  let last = 0;
  return {
    show: (step: keyof ReportMessages['step'], done: number) => {
      const now = Date.now();
      if (now - last < progressInterval) return;
      last = now;
      process.stderr.write(`\r\u001b[K${m.step[step](done.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-US'))}`);
    },
    clear: () => process.stderr.write('\r\u001b[K'),
  };
}
