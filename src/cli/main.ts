// From the words typed to an exit code: finds the command, runs it, and tells what went wrong.
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { packageText } from '../package-file.ts';
import { commands } from './commands.ts';
import type { Context } from './context.ts';
import { failureExit } from './failure.ts';
import { localHelp } from './local-help.ts';
import { languageTyped, messagesIn } from './messages.ts';
import { guardStreams } from './standard-streams.ts';

/** Runs `ecoute` with the words typed after its name, and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // Transcripts stream through: a heap that may double before it is swept mostly holds what is forgotten already.
  setFlagsFromString('--heap-growing-percent=75');
  const lang = languageTyped(argv);
  const context: Context = { lang, messages: messagesIn(lang) };
  const program = ecouteProgram(context);
  guardStreams(context.messages);
  try {
    for (const register of await commandsFor(argv)) register(program, context);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = await failureExit(error, argv, program, context);
  }
}

function ecouteProgram({ messages }: Context): Command {
  const program = new Command('ecoute');
  localHelp(program, messages);
  program
    .description(messages.about)
    .version(packageVersion(), '-V, --version', messages.options.version)
    .addOption(new Option('--lang <fr|en>', messages.options.lang).choices(['fr', 'en']))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  return program;
}

async function commandsFor(argv: readonly string[]) {
  const typed = argv.find((word) => Object.hasOwn(commands, word));
  if (typed !== undefined) return [await commands[typed]!()];
  if (argv.includes('--version') || argv.includes('-V')) return [];
  return Promise.all(Object.values(commands).map((load) => load()));
}

function packageVersion(): string {
  return (JSON.parse(packageText('package.json')) as { version: string }).version;
}
