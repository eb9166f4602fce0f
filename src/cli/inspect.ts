// `ecoute inspect`: how an export is understood; the first thing to run on a file that one does not know.
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { inspectionText } from './inspection-text.ts';
import { inspectMessages } from './messages/inspect.ts';
import { readingOf, readOptions, type TypedReading } from './read-options.ts';
import { terminalOf } from './terminal.ts';

interface InspectOptions extends TypedReading {
  readonly suggestMap?: true;
  readonly json?: true;
}

/** Adds `inspect` to the program. */
export function inspect(program: Command, context: Context): void {
  const { lang, messages } = context;
  const m = inspectMessages[lang];
  const command = program
    .command('inspect')
    .argument('[INPUT...]')
    .usage(m.usage)
    .summary(m.about)
    .description(m.about);
  readOptions(command, messages)
    .option('--suggest-map', m.suggestMap)
    .option('--json', messages.options.json)
    .option('--lexicons <dir>', messages.options.lexicons)
    .addOption(new Option('--lang <fr|en>', messages.options.lang).choices(['fr', 'en']))
    .action((inputs: string[], options: InspectOptions) => run(inputs, options, context));
}

async function run(inputs: readonly string[], options: InspectOptions, context: Context): Promise<void> {
  const m = inspectMessages[context.lang];
  if (inputs.length === 0) throw usageError(m.noInput);
  const { inspectInputs, IoError, loadRules, suggestMapping } = await import('../index.ts');
  const reading = await readingOf(options, context);
  process.stdout.on('error', () => {});
  if (options.suggestMap === true) {
    const draft = await suggestMapping(inputs, reading);
    if (draft === undefined) throw new IoError(m.noDraft(inputs[0]!), 65);
    process.stdout.write(draft);
    return;
  }
  const rules = await loadRules({
    ears: 'lexicon',
    ...(options.lexicons === undefined ? {} : { lexicons: options.lexicons }),
  });
  const inspection = await inspectInputs({ inputs, reading, rules });
  const text =
    options.json === true
      ? `${JSON.stringify(inspection, null, 2)}\n`
      : await inspectionText(inspection, terminalOf(process.stdout, context.lang));
  process.stdout.write(text);
}
