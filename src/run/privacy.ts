// What a user asks to hide → what the threads need to know, and the keeping of who is behind each pseudonym.
import { addToKeyFile, openKeyFile } from './key-file.ts';
import type { Privacy } from './veil.ts';

/** What is hidden of people. */
export interface PrivacyChoice {
  readonly redact: boolean;
  /** File with the key of the pseudonyms of agents; made where it is missing. */
  readonly keyFile?: string;
}

/** The choice with its key. Throws an IoError where the key file is none. */
export function privacyOf(choice: PrivacyChoice | undefined): Privacy | undefined {
  if (choice === undefined) return undefined;
  const { redact, keyFile } = choice;
  return keyFile === undefined ? { redact } : { redact, key: openKeyFile(keyFile).key };
}

/** Notes pseudonyms in the key file as soon as they are given: an interrupted run loses none. */
export function pseudonymNotes(keyFile: string | undefined): (met: readonly (readonly [string, string])[]) => void {
  const noted = new Map<string, string>();
  return (met) => {
    const fresh = met.filter(([pseudonym]) => !noted.has(pseudonym));
    if (keyFile === undefined || fresh.length === 0) return;
    for (const [pseudonym, agent] of fresh) noted.set(pseudonym, agent);
    addToKeyFile(keyFile, noted);
  };
}
