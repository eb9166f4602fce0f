// What Amazon calls the participants of a contact.
import type { Role } from '../../model/conversation.ts';

const roles: Readonly<Record<string, Role>> = {
  AGENT: 'agent',
  CUSTOMER: 'client',
  SYSTEM: 'system',
  SUPERVISOR: 'system',
  CUSTOM_BOT: 'bot',
  BOT: 'bot',
};

/** The role that Amazon's word names; undefined for anything else. */
export function connectRole(word: string | undefined): Role | undefined {
  return word !== undefined && Object.hasOwn(roles, word) ? roles[word] : undefined;
}
