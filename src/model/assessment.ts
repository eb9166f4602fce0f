// One conversation judged: the contract of the whole product, one JSON object a line, snake_case.
import type { BehaviourId, Verdict } from './behaviour.ts';
import type { Channel } from './conversation.ts';
import type { Evidence } from './evidence.ts';
import type { MarkerId } from './marker.ts';

/** A verdict with its grounds: indices into `evidence`, and the turns looked at. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Indices into the assessment's `evidence`. */
  readonly evidence?: readonly number[];
  /** Turn numbers that were searched, in order. */
  readonly searched?: readonly number[];
}

/** An exchange full of emotion; `from`..`to` are turn numbers, both included. */
export interface Flag {
  readonly from: number;
  readonly to: number;
  readonly polarity: 'negative' | 'positive';
  /** Strongest emotion of the client inside, -3..+3. */
  readonly peak: number;
  /** Whether the client's emotion came back to 0 or more later on; for positive flags always true. */
  readonly recovered: boolean;
}

export type Alert = Extract<MarkerId, 'abuse' | 'churn-threat' | 'escalation-demand' | 'repeat-contact'>;

/** What a reader of the assessment should know before trusting it. */
export type Note = 'not-french' | 'bilingual' | 'roles-guessed' | 'no-agent-turns' | 'no-client-turns';

export interface Assessment {
  readonly id: string;
  readonly channel: Channel;
  readonly started_at: string | null;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  /** ISO 639-3, `und` where too little was said. */
  readonly language: string;
  /** Hash of the lexicons, scorecard and model in force. */
  readonly rules: string;
  /** Number of turns. */
  readonly turns: number;
  /** 0..100, weighted share of the applicable behaviours that were shown; null where nothing applied. */
  readonly quality: number | null;
  /** How many behaviours applied. */
  readonly judged: number;
  /** Critical behaviours that were violated. */
  readonly critical: readonly BehaviourId[];
  /** Every behaviour of the scorecard; empty where nothing was judged. */
  readonly behaviours: Readonly<Partial<Record<BehaviourId, Judgement>>>;
  readonly evidence: readonly Evidence[];
  /** One entry a turn, -3..+3 for the client, null for everyone else. */
  readonly emotion: readonly (number | null)[];
  readonly flags: readonly Flag[];
  readonly alerts: readonly Alert[];
  readonly notes: readonly Note[];
}
