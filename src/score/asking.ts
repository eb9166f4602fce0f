// The questions of a scorecard asked of the conversation at hand, and for the condition that decided, its grounds.
import { markerIds } from '../model/marker.ts';
import type { CountQuestion, Questions, Ready, WindowSet } from './condition.ts';
import { factValues } from './fact-store.ts';
import { piecesOf } from './piece-sets.ts';
import { type Spoken, timesOf } from './spoken.ts';
import { addCommon, addSet, addTurn, clearSet, hasTurn, isSameSet, setsOf, sizeOf, turnsOf } from './turn-sets.ts';

// Constants of this module are known when it is compiled to machine code; an import is looked up each time.
const { markers: markerSets, agent: agentSet, anyone: anyoneSet, found, seen } = setsOf;
const facts = factValues;
const markerCount = markerIds.length;

/** For each question, by its number, 1 where the answer is yes. */
let answers = new Uint8Array(256);

/** Asks everything at once; the answers lie in place until the next conversation is asked. */
export function ask({ windows, counts, words, facts: ofFacts, parts, answers: count }: Questions, talk: Spoken): void {
  if (answers.length < count()) answers = new Uint8Array(count() * 2);
  answers.fill(0, 0, markerCount);
  for (let i = 0; i < talk.heardCount; i++) answers[talk.heard[i]!] = 1;
  for (let i = 0; i < windows.length; i++) open(windows[i]!, talk);
  for (let i = 0; i < counts.length; i++) answers[counts[i]!.number] = Number(areEnough(counts[i]!));
  for (let i = 0; i < words.length; i++) {
    const { number, words: own, window, atLeast } = words[i]!;
    answers[number] = Number(findCommon(own, window) >= atLeast);
  }
  for (let i = 0; i < ofFacts.length; i++) {
    const { number, fact, atLeast, below } = ofFacts[i]!;
    const value = facts[fact]!;
    answers[number] = Number(value >= atLeast && value < below);
  }
  askForParts(parts);
}

/** Whether a condition holds. */
export function holds({ number }: Ready): boolean {
  return answers[number] !== 0;
}

function askForParts(parts: Questions['parts']): void {
  for (let at = 0; at < parts.length; ) {
    const number = parts[at]!;
    const decides = parts[at + 1]!;
    const then = parts[at + 2]!;
    const end = at + 4 + parts[at + 3]!;
    let part = at + 4;
    while (part < end && answers[parts[part]!] !== decides) part++;
    answers[number] = part < end ? then : 1 - then;
    at = end;
  }
}

/** Whether enough turns carry the markers. */
function areEnough({ markers: all, carried, atLeast }: CountQuestion): boolean {
  if (atLeast <= 0) return true;
  // Together they cannot be in more turns than each by itself.
  let most = 0;
  for (let i = 0; i < all.length; i++) most += timesOf(all[i]!);
  if (most < atLeast) return false;
  clearSet(found);
  for (let s = 0; s < carried.length; s++) {
    const { markers, window } = carried[s]!;
    for (let i = 0; i < markers.length; i++) {
      if (answers[markers[i]!] === 0) continue;
      if (window < 0) addSet(found, markerSets + markers[i]!);
      else addCommon(found, markerSets + markers[i]!, window);
    }
  }
  return sizeOf(found) >= atLeast;
}

/** Makes the turns that two sets have in common the ones found; returns how many they are. */
function findCommon(one: number, other: number): number {
  clearSet(found);
  addCommon(found, one, other);
  return sizeOf(found);
}

/** Fills the set of a window. */
function open({ kind, by, turns: length, after, set }: WindowSet, talk: Spoken): void {
  const turns = talk[by];
  switch (kind) {
    case 'first':
      for (let i = 0; i < Math.min(length, turns.length); i++) addTurn(set, turns[i]!);
      return;
    case 'last':
      for (let i = Math.max(0, turns.length - length); i < turns.length; i++) addTurn(set, turns[i]!);
      return;
    case 'next':
      for (let turn = 0, next = 0; turn < talk.conversation.turns.length; turn++) {
        while (next < turns.length && turns[next]! <= turn) next++;
        for (let i = 0; i < after.length; i++)
          if (hasTurn(markerSets + after[i]!, turn))
            for (let j = next; j < Math.min(next + length, turns.length); j++) addTurn(set, turns[j]!);
      }
  }
}

/** Indices of the evidence that makes a condition hold; none where it does not, or where absence or a fact decides. */
export function evidenceFor({ cited }: Ready, talk: Spoken): readonly number[] {
  let low = 0;
  let high = 0;
  let isInWindow = false;
  for (let i = 0; i < cited.length; i++) {
    const one = cited[i]!;
    if (!areAllYes(one.when)) continue;
    if (one.window >= 0) isInWindow = true;
    else {
      low |= one.low;
      high |= one.high;
    }
  }
  low &= talk.low;
  high &= talk.high;
  if (!isInWindow) return low === 0 && high === 0 ? none : piecesOf(low, high);
  const found: number[] = [];
  const { markers, evidence } = talk;
  for (let i = 0; i < evidence.length; i++) {
    const marker = markers[i]!;
    if (((marker < 32 ? low : high) >>> (marker & 31)) & 1) found.push(i);
    else if (isCitedIn(cited, marker, evidence[i]!.turn)) found.push(i);
  }
  return found;
}

const none: readonly number[] = [];

function areAllYes(numbers: readonly number[]): boolean {
  for (let i = 0; i < numbers.length; i++) if (answers[numbers[i]!] === 0) return false;
  return true;
}

/** Whether a marker is cited where it was heard in a turn. */
function isCitedIn(cited: Ready['cited'], marker: number, turn: number): boolean {
  for (let i = 0; i < cited.length; i++) {
    const { when, window, low, high } = cited[i]!;
    if (window < 0 || (((marker < 32 ? low : high) >>> (marker & 31)) & 1) === 0) continue;
    if (hasTurn(window, turn) && areAllYes(when)) return true;
  }
  return false;
}

/** Turns that were looked at for a condition, in order. */
export function searchedFor({ looked, sought }: Ready, talk: Spoken): readonly number[] {
  clearSet(seen);
  for (let i = 0; i < looked.length; i++) addSet(seen, looked[i]!);
  for (let i = 0; i < sought.length; i++) {
    const { words, window, atLeast } = sought[i]!;
    const count = findCommon(words, window);
    addSet(seen, count > 0 && count >= atLeast ? found : window);
  }
  // Most look at a whole side: all those share one list.
  if (isSameSet(seen, agentSet)) return talk.agent;
  if (isSameSet(seen, anyoneSet)) return talk.anyone;
  return turnsOf(seen);
}
