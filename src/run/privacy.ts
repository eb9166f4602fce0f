// What a user asks to hide → what the threads need to know, and the keeping of who is behind each pseudonym.
import type { Rules } from '../model/rules.ts';
import type { Privacy, Veil } from './veil.ts';

/** What is hidden of people. */
export interface PrivacyChoice {
  readonly redact: boolean;
  /** File with the key of the pseudonyms of agents; made where it is missing. */
  readonly keyFile?: string;
}

/** The choice with its key. Throws an IoError where the key file is none. */
export async function privacyOf(choice: PrivacyChoice | undefined): Promise<Privacy | undefined> {
  if (choice === undefined) return undefined;
  const { redact, keyFile } = choice;
  if (keyFile === undefined) return { redact };
  const { openKeyFile } = await import('./key-file.ts');
  return { redact, key: openKeyFile(keyFile).key };
}

/** The veil, where anything is to be hidden; what hides is heavy, and most runs never need it. */
export async function veilWhereAsked(privacy: Privacy | undefined, rules: Rules): Promise<Veil | undefined> {
  if (privacy === undefined) return undefined;
  const { veilFor } = await import('./veil.ts');
  return veilFor(privacy, rules);
}

/** Notes pseudonyms in the key file as soon as they are given: an interrupted run loses none. */
export function pseudonymNotes(
  keyFile: string | undefined,
): (met: readonly (readonly [string, string])[]) => Promise<void> {
  const noted = new Map<string, string>();
  return async (met) => {
    const fresh = met.filter(([pseudonym]) => !noted.has(pseudonym));
    if (keyFile === undefined || fresh.length === 0) return;
    for (const [pseudonym, agent] of fresh) noted.set(pseudonym, agent);
    const { addToKeyFile } = await import('./key-file.ts');
    addToKeyFile(keyFile, noted);
  };
}
