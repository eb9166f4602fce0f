// What every command is handed before its options are read.
import type { Command } from 'commander';
import type { Messages } from './messages.ts';

/** What a command needs to know before its options are read. */
export interface Context {
  readonly lang: 'fr' | 'en';
  readonly messages: Messages;
}

/** Adds one command to the program. */
export type Register = (program: Command, context: Context) => void;
