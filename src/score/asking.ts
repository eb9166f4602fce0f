// Whether a condition holds in the conversation at hand; and, for the one that decided, its grounds.
import type { SaidBy } from '../model/scorecard.ts';
import type { Ready, ReadyWindow } from './condition.ts';
import { factValues } from './fact-store.ts';
import type { MarkerBits } from './marker-bits.ts';
import { isPresent, type Spoken } from './spoken.ts';
import { addCommon, addSet, addTurn, clearSet, hasTurn, isSameSet, setsOf, sizeOf, turnsOf } from './turn-sets.ts';

// Constants of this module are known when it is compiled to machine code; an import is looked up each time.
const {
  markers: markerSets,
  agent: agentSet,
  anyone: anyoneSet,
  facts: factSets,
  found,
  window: windowSet,
  seen,
} = setsOf;
const facts = factValues;

type Count = Extract<Ready, { kind: 'count' }>;
type Words = Extract<Ready, { kind: 'words' }>;
type Parts = Extract<Ready, { of: unknown }>;

/** What is known of the conditions of several parts, by their number: nothing, that they hold, or that they do not. */
let answers = new Uint8Array(64);
const unknown = 0;
const yes = 1;
const no = 2;

/** Begins with a conversation, to which so many answers will be remembered. */
export function forgetAnswers(count: number): void {
  if (answers.length < count) answers = new Uint8Array(count * 2);
  else answers.fill(unknown, 0, count);
}

/** Whether a condition holds. */
export function holds(condition: Ready, talk: Spoken): boolean {
  switch (condition.kind) {
    case 'count':
      return hasTurns(condition, talk);
    case 'fact': {
      const value = facts[condition.fact]!;
      return value >= condition.atLeast && value < condition.below;
    }
    case 'words':
      return findWords(condition, talk) >= condition.atLeast;
    default: {
      const known = answers[condition.number]!;
      if (known !== unknown) return known === yes;
      const answer = partsHold(condition, talk);
      answers[condition.number] = answer ? yes : no;
      return answer;
    }
  }
}

function partsHold({ kind, of }: Parts, talk: Spoken): boolean {
  if (kind === 'any') return someHold(of, talk);
  if (kind === 'none') return !someHold(of, talk);
  for (let i = 0; i < of.length; i++) if (!holds(of[i]!, talk)) return false;
  return true;
}

function someHold(conditions: readonly Ready[], talk: Spoken): boolean {
  for (let i = 0; i < conditions.length; i++) if (holds(conditions[i]!, talk)) return true;
  return false;
}

/** Whether enough turns of the window carry one of the markers. */
function hasTurns({ atLeast, window, bits, numbers, sides }: Count, talk: Spoken): boolean {
  if (atLeast <= 0) return true;
  if (!isPresent(talk, bits)) return false;
  if (window.kind === 'all' && atLeast === 1) return true;
  clearSet(found);
  if (window.kind === 'all') for (let i = 0; i < numbers.length; i++) addSet(found, markerSets + numbers[i]!);
  else
    for (let s = 0; s < sides.length; s++) {
      const { by, numbers: own } = sides[s]!;
      openWindow(window, by, talk);
      for (let i = 0; i < own.length; i++) addCommon(found, markerSets + own[i]!, windowSet);
    }
  return sizeOf(found) >= atLeast;
}

/** Finds the turns of the window that hold words of the class; returns how many they are. */
function findWords({ words, by, window }: Words, talk: Spoken): number {
  if (sizeOf(words) === 0) return 0;
  openWindow(window, by, talk);
  clearSet(found);
  addCommon(found, words, windowSet);
  return sizeOf(found);
}

