// How long the client waited, from the times on the turns: announced waits, silences without a word, overlaps, and
// clients who had to come forward again.
import type { Turn } from '../model/conversation.ts';
import type { Facts } from '../model/fact.ts';
import { bitsOf } from './marker-bits.ts';
import { hears, type Spoken } from './spoken.ts';

/** Seconds of speech that lie over the client's before the agent counts as cutting in. */
const spokenOver = 0.5;

/** Seconds after which a client who speaks twice in a row was left waiting. */
const patience = { call: 8, chat: 75 } as const;

/** What makes the client wait for the agent's next words, even where the agent spoke last. */
const toBeContinued = bitsOf(['hold', 'ownership', 'transfer']);
const hold = bitsOf(['hold']);

/** The facts about waiting. Without times every one is 0. */
export function silences(talk: Spoken): Pick<Facts, 'silent-wait' | 'announced-wait' | 'overlaps' | 'client-waits'> {
  const { turns, channel } = talk.conversation;
  const silent = { value: 0, turns: [] as number[] };
  const announced = { value: 0, turns: [] as number[] };
  const overlaps: number[] = [];
  const waits: number[] = [];
  let before: Turn | undefined;
  let lastOfAgent: Turn | undefined;
  for (const turn of turns) {
    if (turn.role !== 'agent' && turn.role !== 'client') continue;
    const gap = before ? gapOf(before, turn) : null;
    if (before && gap !== null) {
      if (turn.role === 'agent') {
        if (channel === 'call' && before.role === 'client' && gap < -spokenOver) overlaps.push(turn.index);
        const wait = lastOfAgent && hears(talk, lastOfAgent.index, hold) ? announced : silent;
        const isAwaited = before.role === 'client' || hears(talk, before.index, toBeContinued);
        if (isAwaited && gap > wait.value) {
          wait.value = gap;
          wait.turns = [turn.index];
        }
      } else if (before.role === 'client' && gap >= patience[channel]) waits.push(turn.index);
    }
    if (turn.role === 'agent') lastOfAgent = turn;
    before = turn;
  }
  return {
    'silent-wait': silent,
    'announced-wait': announced,
    overlaps: { value: overlaps.length, turns: overlaps },
    'client-waits': { value: waits.length, turns: waits },
  };
}

/** Seconds between two turns, null where the times are not known. */
function gapOf(before: Turn, turn: Turn): number | null {
  const ended = before.endMs ?? before.startMs;
  if (ended !== undefined && turn.startMs !== undefined) return (turn.startMs - ended) / 1000;
  if (before.at === undefined || turn.at === undefined) return null;
  const from = clock(before.at);
  const to = clock(turn.at);
  return from === null || to === null ? null : (to - from) / 1000;
}

/** Milliseconds of an ISO time, or of a bare time of day. */
function clock(at: string): number | null {
  const bare = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(at.trim());
  if (bare) return (Number(bare[1]) * 3600 + Number(bare[2]) * 60 + Number(bare[3] ?? 0)) * 1000;
  const time = Date.parse(at);
  return Number.isNaN(time) ? null : time;
}
