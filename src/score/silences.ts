// How long the client waited, from the times on the turns: announced waits, silences without a word, overlaps, and
// clients who had to come forward again.
import type { Turn } from '../model/conversation.ts';
import { addFactTurn, factNumber as f, setFact } from './fact-store.ts';
import { markerNumber } from './marker-bits.ts';
import type { Spoken } from './spoken.ts';
import { addSet, clearSet, hasTurn, setsOf } from './turn-sets.ts';

/** Seconds of speech that lie over the client's before the agent counts as cutting in. */
const spokenOver = 0.5;

/** Seconds after which a client who speaks twice in a row was left waiting. */
const patience = { call: 8, chat: 75 } as const;

/** What makes the client wait for the agent's next words, even where the agent spoke last. */
const toBeContinued = [markerNumber.hold, markerNumber.ownership, markerNumber.transfer];
const hold = setsOf.markers + markerNumber.hold;

/** Reads the facts about waiting. Without times every one is 0. */
export function readSilences({ conversation: { turns, channel }, anyone }: Spoken): void {
  clearSet(setsOf.found);
  for (let i = 0; i < toBeContinued.length; i++) addSet(setsOf.found, setsOf.markers + toBeContinued[i]!);
  let silent = 0;
  let silentTurn = -1;
  let announced = 0;
  let announcedTurn = -1;
  let overlaps = 0;
  let waits = 0;
  let lastOfAgent = -1;
  const isCall = channel === 'call';
  const patient = patience[channel];
  for (let i = 0; i < anyone.length; i++) {
    const at = anyone[i]!;
    const turn = turns[at]!;
    const isAgent = turn.role === 'agent';
    if (i > 0) {
      const before = turns[anyone[i - 1]!]!;
      const gap = gapOf(before, turn);
      const isAfterClient = before.role === 'client';
      // What is not known is not a number, and no comparison holds for it.
      if (!isAgent && isAfterClient && gap >= patient) {
        waits++;
        addFactTurn(f['client-waits'], at);
      } else if (isAgent) {
        if (isCall && isAfterClient && gap < -spokenOver) {
          overlaps++;
          addFactTurn(f.overlaps, at);
        }
        const isAnnounced = lastOfAgent >= 0 && hasTurn(hold, lastOfAgent);
        if (gap > (isAnnounced ? announced : silent) && (isAfterClient || hasTurn(setsOf.found, anyone[i - 1]!))) {
          if (isAnnounced) {
            announced = gap;
            announcedTurn = at;
          } else {
            silent = gap;
            silentTurn = at;
          }
        }
      }
    }
    if (isAgent) lastOfAgent = at;
  }
  setFact(f['silent-wait'], silent);
  if (silentTurn >= 0) addFactTurn(f['silent-wait'], silentTurn);
  setFact(f['announced-wait'], announced);
  if (announcedTurn >= 0) addFactTurn(f['announced-wait'], announcedTurn);
  setFact(f.overlaps, overlaps);
  setFact(f['client-waits'], waits);
}

/** Seconds between two turns, NaN where the times are not known. */
function gapOf(before: Turn, turn: Turn): number {
  const ended = before.endMs ?? before.startMs;
  if (ended !== undefined && turn.startMs !== undefined) return (turn.startMs - ended) / 1000;
  if (before.at === undefined || turn.at === undefined) return Number.NaN;
  return (clock(turn.at) - clock(before.at)) / 1000;
}

/** Times of the two turns that were looked at last: each is asked for twice, as the later and as the earlier one. */
const clocks = [
  { at: '', time: Number.NaN },
  { at: '', time: Number.NaN },
];
let oldest = 0;

/** Milliseconds of an ISO time, or of a bare time of day; NaN for anything else. */
function clock(at: string): number {
  for (const known of clocks) if (known.at === at) return known.time;
  const bare = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(at.trim());
  const time = bare ? (Number(bare[1]) * 3600 + Number(bare[2]) * 60 + Number(bare[3] ?? 0)) * 1000 : Date.parse(at);
  clocks[oldest] = { at, time };
  oldest = 1 - oldest;
  return time;
}