/** Makes the turns of a side that lie in a window the set `window`. */
function openWindow({ kind, turns: length, after }: ReadyWindow, by: SaidBy, talk: Spoken): void {
  const turns = talk[by];
  clearSet(windowSet);
  switch (kind) {
    case 'all':
      addSet(windowSet, setsOf[by]);
      return;
    case 'first':
      for (let i = 0; i < Math.min(length, turns.length); i++) addTurn(windowSet, turns[i]!);
      return;
    case 'last':
      for (let i = Math.max(0, turns.length - length); i < turns.length; i++) addTurn(windowSet, turns[i]!);
      return;
    case 'next':
      for (let turn = 0, next = 0; turn < talk.conversation.turns.length; turn++) {
        while (next < turns.length && turns[next]! <= turn) next++;
        for (let i = 0; i < after.length; i++)
          if (hasTurn(markerSets + after[i]!, turn))
            for (let j = next; j < Math.min(next + length, turns.length); j++) addTurn(windowSet, turns[j]!);
      }
  }
}

/** What is being cited: every piece of evidence of some markers, and single pieces. */
let citedLow = 0;
let citedHigh = 0;
let citedPieces: number[] = [];

/** Indices of the evidence that makes a condition hold; none where it does not, or where absence or a fact decides. */
export function evidenceFor(condition: Ready, talk: Spoken): number[] {
  citedLow = 0;
  citedHigh = 0;
  citedPieces = [];
  cite(condition, talk);
  if (citedLow === 0 && citedHigh === 0 && citedPieces.length === 0) return [];
  const cited: number[] = [];
  const { markers } = talk;
  const { length } = talk.evidence;
  const hasPieces = citedPieces.length > 0;
  for (let i = 0; i < length; i++)
    if (isOneOf(markers[i]!, citedLow, citedHigh) || (hasPieces && citedPieces.includes(i))) cited.push(i);
  return cited;
}

function cite(condition: Ready, talk: Spoken): void {
  switch (condition.kind) {
    case 'any':
      for (let i = 0; i < condition.of.length; i++) cite(condition.of[i]!, talk);
      return;
    case 'all':
      if (holds(condition, talk)) for (let i = 0; i < condition.of.length; i++) cite(condition.of[i]!, talk);
      return;
    case 'count':
      // Of a marker asked for once, any piece of evidence is enough.
      if (!isPresent(talk, condition.bits) || (condition.atLeast > 1 && !hasTurns(condition, talk))) return;
      if (condition.window.kind === 'all') {
        citedLow |= condition.bits.low;
        citedHigh |= condition.bits.high;
        return;
      }
      for (let s = 0; s < condition.sides.length; s++) {
        openWindow(condition.window, condition.sides[s]!.by, talk);
        citeInWindow(condition.sides[s]!.bits, talk);
      }
  }
}

function citeInWindow({ low, high }: MarkerBits, { evidence, markers }: Spoken): void {
  for (let i = 0; i < evidence.length; i++)
    if (isOneOf(markers[i]!, low, high) && hasTurn(windowSet, evidence[i]!.turn)) citedPieces.push(i);
}

function isOneOf(marker: number, low: number, high: number): boolean {
  return (((marker < 32 ? low : high) >>> (marker & 31)) & 1) !== 0;
}

/** Turns that were looked at for a condition, in order. */
export function searchedFor(condition: Ready, talk: Spoken): readonly number[] {
  clearSet(seen);
  look(condition, talk);
  // Most look at a whole side: all those share one list.
  if (isSameSet(seen, agentSet)) return talk.agent;
  if (isSameSet(seen, anyoneSet)) return talk.anyone;
  return turnsOf(seen);
}

function look(condition: Ready, talk: Spoken): void {
  switch (condition.kind) {
    case 'any':
    case 'all':
    case 'none':
      for (let i = 0; i < condition.of.length; i++) look(condition.of[i]!, talk);
      return;
    case 'count':
      for (let s = 0; s < condition.sides.length; s++) lookAt(condition.window, condition.sides[s]!.by, talk);
      return;
    case 'words': {
      const count = findWords(condition, talk);
      if (count > 0 && count >= condition.atLeast) addSet(seen, found);
      else lookAt(condition.window, condition.by, talk);
      return;
    }
    case 'fact':
      addSet(seen, factSets + condition.fact);
  }
}

function lookAt(window: ReadyWindow, by: SaidBy, talk: Spoken): void {
  if (window.kind === 'all') {
    addSet(seen, setsOf[by]);
    return;
  }
  openWindow(window, by, talk);
  addSet(seen, windowSet);
}
