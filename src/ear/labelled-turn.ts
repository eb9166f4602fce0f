// What the ear learns from.
import type { Features } from './features.ts';

/** One labelled turn, ready to learn from. */
export interface LabelledTurn {
  readonly role: 'agent' | 'client';
  /** Conversation; turns of one conversation are never split between learning and checking. */
  readonly group: string;
  /** Whether what is learned is checked on the turn; the others only teach. */
  readonly isChecked: boolean;
  /** Whether the turn stands in a conversation, and not alone. */
  readonly isInContext: boolean;
  readonly features: Features;
  readonly markers: ReadonlySet<string>;
  readonly emotion: number;
  /** What the lexicon heard, and the emotion it felt. */
  readonly heard: ReadonlySet<string>;
  readonly felt: number;
}
