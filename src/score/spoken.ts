// A conversation made ready for judging: the turns of each side in order, which turns carry which marker, and what was
// said in numbers. Read once, looked at by every condition and fact; it lies in place until the next one is read.
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerIds } from '../model/marker.ts';
import { markerNumbers } from './marker-bits.ts';
import { addPiece, clearPieces } from './piece-sets.ts';
import { isAtHand, readTurns } from './said.ts';
import { addTurn, clearSets, hasTurn, setsOf, turnsOf } from './turn-sets.ts';

/** What the conditions and facts look at. */
export interface Spoken {
  conversation: Conversation;
  evidence: readonly Evidence[];
  emotion: readonly (number | null)[];
  /** Turn numbers of each side, in order, and of both together. */
  agent: readonly number[];
  client: readonly number[];
  anyone: readonly number[];
  /** Number of the marker of each piece of evidence. */
  markers: Uint8Array;
  /** Numbers of the markers heard, in the order of their first evidence. */
  heard: Uint8Array;
  heardCount: number;
  /** Markers that any turn carries, as bits. */
  low: number;
  high: number;
}

// Constants of this module are known when it is compiled to machine code; an import is looked up each time.
const { markers: markerSets, agent: agentSet, client: clientSet, anyone: anyoneSet } = setsOf;

/** How many turns carry each marker. */
const timesHeard = new Int32Array(markerIds.length);
const heard = new Uint8Array(markerIds.length);

/** Reads a conversation once for all the conditions and facts; `classes` is how many classes of words will be looked for. */
export function spoken(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
  classes = 0,
): Spoken {
  const { turns } = conversation;
  clearSets(turns.length, classes);
  for (let turn = 0; turn < turns.length; turn++) {
    const { role } = turns[turn]!;
    if (role !== 'agent' && role !== 'client') continue;
    addTurn(role === 'agent' ? agentSet : clientSet, turn);
    addTurn(anyoneSet, turn);
  }
  const agent = turnsOf(agentSet);
  const client = turnsOf(clientSet);
  const anyone = turnsOf(anyoneSet);
  const markers = markerNumbers(evidence);
  clearPieces(evidence.length);
  timesHeard.fill(0);
  let heardCount = 0;
  let low = 0;
  let high = 0;
  for (let i = 0; i < evidence.length; i++) {
    const marker = markers[i]!;
    const { turn } = evidence[i]!;
    addPiece(marker, i);
    if (hasTurn(markerSets + marker, turn)) continue;
    addTurn(markerSets + marker, turn);
    if (timesHeard[marker]!++ > 0) continue;
    heard[heardCount++] = marker;
    if (marker < 32) low |= 1 << marker;
    else high |= 1 << (marker - 32);
  }
  // The client's feelings were just read from the same turns, as a rule.
  if (!isAtHand(turns)) readTurns(turns);
  return { conversation, evidence, emotion, agent, client, anyone, markers, heard, heardCount, low, high };
}

/** How many turns of the conversation at hand carry a marker. */
export function timesOf(marker: number): number {
  return timesHeard[marker]!;
}
