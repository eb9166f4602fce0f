// What a coach may suggest for a behaviour: why it counts, the aim, other words that were possible, a small exercise.
import type { BehaviourId } from './behaviour.ts';
import type { Label } from './scorecard.ts';

/** Words that were possible; some fit only a displeased client, or only one who is not. */
export interface Phrase extends Label {
  readonly when: 'displeased' | 'calm' | 'any';
}

/** The suggestions for one behaviour. */
export interface Suggestion {
  /** Why it counts; said where the behaviour is a strength. */
  readonly keep: Label;
  readonly aim: Label;
  /** Words that were possible where the behaviour was missed. */
  readonly say: readonly Phrase[];
  /** Words that were possible where the opposite happened. */
  readonly instead: readonly Phrase[];
  readonly try: Label;
}

/** The library; a behaviour may lack its suggestions. */
export type Suggestions = Readonly<Partial<Record<BehaviourId, Suggestion>>>;
