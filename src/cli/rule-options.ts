// The options that say which rules are in force; the same for every command that judges.
import { type Command, Option } from 'commander';
import type { RuleSources } from '../index.ts';
import type { Messages } from './messages.ts';

/** The values of those options as commander gives them. */
export interface RuleOptions {
  readonly lexicons?: string;
  readonly scorecard?: string;
  readonly region?: 'fr-FR' | 'fr-CA';
  readonly ears?: 'lexicon' | 'both';
}

/** Adds the options to a command. */
export function ruleOptions(command: Command, { options }: Messages): Command {
  return command
    .option('--lexicons <dir>', options.lexicons)
    .option('--scorecard <file>', options.scorecard)
    .addOption(new Option('--region <code>', options.region).choices(['fr-FR', 'fr-CA']))
    .addOption(new Option('--ears <which>', options.ears).choices(['lexicon', 'both']))
    .addOption(new Option('--lang <fr|en>', options.lang).choices(['fr', 'en']));
}

/** What the options say, as the library takes it. */
export function ruleSources({ lexicons, scorecard, region, ears }: RuleOptions): RuleSources {
  return {
    ...(lexicons === undefined ? {} : { lexicons }),
    ...(scorecard === undefined ? {} : { scorecard }),
    ...(region === undefined ? {} : { region }),
    ...(ears === undefined ? {} : { ears }),
  };
}
