// A conversation as every reader yields it: who spoke, what was said, when.
import type { Place } from './place.ts';

export type Role = 'agent' | 'client' | 'bot' | 'system';
export type Channel = 'chat' | 'call';

export interface Turn {
  /** Position in the conversation, from 0. */
  readonly index: number;
  readonly role: Role;
  /** The speaker's own name or id in the export, where there is one. */
  readonly speaker?: string;
  readonly text: string;
  /** Milliseconds from the start of the conversation. */
  readonly startMs?: number;
  readonly endMs?: number;
  /** Wall-clock time as exported (ISO 8601 where the export allows it). */
  readonly at?: string;
}

export interface Conversation {
  readonly id: string;
  readonly channel: Channel;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly agent: { readonly id: string | null; readonly name?: string };
  readonly client?: { readonly id?: string; readonly name?: string };
  /** Whether the export said who is the agent, or we decided it. */
  readonly roles: 'given' | 'guessed';
  /** Variety of French where the export says it (FR, QC, BE, CH, AF…); evaluation groups by it. */
  readonly variety?: string;
  readonly turns: readonly Turn[];
  readonly from: Place;
}
