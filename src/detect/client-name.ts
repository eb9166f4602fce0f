// The client addressed by name: known from the record, said by the client, or redacted.
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import type { Hearing } from './hearing.ts';

/** Makes the recogniser. */
export function clientNames(_rules: Rules): (conversation: Conversation, hearing: Hearing) => Evidence[] {
  return () => [];
}
