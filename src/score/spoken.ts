// A conversation made ready for judging: the turns of each side in order, which markers each turn carries, and what was
// said in numbers. Read once, looked at by every condition and fact.
import type { Conversation, Role } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';
import { type MarkerBits, markerNumber } from './marker-bits.ts';
import { type Said, said } from './said.ts';

/** What the conditions and facts look at. */
export interface Spoken {
  readonly conversation: Conversation;
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
  /** What was said; read on first use, and not to be kept. */
  readonly said: Said;
  /** Turn numbers of each role, in order. */
  readonly turnsOf: Readonly<Record<Role | 'anyone', readonly number[]>>;
  /** Number of the marker of each piece of evidence. */
  readonly markers: readonly number[];
  /** Numbers of the markers heard, in the order of their first evidence. */
  readonly heard: readonly number[];
  /** Turns that carry each marker, by its number: in order, each once. */
  readonly turnsWith: readonly (readonly number[])[];
  /** Markers that each turn carries, as bits. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Markers that any turn carries. */
  readonly present: MarkerBits;
}

const nowhere: readonly number[] = [];

/** Reads a conversation once for all the conditions and facts. */
export function spoken(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Spoken {
  const { turns } = conversation;
  const turnsOf: Record<Role | 'anyone', number[]> = { agent: [], client: [], bot: [], system: [], anyone: [] };
  const low: number[] = [];
  const high: number[] = [];
  for (const { role, index } of turns) {
    turnsOf[role].push(index);
    if (role === 'agent' || role === 'client') turnsOf.anyone.push(index);
    low.push(0);
    high.push(0);
  }
  const markers: number[] = [];
  const heard: number[] = [];
  const turnsWith: (readonly number[])[] = [];
  for (let i = 0; i < markerIds.length; i++) turnsWith.push(nowhere);
  let anyLow = 0;
  let anyHigh = 0;
  for (const { marker, turn } of evidence) {
    const number = markerNumber[marker];
    markers.push(number);
    if (number < 32) {
      low[turn]! |= 1 << number;
      anyLow |= 1 << number;
    } else {
      high[turn]! |= 1 << (number - 32);
      anyHigh |= 1 << (number - 32);
    }
    const list = turnsWith[number]!;
    if (list === nowhere) {
      turnsWith[number] = [turn];
      heard.push(number);
    } else if (list.at(-1)! < turn) (list as number[]).push(turn);
    else if (!list.includes(turn)) turnsWith[number] = [...list, turn].sort((a, b) => a - b);
  }
  let words: Said | undefined;
  return {
    conversation,
    evidence,
    emotion,
    turnsOf,
    markers,
    heard,
    turnsWith,
    low,
    high,
    present: { low: anyLow, high: anyHigh },
    get said() {
      words ??= said(turns);
      return words;
    },
  };
}

/** Whether the turn carries one of the markers. */
export function hears(talk: Spoken, turn: number, { low, high }: MarkerBits): boolean {
  return (talk.low[turn]! & low) !== 0 || (talk.high[turn]! & high) !== 0;
}

/** Whether any turn carries one of the markers. */
export function isPresent({ present }: Spoken, { low, high }: MarkerBits): boolean {
  return (present.low & low) !== 0 || (present.high & high) !== 0;
}

/** Turns that carry a marker, in order. */
export function turnsOfMarker(talk: Spoken, marker: MarkerId): readonly number[] {
  return talk.turnsWith[markerNumber[marker]]!;
}

/** The numbers in order, each once. */
export function inOrder(numbers: readonly number[]): readonly number[] {
  let isInOrder = true;
  for (let i = 1; i < numbers.length && isInOrder; i++) isInOrder = numbers[i]! > numbers[i - 1]!;
  return isInOrder ? numbers : [...new Set(numbers)].sort((a, b) => a - b);
}
