// The options that say how much of people is shown; the same wherever quotes come out.
import type { Command } from 'commander';
import type { PrivacyChoice } from '../index.ts';
import { privacyMessages } from './messages/privacy.ts';

/** The values of those options as commander gives them. */
export interface PrivacyOptions {
  readonly redact?: true;
  readonly pseudonymizeAgents?: string;
}

/** Adds the options to a command. */
export function privacyOptions(command: Command, lang: 'fr' | 'en'): Command {
  const m = privacyMessages[lang];
  return command.option('--redact', m.redact).option('--pseudonymize-agents <keyfile>', m.pseudonyms);
}

/** What the options say, as the library takes it; nothing where nothing is hidden. */
export function privacyChoice({ redact, pseudonymizeAgents }: PrivacyOptions): { readonly privacy?: PrivacyChoice } {
  if (redact !== true && pseudonymizeAgents === undefined) return {};
  const keyFile = pseudonymizeAgents === undefined ? {} : { keyFile: pseudonymizeAgents };
  return { privacy: { redact: redact === true, ...keyFile } };
}
