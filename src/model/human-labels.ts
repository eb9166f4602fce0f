// What people said about conversations: labels by the annotation guide, and a team's own graded sheet.
import type { BehaviourId, Verdict } from './behaviour.ts';
import type { MarkerId } from './marker.ts';
import type { Place } from './place.ts';

/** One turn as a person labelled it. */
export interface LabelledTurn {
  readonly index: number;
  readonly markers: readonly MarkerId[];
  /** -3..+3 for a turn of the client; absent where the person did not say. */
  readonly emotion?: number;
}

/** A flag as a person set it; both ends included. */
export interface LabelledFlag {
  readonly from: number;
  readonly to: number;
  readonly polarity: 'negative' | 'positive';
}

/** One conversation as a person labelled it. */
export interface HumanLabels {
  readonly id: string;
  readonly turns: readonly LabelledTurn[];
  readonly flags: readonly LabelledFlag[];
  /** A behaviour that the person did not judge is absent, and not measured. */
  readonly behaviours: Readonly<Partial<Record<BehaviourId, Verdict>>>;
  readonly place: Place;
}

/** One cell of a graded sheet. */
export interface Grade {
  readonly conversation: string;
  readonly behaviour: BehaviourId;
  /** The criterion and the grade in the team's own words. */
  readonly criterion: string;
  readonly written: string;
  /** The grade as one of our verdicts. */
  readonly verdict: Verdict;
  /** Who graded, where the sheet says it. */
  readonly by?: string;
  readonly comment?: string;
  readonly place: Place;
}

/** A team's graded sheet, read and understood. */
export interface GradedSheet {
  readonly grades: readonly Grade[];
  /** Whether the sheet tells a violation from a miss; where it does not, our `violated` counts as `missed`. */
  readonly tellsViolations: boolean;
  /** Criteria graded in points, with the number of points that counts as full marks. */
  readonly scales: readonly { readonly criterion: string; readonly full: number }[];
}
