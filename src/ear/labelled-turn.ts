// What the ear learns from.
import type { Features } from './features.ts';

/** One labelled turn, ready to learn from. */
export interface LabelledTurn {
  readonly role: 'agent' | 'client';
  /** Conversation; turns of one conversation are never split between learning and checking. */
  readonly group: string;
  /** Place of the turn in its conversation. */
  readonly index: number;
  /** Whether what is learned is checked on the turn; the others only teach. */
  readonly isChecked: boolean;
  /** Whether the turn stands in a conversation, and not alone. */
  readonly isInContext: boolean;
  readonly features: Features;
  readonly markers: ReadonlySet<string>;
  readonly emotion: number;
  /** What the lexicon heard. */
  readonly heard: ReadonlySet<string>;
  /** Markers of which an exception was heard. */
  readonly silenced: ReadonlySet<string>;
  /** The emotion that the lexicon felt. */
  readonly felt: number;
}
