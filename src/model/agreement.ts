// How far ecoute and people agree: what `evaluate` measures, and what the calibration page shows.
// Nothing to measure is null, never 0.
import type { Assessment } from './assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict } from './behaviour.ts';
import type { Conversation } from './conversation.ts';
import type { Evidence } from './evidence.ts';
import type { Grade, HumanLabels, LabelledFlag } from './human-labels.ts';
import { type MarkerId, markerIds } from './marker.ts';

/** One conversation heard twice: by a person and by ecoute. */
export interface Pair {
  readonly conversation: Conversation;
  readonly labels: HumanLabels;
  readonly assessment: Assessment;
  /** Where the conversation comes from, in a word: the name of its file. */
  readonly source: string;
  /** Markers that this source cannot show, and that are not measured here. */
  readonly unmeasured?: readonly MarkerId[];
}

/** The bounds between which a figure lies 95 times in 100, had other conversations been drawn. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How well something was found. `support` counts what the person marked, `found` what ecoute did. */
export interface FoundScore {
  readonly support: number;
  readonly found: number;
  readonly misses: number;
  readonly false_alarms: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** How far two judges agree over categories; `kappa` is Cohen's, free of the agreement that chance alone gives. */
export interface JudgeScore {
  readonly pairs: number;
  /** Share of exactly equal judgements. */
  readonly exact: number | null;
  /** Null as well where both judges always said one and the same thing: chance alone explains that. */
  readonly kappa: number | null;
}

/** The figures that sum a measure up; macro F1 is the mean over the markers that the person marked at least once. */
export const headlineIds = ['micro_f1', 'macro_f1', 'behaviours_kappa', 'emotion_kappa', 'flags_f1'] as const;

export type HeadlineId = (typeof headlineIds)[number];

/** Agreement over a set of conversations. */
export interface Agreement {
  readonly conversations: number;
  readonly turns: number;
  readonly headlines: Readonly<Record<HeadlineId, number | null>>;
  readonly markers: Readonly<Record<MarkerId, FoundScore>>;
  /** All markers counted together. */
  readonly micro: FoundScore;
  readonly behaviours: Readonly<Record<BehaviourId, JudgeScore>>;
  /** All judgements pooled. */
  readonly behaviours_overall: JudgeScore;
  /** Quadratically weighted, over the client's turns that the person gave a value. */
  readonly emotion: JudgeScore;
  /** A flag is found when one of the same polarity shares a turn with it. */
  readonly flags: FoundScore;
  /** Conversations that the person did not flag, and how many of them ecoute flagged. */
  readonly calm: { readonly conversations: number; readonly flagged: number; readonly share: number | null };
}

/** What `evaluate` says: everything, and the same for every source, channel and variety. */
export interface AgreementReport {
  readonly overall: Agreement;
  readonly intervals: Readonly<Record<HeadlineId, Interval | null>>;
  readonly by: Readonly<Partial<Record<Grouping, Readonly<Record<string, Agreement>>>>>;
}

export const groupings = ['source', 'channel', 'variety'] as const;

export type Grouping = (typeof groupings)[number];

/** One criterion of a team's sheet against ecoute. */
export interface CriterionAgreement extends JudgeScore {
  readonly criterion: string;
  readonly behaviour: BehaviourId;
  readonly interval: Interval | null;
  /** `table[human][ecoute]`: how often each pair of verdicts came up, in the order of `verdicts`. */
  readonly table: readonly (readonly number[])[];
}

/** A grade that ecoute does not share. */
export interface GradeDisagreement {
  readonly grade: Grade;
  readonly ecoute: Verdict;
}

/** A team's sheet against ecoute. */
export interface SheetAgreement {
  readonly conversations: number;
  readonly criteria: readonly CriterionAgreement[];
  readonly overall: JudgeScore & { readonly interval: Interval | null };
  readonly disagreements: readonly GradeDisagreement[];
  readonly tells_violations: boolean;
  readonly scales: readonly { readonly criterion: string; readonly full: number }[];
}

/** A place where ecoute and a person part. */
export type Disagreement = MarkerDisagreement | VerdictDisagreement | EmotionDisagreement | FlagDisagreement;

/** A marker that only one of the two heard in a turn; `marked` is all that the person marked there. */
export interface MarkerDisagreement {
  readonly kind: 'miss' | 'false-alarm';
  readonly about: MarkerId;
  readonly pair: Pair;
  readonly turn: number;
  readonly evidence: readonly Evidence[];
  readonly marked: readonly MarkerId[];
}

export interface VerdictDisagreement {
  readonly kind: 'verdict';
  readonly about: BehaviourId;
  readonly pair: Pair;
  readonly person: Verdict;
  readonly ecoute: Verdict;
  readonly evidence: readonly Evidence[];
  /** Turns that ecoute looked at. */
  readonly searched: readonly number[];
}

/** Emotions two steps or more apart. */
export interface EmotionDisagreement {
  readonly kind: 'emotion';
  readonly about: 'emotion';
  readonly pair: Pair;
  readonly turn: number;
  readonly person: number;
  readonly ecoute: number;
  readonly evidence: readonly Evidence[];
}

/** A flag that only one of the two set. */
export interface FlagDisagreement {
  readonly kind: 'flag';
  readonly about: 'flags';
  readonly pair: Pair;
  readonly flag: LabelledFlag;
  readonly side: 'miss' | 'false-alarm';
}

/** What disagreements may be listed about: a marker, a behaviour, emotion, flags, or everything. */
export type DisagreementTopic = 'all' | MarkerId | BehaviourId | 'emotion' | 'flags';

/** Every topic once: some names are those of a marker and of a behaviour. */
export const disagreementTopics: readonly DisagreementTopic[] = [
  ...new Set<DisagreementTopic>(['all', ...markerIds, ...behaviourIds, 'emotion', 'flags']),
];
