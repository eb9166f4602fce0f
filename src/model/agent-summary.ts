// What many assessments say about one agent and about a team: the figures behind the coach's pages, and `summary.json`.
// A figure that cannot be given is null, never 0.
import type { Interval } from './agreement.ts';
import type { Alert } from './assessment.ts';
import type { BehaviourId, Verdict } from './behaviour.ts';

/** Where an assessment lies in the score files. */
export interface AssessmentRef {
  readonly id: string;
  /** Number of the score file in the list of inputs. */
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

/** A mean with what it rests on. */
export interface MeanFigure {
  readonly n: number;
  readonly mean: number | null;
  /** Null where one conversation or none was judged. */
  readonly interval: Interval | null;
}

/** One week of an agent or a team; `week` is its Monday, YYYY-MM-DD. */
export interface WeekFigure extends MeanFigure {
  readonly week: string;
}

/** Quality over time: points of quality gained (or lost) a week. */
export interface TrendFigure {
  readonly per_week: number | null;
  readonly interval: Interval | null;
  readonly verdict: 'improves' | 'declines' | 'steady' | 'unknown';
}

/** How much quality varies from one conversation to the next, against the team's agents. */
export interface ConsistencyFigure {
  /** Standard deviation, in points of quality. */
  readonly spread: number | null;
  readonly team_spread: number | null;
  /** Agent's spread over the team's: under 1 is steadier. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly verdict: 'steadier' | 'alike' | 'more-variable' | 'unknown';
}

/** How an agent stands beside the rest of the team. */
export type Standing = 'above' | 'alike' | 'below' | 'too-few' | 'alone';

export type Certainty = 'clear' | 'likely' | 'tentative';

/** One behaviour over many conversations. */
export interface BehaviourFigure {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Conversations with an occasion. */
  readonly occasions: number;
  /** Shown over occasions, 0..1. */
  readonly shown: number | null;
  readonly interval: Interval | null;
  /** The same over the rest of the team. */
  readonly team_shown: number | null;
  readonly team_occasions: number;
}

/** A behaviour chosen as a strength or a priority. */
export interface Choice {
  readonly behaviour: BehaviourId;
  /** Difference from the rest of the team in share shown, drawn towards 0 where occasions are few. */
  readonly effect: number;
  readonly certainty: Certainty;
  /** `team`: by the difference from the team; `own`: by the figure itself, where the team does no better or no worse. */
  readonly against: 'team' | 'own';
}

/** Traits that look like flaws and serve the client. */
export const fineFlaws = ['taking-time', 'insisting-inside', 'thoroughness'] as const;

export type FineFlaw = (typeof fineFlaws)[number];

/** Where clients say that they leave, come back or want a superior. */
export type Door = Extract<Alert, 'churn-threat' | 'escalation-demand' | 'repeat-contact'>;

export const doors = ['churn-threat', 'escalation-demand', 'repeat-contact'] as const satisfies readonly Door[];

/** What came before: the client brought it along, or it followed something that the agent said. */
export const doorCauses = [
  'brought-along',
  'refusal',
  'blame-shifting',
  'lecturing',
  'agitation',
  'transfer',
  'hold',
  'other',
] as const;

export type DoorCause = (typeof doorCauses)[number];

/** Counts of exchanges full of emotion. */
export interface FlagFigure {
  readonly negative: number;
  readonly recovered: number;
  readonly positive: number;
}

/** One agent over a period. */
export interface AgentSummary {
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly conversations: number;
  readonly judged: number;
  readonly calls: number;
  readonly quality: MeanFigure;
  readonly rest_of_team: MeanFigure;
  readonly standing: Standing;
  /** Best and worst place that the figures leave open among those with enough conversations; null below that. */
  readonly rank: { readonly best: number; readonly worst: number; readonly of: number } | null;
  readonly weeks: readonly WeekFigure[];
  readonly improves: TrendFigure;
  readonly consistency: ConsistencyFigure;
  readonly behaviours: Readonly<Record<BehaviourId, BehaviourFigure>>;
  /** Conversations in which a critical behaviour was violated. */
  readonly critical: number;
  readonly strengths: readonly Choice[];
  readonly priorities: readonly Choice[];
  readonly flags: FlagFigure;
  readonly alerts: Readonly<Record<Alert, number>>;
  readonly refusals: { readonly plain: number; readonly softened: number };
  readonly fine_flaws: Readonly<Record<FineFlaw, number>>;
}

/** One hour of the day, 0..23. */
export interface HourFigure {
  readonly hour: number;
  readonly conversations: number;
  readonly negative: number;
}

/** A word of the clients in conversations that ran high, against the others. */
export interface TopicFigure {
  readonly word: string;
  /** Conversations with the word, and how many of those held a difficult moment. */
  readonly conversations: number;
  readonly negative: number;
}

/** Why an agent may need somebody beside. */
export type SupportReason = 'quality' | 'declines' | 'abuse' | 'unrecovered' | 'critical';

export interface SupportFigure {
  readonly agent: string;
  readonly reasons: readonly SupportReason[];
}

/** A team over a period. */
export interface TeamSummary {
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly agents: number;
  readonly conversations: number;
  readonly judged: number;
  readonly quality: MeanFigure;
  readonly weeks: readonly WeekFigure[];
  readonly improves: TrendFigure;
  /** Conversations by quality, in steps of ten. */
  readonly distribution: readonly number[];
  readonly behaviours: Readonly<Record<BehaviourId, BehaviourFigure>>;
  readonly flags: FlagFigure;
  readonly alerts: Readonly<Record<Alert, number>>;
  readonly doors: Readonly<Record<Door, Readonly<Record<DoorCause, number>>>>;
  readonly refusals: { readonly plain: number; readonly softened: number };
  /** The most frequent words of refusal, plain ones first in number. */
  readonly refusal_words: readonly { readonly quote: string; readonly plain: number; readonly softened: number }[];
  readonly hours: readonly HourFigure[];
  readonly topics: readonly TopicFigure[];
  readonly support: readonly SupportFigure[];
  readonly ledger: ReportLedger;
}

/** Account of every record: what was counted, and what was not judged and why. */
export interface ReportLedger {
  readonly read: number;
  readonly counted: number;
  /** The same conversation met again: counted once. */
  readonly repeated: number;
  readonly unreadable: number;
  readonly not_judged: Readonly<Record<NotJudged, number>>;
  readonly without_agent: number;
  readonly without_date: number;
  readonly roles_guessed: number;
  /** Transcripts given that have no score, or that do not go with theirs. */
  readonly transcripts_unknown: number;
  readonly transcripts_misfit: number;
  /** Hashes of the rules that the scores were made by, with the number of conversations. */
  readonly rules: Readonly<Record<string, number>>;
}

export const notJudgedReasons = ['not-french', 'no-agent-turns', 'no-client-turns', 'nothing-applied'] as const;

export type NotJudged = (typeof notJudgedReasons)[number];
