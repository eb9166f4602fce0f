// The rules in force, compiled: plain data that a cache file or a worker thread can carry.
import type { MarkerId } from './marker.ts';
import type { Matching } from './matching.ts';
import type { Scorecard } from './scorecard.ts';

/** When a phrase counts; every given condition must hold. */
export interface Conditions {
  /** Among the turns of that speaker: the first n, the last n, all but the first n, all but the last n. */
  readonly turns?: { readonly of: 'first' | 'last' | 'not-first' | 'not-last'; readonly n: number };
  /** The last turns of the other side carry one of these (markers, parts, or `question`). */
  readonly after?: readonly string[];
  /** The same turn carries one of these. */
  readonly with?: readonly string[];
  /** The same turn carries none of these. */
  readonly without?: readonly string[];
}

export interface Phrase {
  /** The marker, or a part `file.part` that other rules refer to. */
  readonly hears: string;
  readonly speaker: 'agent' | 'client' | 'any';
  /** A hit of the marker that overlaps a hit of its exception falls. */
  readonly isException: boolean;
  /** Program counter. */
  readonly entry: number;
  /** `fr/greeting.yaml:6`. */
  readonly because: string;
  readonly when?: Conditions;
  /** Emotion that the words carry, -3..+3. */
  readonly emotion?: number;
}

/** A marker that exists only beside another. */
export interface Pair {
  readonly marker: MarkerId;
  /** The marker that must be there. */
  readonly of: string;
  /** Any of these groups, all of whose members must be near. */
  readonly any: readonly (readonly string[])[];
  /** How many turns of the same speaker after it may still bring them. */
  readonly next: number;
  readonly because: string;
}

export interface MarkerSummary {
  readonly id: MarkerId;
  readonly label: { readonly fr: string; readonly en: string };
  readonly speaker: 'agent' | 'client';
  readonly kind: 'phrases' | 'pair' | 'built-in';
  readonly phrases: number;
  readonly exceptions: number;
  readonly examples: { readonly positive: number; readonly negative: number };
}

/** An example of a lexicon file: words that must be heard, or a sentence that must stay silent. */
export interface Example {
  readonly hears: string;
  readonly speaker: 'agent' | 'client';
  readonly text: string;
  /** Spans that must be heard; empty: nothing may be. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** What the other side said just before. */
  readonly before?: string;
  /** Where in a conversation the turn stands; alone by default. */
  readonly position?: 'first' | 'middle' | 'last';
  readonly clientName?: string;
  readonly agentName?: string;
  readonly file: string;
  readonly line: number;
}

export interface Rules {
  /** Hash of everything below. */
  readonly hash: string;
  /** Folded words; id = index + `firstWordId`. */
  readonly words: readonly string[];
  readonly aliases: Readonly<Record<string, readonly number[]>>;
  /** Bits of a Bloom filter of a French dictionary. */
  readonly french: Uint8Array;
  readonly phrases: readonly Phrase[];
  readonly matching: Matching;
  readonly pairs: readonly Pair[];
  /** Sets of word ids by class name, for the built-in recognisers. */
  readonly classes: Readonly<Record<string, readonly number[]>>;
  /** Word ids by lemma, for the lemmas that phrases use. */
  readonly lemmas: Readonly<Record<string, readonly number[]>>;
  readonly markers: readonly MarkerSummary[];
  readonly examples: readonly Example[];
  readonly scorecard: Scorecard;
  /** The trained ear as it lies in its file; absent: the phrases alone. */
  readonly ear?: Uint8Array;
}
