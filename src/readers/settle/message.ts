// A message of an export that lists messages, not conversations.
import type { Channel } from '../../model/conversation.ts';
import type { Place } from '../../model/place.ts';
import type { DraftTurn } from './draft.ts';

/** One message and what it says about its conversation. */
export interface Message {
  readonly conversation: string;
  readonly turn: DraftTurn;
  /** Its place in the conversation, where the export numbers messages. */
  readonly order?: number | undefined;
  readonly channel?: Channel | undefined;
  readonly startedAt?: string | undefined;
  readonly isTranscribed?: boolean | undefined;
  readonly agentId?: string | undefined;
  readonly agentName?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientName?: string | undefined;
  readonly place: Place;
}
