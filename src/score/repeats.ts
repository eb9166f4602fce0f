// What was said again, and what was asked in vain: turns compared by their words.
import { sign } from './characters.ts';
import { said, wordCount } from './said.ts';
import type { Spoken } from './spoken.ts';
import { addTurn } from './turn-sets.ts';
import { lettersOf } from './word-numbers.ts';

/** Share of common words from which two turns say nearly the same. */
const alike = 0.7;
/** Fewest different words of a turn that can be said again. */
const enough = 4;
/** Letters from which a word tells what a question is about. */
const telling = 5;
/** Turns of the agent in which an answer is looked for. */
const answers = 2;

/** For each word, the last turn it was marked for. */
let stamps = new Int32Array(1 << 14);
let stamp = 0;

/** The first mark of the turns gone through, and how many words of the turn at hand were marked since. */
let earliest = 0;
let saidBefore = 0;

/** Different words of the turns gone through: those of the n-th are `different[begin[n]] .. different[begin[n + 1] - 1]`. */
let different = new Int32Array(1 << 10);
let begin = new Int32Array(1 << 7);

/** Adds to a set the turns that say nearly the same as an earlier one of the same speaker; returns how many they are. */
export function repeats(turns: readonly number[], set: number): number {
  if (begin.length <= turns.length) begin = new Int32Array(turns.length * 2);
  let seen = 0;
  let repeated = 0;
  begin[0] = 0;
  earliest = stamp + 1;
  for (let i = 0; i < turns.length; i++) {
    const turn = turns[i]!;
    if (wordCount(turn) < enough) continue;
    const end = markDifferent(turn, begin[seen]!);
    const size = end - begin[seen]!;
    if (size < enough) continue;
    if (saidBefore >= alike * size && isSaidAgain(size, seen)) {
      addTurn(set, turn);
      repeated++;
    }
    begin[++seen] = end;
  }
  return repeated;
}

/** Whether any of the turns seen is nearly the same as the one of so many marked words. */
function isSaidAgain(marked: number, seen: number): boolean {
  for (let earlier = 0; earlier < seen; earlier++)
    if (isAlike(marked, begin[earlier]!, begin[earlier + 1]!)) return true;
  return false;
}

/** Lists the different words of a turn from a place on, and marks them as those of the turn at hand; returns the end. */
function markDifferent(turn: number, from: number): number {
  const { words, first } = said;
  stamp = (stamp + 1) | 0;
  saidBefore = 0;
  if (different.length < from + wordCount(turn)) {
    const larger = new Int32Array((from + wordCount(turn)) * 2);
    larger.set(different);
    different = larger;
  }
  let end = from;
  for (let at = first[turn]!; at < first[turn + 1]!; at++) if (isNew(words[at]!)) different[end++] = words[at]!;
  return end;
}

/** Marks a word; false where it was marked before. */
function isNew(word: number): boolean {
  if (word >= stamps.length) {
    const larger = new Int32Array(word * 2);
    larger.set(stamps);
    stamps = larger;
  }
  const last = stamps[word]!;
  if (last === stamp) return false;
  if (((last - earliest) | 0) >= 0) saidBefore++;
  stamps[word] = stamp;
  return true;
}

/** Whether the words that an earlier turn has in common with so many marked ones are most of those that either has. */
function isAlike(marked: number, from: number, to: number): boolean {
  const earlier = to - from;
  if (Math.min(marked, earlier) < alike * Math.max(marked, earlier)) return false;
  // Once so many words of the earlier turn are missing, the rest cannot make up for them.
  const needed = (alike * (marked + earlier)) / (1 + alike) - 1;
  let both = 0;
  for (let at = from; at < to; at++) {
    if (stamps[different[at]!] === stamp) both++;
    else if (both + to - at - 1 < needed) return false;
  }
  return both / (marked + earlier - both) >= alike;
}

/**
 * Adds to a set the questions of the client whose answer, the agent's next turns, takes up none of their longer words;
 * returns how many they are.
 */
export function unanswered({ agent, client }: Spoken, set: number): number {
  let ignored = 0;
  let next = 0;
  for (let i = 0; i < client.length; i++) {
    const turn = client[i]!;
    while (next < agent.length && agent[next]! < turn) next++;
    if ((said.signs[turn]! & sign.question) === 0 || isTakenUp(turn, agent, next)) continue;
    addTurn(set, turn);
    ignored++;
  }
  return ignored;
}

/** Whether the agent's turns from a place in their list on take up a question; one about nothing needs no more than an answer. */
function isTakenUp(question: number, agent: readonly number[], next: number): boolean {
  if (next >= agent.length) return false;
  if (!markTelling(question)) return true;
  const { words, first } = said;
  for (let i = next; i < Math.min(next + answers, agent.length); i++)
    for (let at = first[agent[i]!]!; at < first[agent[i]! + 1]!; at++) {
      const word = words[at]!;
      if (word < stamps.length && stamps[word] === stamp) return true;
    }
  return false;
}

/** Marks the longer words of a turn; false where there are none. */
function markTelling(turn: number): boolean {
  const { words, first } = said;
  stamp = (stamp + 1) | 0;
  let isAny = false;
  for (let at = first[turn]!; at < first[turn + 1]!; at++) {
    if (lettersOf(words[at]!) < telling) continue;
    isNew(words[at]!);
    isAny = true;
  }
  return isAny;
}
