// Help pages in the language of the reader: commander writes its headings in English only.
import type { Command } from 'commander';
import type { Messages } from './messages.ts';

/** Makes the help of a command, and of the commands added to it later, speak the language of `messages`. */
export function localHelp(command: Command, messages: Messages): void {
  const titles: Readonly<Record<string, string>> = messages.help.titles;
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => option.description,
    // How each is used stands in its own help.
    subcommandTerm: (sub) => sub.name(),
  });
  command.helpOption('-h, --help', messages.options.help);
  command.usage(messages.help.usage);
}
