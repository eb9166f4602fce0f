// The scorecard in force, compiled: which behaviours are judged, what each weighs, and the conditions that decide.
import type { BehaviourId, Verdict } from './behaviour.ts';
import type { FactId } from './fact.ts';
import type { MarkerId } from './marker.ts';

/** Which turns a condition looks at, counted over the turns of the speaker it is about. */
export type Window =
  | { readonly kind: 'all' }
  | { readonly kind: 'first' | 'last'; readonly turns: number }
  /** The next turns of that speaker after each turn carrying one of the markers. */
  | { readonly kind: 'next'; readonly turns: number; readonly after: readonly MarkerId[] };

/** Who says the words of a word class. */
export type SaidBy = 'agent' | 'client' | 'anyone';

/** Something that holds or not in a conversation. */
export type Condition =
  | { readonly kind: 'any' | 'all' | 'none'; readonly of: readonly Condition[] }
  /** At least so many turns in the window carry one of the markers. */
  | {
      readonly kind: 'count';
      readonly markers: readonly MarkerId[];
      readonly atLeast: number;
      readonly window: Window;
    }
  /** At least so many turns in the window hold words of a class. */
  | {
      readonly kind: 'words';
      readonly words: string;
      readonly by: SaidBy;
      readonly atLeast: number;
      readonly window: Window;
    }
  /** A fact at or over one bound and under another. */
  | { readonly kind: 'fact'; readonly fact: FactId; readonly atLeast?: number; readonly below?: number };

export interface Label {
  readonly fr: string;
  readonly en: string;
}

export interface Section {
  readonly id: string;
  readonly label: Label;
}

export interface BehaviourRule {
  readonly id: BehaviourId;
  readonly label: Label;
  /** Id of the section of the grid. */
  readonly section: string;
  readonly weight: number;
  /** A violation is listed apart, whatever the quality. */
  readonly critical: boolean;
  /** Where it does not hold the behaviour is `na`; absent = always an occasion. */
  readonly occasion?: Condition;
  readonly shown: Condition;
  readonly violated?: Condition;
  /** The good that outweighs a slip: where it holds too, `shown` wins over `violated`. */
  readonly outweighed?: Condition;
  /** Whether the trained judge, which weighs every marker and fact, has the last word. */
  readonly trained: boolean;
}

/** A word class: phrases of folded words; a word ending in `*` stands for every word that begins so. */
export interface WordClass {
  readonly name: string;
  readonly phrases: readonly (readonly string[])[];
}

/**
 * A trained judge. For a behaviour, each verdict has its weights by feature name (`empathy`, `empathy often`,
 * `fact recovery`, `rule shown`…); the verdict with the largest sum wins. Ties and unknown behaviours: the rule.
 */
export interface TrainedJudge {
  readonly behaviours: Readonly<Partial<Record<BehaviourId, VerdictWeights>>>;
}

export type VerdictWeights = Readonly<Record<Verdict, Readonly<Record<string, number>>>>;

export interface Scorecard {
  readonly sections: readonly Section[];
  readonly words: readonly WordClass[];
  readonly behaviours: readonly BehaviourRule[];
  /** Absent = the rules alone decide. */
  readonly judge?: TrainedJudge;
}
