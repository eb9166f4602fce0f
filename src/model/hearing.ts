// A conversation as the phrases heard it, before it becomes evidence: tokens, and who answers whom.
import type { Tokens } from '../text/tokens.ts';
import type { Conditions, Phrase } from './rules.ts';

/** Places of turns among those of their speaker, and what each answers. */
export interface TurnOrder {
  /** Whether the turn is where the condition wants it. */
  stands(turn: number, where: NonNullable<Conditions['turns']>): boolean;
  /** The last block of turns of the other side before a turn, nearest first; empty where there is none near. */
  before(turn: number): readonly number[];
  /** The turn of the same speaker so many turns on, or -1. */
  next(turn: number, steps: number): number;
  /** How many turns of the same speaker come before, and after. */
  rank(turn: number): { readonly fromStart: number; readonly fromEnd: number };
}

/** A phrase heard in a turn; token positions, `to` excluded. */
export interface Heard {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
}

/** Phrases found in a turn, as parallel arrays of which the first `count` entries hold. Token positions, `to` excluded. */
export interface Hits {
  count: number;
  /** Numbers of phrases in the rules. */
  phrase: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

export interface HeardTurn {
  readonly tokens: Tokens;
  /** What was heard, exceptions and conditions already applied. */
  readonly hits: Readonly<Hits>;
  /** The same as objects, made when they are first asked for. */
  readonly heard: readonly Heard[];
  /** Markers of which an exception was heard. */
  readonly silenced: readonly string[];
}

export interface Hearing {
  /** One entry a turn; null for bots and systems. */
  readonly turns: readonly (HeardTurn | null)[];
  readonly order: TurnOrder;
}

/** What was found in turns that were heard before: for conversations that are heard as they go on. */
export interface HeardBefore {
  readonly turns: (HitsOfTurn | null)[];
}

/** What was found in a turn, before any condition. */
export interface Findings {
  /** Phrases that depend on no other marker; those that an exception silences in any case are left out, and it too. */
  readonly found: Hits;
  /** Phrases that depend on other markers. */
  readonly depending: Hits;
  /** Markers of which an exception was found. */
  readonly silenced: string[];
}

/** Tokens of a turn and what was found in it. */
export interface HitsOfTurn extends Findings {
  readonly tokens: Tokens;
}
