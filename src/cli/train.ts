// `ecoute train`: a team's own ear, learned from its labelled conversations, with what it is worth before and after.
import type { Command } from 'commander';
import type { Agreement, HeadlineId, MarkerId } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { type TrainMessages, trainMessages } from './messages/train.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { tellProblems } from './tell-problems.ts';

interface TrainChoices extends RuleOptions {
  readonly transcripts?: readonly string[];
  readonly teach?: readonly string[];
  readonly labels?: readonly string[];
  readonly out?: string;
  readonly anew?: true;
}

const unusable = 65;

/** Adds `train` to the program. */
export function train(program: Command, context: Context): void {
  const m = trainMessages[context.lang];
  const command = program
    .command('train')
    .usage(m.usage)
    .summary(m.about)
    .description(m.about)
    .option('--transcripts <file...>', m.transcripts)
    .option('--teach <file...>', m.teach)
    .option('--labels <file...>', m.labels)
    .option('--out <dir>', m.out)
    .option('--anew', m.anew);
  ruleOptions(command, context.messages).action((choices: TrainChoices) => run(choices, m));
}

async function run(choices: TrainChoices, m: TrainMessages): Promise<void> {
  const { transcripts, labels, out } = choices;
  if (transcripts === undefined) throw usageError(m.missing('--transcripts'));
  if (labels === undefined) throw usageError(m.missing('--labels'));
  if (out === undefined) throw usageError(m.missing('--out'));
  const { loadRules, trainEar, writeEar } = await import('../index.ts');
  const rules = await loadRules(ruleSources(choices));
  const training = await trainEar({
    transcripts,
    labels,
    rules,
    isOnTop: choices.anew !== true,
    ...(choices.teach && { teaching: choices.teach }),
  });
  if (training.kind === 'misfit') {
    await tellProblems(m.misfit(training.problems.length), training.problems, m.more);
    process.exitCode = unusable;
    return;
  }
  if (training.kind === 'too-little') {
    process.stderr.write(`${m.tooLittle(training.conversations, training.needed)}\n`);
    process.exitCode = unusable;
    return;
  }
  await writeEar(training, out);
  const { before, after, conversations, turns } = training;
  process.stdout.write(`${m.learned(conversations, turns)}\n\n${table(before, after, m)}\n\n${m.written(out)}\n`);
  if ((after.headlines.micro_f1 ?? 0) < (before.headlines.micro_f1 ?? 0)) process.stdout.write(`${m.worse}\n`);
}

function table(before: Agreement, after: Agreement, m: TrainMessages): string {
  const figure = (value: number | null) => (value === null ? '—' : value.toFixed(3));
  const headline = (id: HeadlineId) => [
    m.headlines[id],
    '',
    figure(before.headlines[id]),
    figure(after.headlines[id]),
    '',
    '',
  ];
  const rows = [
    [...m.columns],
    ...Object.entries(after.markers).map(([marker, { support, f1, precision, recall }]) => [
      marker,
      String(support),
      figure(before.markers[marker as MarkerId].f1),
      ...[f1, precision, recall].map(figure),
    ]),
    ...(Object.keys(m.headlines) as HeadlineId[]).map(headline),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
