// Conversations drawn for people to listen to: which, for whom, and why.

import type { Interval } from './agreement.ts';
import type { Alert } from './assessment.ts';
import type { BehaviourId } from './behaviour.ts';
import type { Channel } from './conversation.ts';

/** Why a conversation was drawn: likely bad, likely excellent, or by chance alone. */
export const drawKinds = ['likely-bad', 'likely-excellent', 'random'] as const;

export type DrawKind = (typeof drawKinds)[number];

/** Something in an assessment that speaks for listening to it. */
export type Sign =
  | { readonly kind: 'critical' | 'violated'; readonly behaviours: readonly BehaviourId[] }
  | { readonly kind: 'quality'; readonly quality: number }
  /** A difficult moment: the client's lowest emotion, and whether it was made good. */
  | { readonly kind: 'unrecovered' | 'recovered'; readonly peak: number }
  | { readonly kind: 'delight'; readonly peak: number }
  | { readonly kind: 'alert'; readonly alert: Alert };

/** One conversation drawn, with the signs that spoke for it; none where chance alone decided. */
export interface Draw {
  readonly id: string;
  readonly channel: Channel;
  readonly started_at: string | null;
  readonly kind: DrawKind;
  readonly signs: readonly Sign[];
}

/** What was drawn for one agent. */
export interface AgentDraws {
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  /** How many conversations there were to draw from. */
  readonly conversations: number;
  readonly draws: readonly Draw[];
}

/** A whole sample. */
export interface Sample {
  readonly seed: number;
  readonly per_agent: number;
  readonly agents: readonly AgentDraws[];
  /** Conversations in which nothing could be judged: never drawn. */
  readonly not_judged: number;
}

/** How much of what people call so was among the conversations drawn for it, against what chance finds. */
export interface Gain {
  readonly kind: Exclude<DrawKind, 'random'>;
  /** Labelled conversations, and how many of them people call bad (or excellent). */
  readonly labelled: number;
  readonly so: number;
  /** Drawn for this reason among the labelled ones, and how many of them people call so. */
  readonly drawn: number;
  readonly hits: number;
  /** Hits that the same number of random draws for each agent gives on average. */
  readonly by_chance: number;
  /** Share of hits among the tenth (the quarter) of labelled conversations that look most so, whoever the agent is. */
  readonly top_tenth: TopShare | null;
  readonly top_quarter: TopShare | null;
}

export interface TopShare {
  readonly conversations: number;
  readonly hits: number;
  /** Times more than chance. */
  readonly lift: number;
  readonly interval: Interval | null;
}
