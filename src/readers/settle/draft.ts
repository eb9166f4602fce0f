// A conversation as an export tells it, before anything is decided: roles may be unknown, turns out of order.
import type { Channel, Conversation, Role } from '../../model/conversation.ts';
import type { Place } from '../../model/place.ts';

/** Who an agent is, as the export tells. */
export interface AgentRef {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export interface DraftTurn {
  /** Undefined where the export does not say. */
  readonly role: Role | undefined;
  /** The speaker's own name or id. */
  readonly speaker?: string | undefined;
  readonly text: string;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** Stands for `endMs` where only a length is known. */
  readonly durationMs?: number | undefined;
  readonly at?: string | undefined;
  /** Which agent speaks, where a conversation may have several. */
  readonly agent?: AgentRef | undefined;
}

export interface Draft {
  readonly id?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly startedAt?: string | undefined;
  readonly agent?: AgentRef | undefined;
  readonly client?: Conversation['client'] | undefined;
  /** Written by a machine that heard it: short pieces of one speaker belong together, and silence may have been given words. */
  readonly isTranscribed?: boolean | undefined;
  readonly variety?: string | undefined;
  readonly turns: readonly DraftTurn[];
  readonly from: Place;
}

/** The channel that a word names, if it names one: `VOICE`, « appel », `messaging`, « courriel »… */
export function channelOf(word: string | undefined): Channel | undefined {
  const folded = word?.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() ?? '';
  if (/voice|voix|vocal|call|appel|phone|\btel\b/.test(folded)) return 'call';
  return /chat|messag|mail|courriel|sms|whatsapp|social|web|text|messenger|instagram/.test(folded) ? 'chat' : undefined;
}

/** A client where anything is known of one. */
export function clientOf(id: string | undefined, name: string | undefined): Conversation['client'] | undefined {
  if (id === undefined && name === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
}
