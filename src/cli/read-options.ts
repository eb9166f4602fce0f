// The options that say how inputs are read; the same for every command that reads conversations.
import type { Command } from 'commander';
import type { Notice, ReadOptions } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import type { Messages } from './messages.ts';

/** The values of those options as commander gives them. */
export interface TypedReading {
  readonly from?: string;
  readonly agent?: string;
  readonly map?: string;
  readonly lexicons?: string;
}

/** Adds the options to a command. */
export function readOptions(command: Command, { options }: Messages): Command {
  return command
    .option('--from <format>', options.from)
    .option('--map <file>', options.map)
    .option('--agent <speaker>', options.agent);
}

/** What the options say, as the library takes it; a format that nobody knows is a mistake in the command line. */
export async function readingOf(
  { from, agent, map, lexicons }: TypedReading,
  { messages }: Context,
  onNotice?: (notice: Notice) => void,
): Promise<ReadOptions> {
  const { inputFormats } = await import('../index.ts');
  if (from !== undefined) {
    const known = await inputFormats();
    if (!known.includes(from)) throw usageError(messages.failure.usage.invalidValue('--from', from, known.join(', ')));
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(agent === undefined ? {} : { agent }),
    ...(map === undefined ? {} : { map }),
    ...(lexicons === undefined ? {} : { lexicons }),
    ...(onNotice === undefined ? {} : { onNotice }),
  };
}
