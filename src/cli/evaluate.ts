// `ecoute evaluate`: how far ecoute agrees with people, and where it does not.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { DisagreementTopic, Evaluation, Grouping } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { type EvaluateMessages, evaluateMessages } from './messages/evaluate.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { tellProblems } from './tell-problems.ts';
import { terminalOf } from './terminal.ts';

interface EvaluateOptions extends RuleOptions {
  readonly labels: readonly string[];
  readonly errors?: string | true;
  readonly strip?: true;
  readonly by?: string;
  readonly leaveOut?: readonly string[];
  readonly criteria?: string;
  readonly from?: string;
  readonly json?: true;
  readonly report?: string;
}

const misfitExit = 65;

/** Adds `evaluate` to the program. */
export function evaluate(program: Command, context: Context): void {
  const { messages } = context;
  const m = evaluateMessages[context.lang];
  const command = program
    .command('evaluate')
    .argument('[TRANSCRIPTS...]')
    .usage(m.usage)
    .summary(m.about)
    .description(m.about)
    .requiredOption('--labels <file...>', m.labels)
    .option('--errors [what]', m.errors)
    .option('--strip', m.strip)
    .option('--by <groups>', m.by)
    .option('--leave-out <marker...>', m.leaveOut)
    .option('--criteria <file>', m.criteria)
    .option('--from <format>', messages.options.from)
    .option('--report <dir>', m.report)
    .option('--json', messages.options.json);
  ruleOptions(command, messages).action((typed: string[], options: EvaluateOptions) => run(typed, options, context));
}

async function run(typed: readonly string[], options: EvaluateOptions, context: Context): Promise<void> {
  const m = evaluateMessages[context.lang];
  const { evaluate: measure, evaluationData, evaluationText, loadRules } = await import('../index.ts');
  const { topic, transcripts } = await topicAndTranscripts(typed, options, m);
  const { criteria, from, strip } = options;
  const rules = await loadRules(ruleSources(options));
  const evaluation = await measure({
    transcripts,
    labels: options.labels,
    rules,
    how: {
      by: await groupsIn(options, m),
      leaveOut: await leftOutIn(options, m),
      ...(strip === undefined ? {} : { strip }),
      ...(criteria === undefined ? {} : { criteria }),
      ...(from === undefined ? {} : { from }),
    },
  });
  if (evaluation.kind === 'misfit') {
    await tellProblems(m.misfit(evaluation.problems.length), evaluation.problems, m.more);
    process.exitCode = misfitExit;
    return;
  }
  checkTogether(evaluation.kind, options, m);
  const { setAside, unlabelled } = evaluation;
  if (setAside.length > 0) await tellProblems(m.setAside(setAside.length), setAside, m.more);
  if (unlabelled > 0) process.stderr.write(`ecoute: ${m.unlabelled(unlabelled)}\n`);
  if (options.report !== undefined) {
    const { writeCalibration } = await import('../index.ts');
    await writeCalibration({ evaluation, rules, lang: context.lang, out: options.report });
    process.stderr.write(`ecoute: ${m.reported(join(options.report, 'calibration.html'))}\n`);
  }
  const text =
    options.json === true
      ? JSON.stringify(await evaluationData(evaluation, topic), null, 2)
      : await evaluationText(evaluation, terminalOf(process.stdout, context.lang), topic);
  process.stdout.on('error', () => {});
  process.stdout.write(`${text}\n`);
}

// `--errors FILE` reads like `--errors` followed by the transcripts: a file is never something to show errors about.
async function topicAndTranscripts(
  typed: readonly string[],
  { errors }: EvaluateOptions,
  m: EvaluateMessages,
): Promise<{ readonly topic?: DisagreementTopic; readonly transcripts: readonly string[] }> {
  const { disagreementTopics } = await import('../index.ts');
  const topic = errors === true ? 'all' : disagreementTopics.find((one) => one === errors);
  const isFile = typeof errors === 'string' && topic === undefined;
  if (isFile && !existsSync(errors)) throw usageError(m.notAbout(errors, disagreementTopics.join(', ')));
  const transcripts = isFile ? [errors, ...typed] : typed;
  if (transcripts.length === 0) throw usageError(m.noTranscripts);
  if (isFile) return { topic: 'all', transcripts };
  return topic === undefined ? { transcripts } : { topic, transcripts };
}

async function groupsIn({ by }: EvaluateOptions, m: EvaluateMessages): Promise<readonly Grouping[]> {
  const { groupings } = await import('../index.ts');
  if (by === undefined) return groupings;
  if (by === 'none') return [];
  return by.split(',').map((name) => {
    const grouping = groupings.find((one) => one === name.trim());
    if (grouping === undefined) throw usageError(m.notGrouping(name, [...groupings, 'none'].join(', ')));
    return grouping;
  });
}

async function leftOutIn({ leaveOut = [] }: EvaluateOptions, m: EvaluateMessages): Promise<readonly string[]> {
  const { markerIds } = await import('../index.ts');
  for (const one of leaveOut)
    if (!markerIds.some((id) => id === one.split('@')[0])) throw usageError(m.notMarker(one, markerIds.join(', ')));
  return leaveOut;
}

function checkTogether(kind: Evaluation['kind'], options: EvaluateOptions, m: EvaluateMessages): void {
  if (kind === 'labels' && options.criteria !== undefined) throw usageError(m.criteriaForSheets);
  if (kind === 'labels') return;
  for (const option of ['errors', 'strip', 'leaveOut', 'by'] as const)
    if (options[option] !== undefined)
      throw usageError(m.forLabelsOnly(`--${option === 'leaveOut' ? 'leave-out' : option}`));
}
