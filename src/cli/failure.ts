// What the user is told when a run cannot go on, and the exit code that goes with it (the table "Errors" of the README).
import { type Command, CommanderError } from 'commander';
import type { Context } from './context.ts';
import { faultIn, toldIn } from './messages/told.ts';

const exitOf = { rules: 2, usage: 64, internal: 70 } as const;

/** Tells the failure on standard error and gives the exit code. */
export async function failureExit(
  error: unknown,
  argv: readonly string[],
  program: Command,
  context: Context,
): Promise<number> {
  if (error instanceof CommanderError) return usageExit(error, argv, program, context);
  const { IoError, RuleError } = await import('../index.ts');
  if (error instanceof RuleError) {
    tell(context.messages.failure.rules(error.faults.length));
    const told = faultIn(context.lang);
    for (const fault of error.faults) tell(`${fault.file}:${fault.line}:${fault.column} ${told(fault.message)}`);
    return exitOf.rules;
  }
  if (error instanceof IoError) {
    const why = toldIn(context.lang)(error.message);
    tell(`ecoute: ${context.messages.failure.io[error.exitCode]}${context.lang === 'fr' ? ' :' : ':'} ${why}`);
    return error.exitCode;
  }
  tell(context.messages.failure.internal);
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitOf.internal;
}

/** A mistake in the command line that only the command itself can see; told like any other. */
export function usageError(message: string): CommanderError {
  return new CommanderError(exitOf.usage, 'ecoute.usage', message);
}

function usageExit(error: CommanderError, argv: readonly string[], program: Command, { messages }: Context): number {
  if (error.exitCode === 0) return 0;
  const command = program.commands.find((c) => argv.includes(c.name())) ?? program;
  // Without a command commander shows the whole help by itself, on standard error.
  if (error.code === 'commander.help') return exitOf.usage;
  tell(`ecoute: ${usageSentence(error, messages)}`);
  const name = command === program ? 'ecoute' : `ecoute ${command.name()}`;
  tell(`${messages.help.titles['Usage:']} ${name} ${command.usage()}`);
  tell(messages.failure.seeHelp(name));
  return exitOf.usage;
}

function usageSentence(error: CommanderError, messages: Context['messages']): string {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? '');
  const nearest = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1];
  const [first = '', second = ''] = quoted;
  const { usage } = messages.failure;
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first, nearest);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first, nearest);
    case 'commander.optionMissingArgument':
      return usage.optionNeedsValue(first);
    case 'commander.missingArgument':
      return usage.missingArgument(first);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(first);
    case 'commander.excessArguments':
      return usage.tooMany;
    case 'commander.invalidArgument':
      return usage.invalidValue(first, second, /choices are (.+)\./.exec(error.message)?.[1]);
    default:
      return error.message;
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
