// One conversation in, one assessment out. Pure: the same conversation and rules give the same assessment.
import type { Guess } from './detect/language.ts';
import { ears, emptyMemory, type HeardConversation } from './listening.ts';
import type { Assessment, Flag } from './model/assessment.ts';
import type { Conversation, Turn } from './model/conversation.ts';
import type { Evidence } from './model/evidence.ts';
import type { Rules } from './model/rules.ts';
import { alerts } from './score/alerts.ts';
import { flag } from './score/flag.ts';
import { judge } from './score/judge.ts';

export interface AnalyserOptions {
  /** Guesses the language where common words leave a doubt; without it doubtful texts count as French. */
  readonly guessLanguage?: Guess;
}

const french: Guess = () => 'fra';

/** Makes `analyse(conversation)` for the rules in force. */
export function analyser(rules: Rules, options: AnalyserOptions = {}): (conversation: Conversation) => Assessment {
  const hear = ears(rules, options.guessLanguage ?? french);
  return (conversation) => assessed(conversation, hear(conversation), rules);
}

/** What is known of a conversation before anybody speaks. */
export type Opening = Omit<Conversation, 'turns'>;

/** A turn as it comes; its place is where it comes. */
export type NewTurn = Omit<Turn, 'index'>;

/** What a conversation shows so far. */
export interface SoFar {
  readonly evidence: readonly Evidence[];
  /** One entry a turn, -3..+3 for the client, null for everyone else. */
  readonly emotion: readonly (number | null)[];
  readonly flags: readonly Flag[];
}

/** A conversation that is listened to while it goes on. */
export interface Listening {
  /** Takes the next turn; what earlier turns show may change with it. */
  push(turn: NewTurn): SoFar;
  /** The assessment of all the turns so far, the very one that `analyse` gives of them. */
  assessment(): Assessment;
}

/** Makes `listen(opening)` for the rules in force: each conversation is listened to on its own, as many at a time as wanted. */
export function listener(rules: Rules, options: AnalyserOptions = {}): (opening: Opening) => Listening {
  const hear = ears(rules, options.guessLanguage ?? french);
  return (opening) => {
    const turns: Turn[] = [];
    const conversation: Conversation = { ...opening, turns };
    const memory = emptyMemory();
    let heard = hear(conversation, memory);
    return {
      push(turn) {
        turns.push({ ...turn, index: turns.length });
        heard = hear(conversation, memory);
        const { evidence, emotion, isFrench } = heard;
        return { evidence, emotion, flags: isFrench ? flag(conversation, evidence, emotion) : [] };
      },
      assessment: () => assessed(conversation, heard, rules),
    };
  };
}

/** The assessment of what was heard in a conversation. */
export function assessed(conversation: Conversation, heard: HeardConversation, rules: Rules): Assessment {
  const { evidence, emotion, isFrench } = heard;
  const isJudged = isFrench && conversation.turns.some((turn) => turn.role === 'agent');
  const verdict = isJudged
    ? judge(conversation, evidence, emotion, rules.scorecard)
    : { quality: null, judged: 0, critical: [], behaviours: {} };
  return {
    id: conversation.id,
    channel: conversation.channel,
    started_at: conversation.startedAt ?? null,
    agent_id: conversation.agent.id,
    agent_name: conversation.agent.name ?? null,
    language: heard.language,
    rules: rules.hash,
    turns: conversation.turns.length,
    quality: verdict.quality,
    judged: verdict.judged,
    critical: verdict.critical,
    behaviours: verdict.behaviours,
    evidence,
    emotion,
    flags: isFrench ? flag(conversation, evidence, emotion) : [],
    alerts: isFrench ? alerts(evidence) : [],
    notes: heard.notes,
  };
}
