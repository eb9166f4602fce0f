// What was said again, and what was asked in vain: turns compared by their words.
import type { Fact } from '../model/fact.ts';
import { sign, spelling } from './said.ts';
import type { Spoken } from './spoken.ts';

/** Share of common words from which two turns say nearly the same. */
const alike = 0.7;
/** Fewest different words of a turn that can be said again. */
const enough = 4;
/** Letters from which a word tells what a question is about. */
const telling = 5;

/** For each word, the last turn it was marked for. */
let stamps = new Int32Array(1 << 14);
let stamp = 0;

/** Turns that say nearly the same as an earlier turn of the same speaker. */
export function repeats({ said }: Spoken, turns: readonly number[]): Fact {
  const seen: (readonly number[])[] = [];
  const found: number[] = [];
  for (const turn of turns) {
    if (said.words[turn]!.length < enough) continue;
    const words = stamped(said.words[turn]!);
    if (words.length < enough) continue;
    if (seen.some((earlier) => isAlike(words, earlier))) found.push(turn);
    seen.push(words);
  }
  return { value: found.length, turns: found };
}

/** The different words of a turn, which are marked as those of the turn at hand. */
function stamped(words: readonly number[]): readonly number[] {
  stamp = (stamp + 1) | 0;
  const different: number[] = [];
  for (const word of words) {
    if (word >= stamps.length) {
      const larger = new Int32Array(Math.max(stamps.length * 2, word + 1));
      larger.set(stamps);
      stamps = larger;
    }
    if (stamps[word] === stamp) continue;
    stamps[word] = stamp;
    different.push(word);
  }
  return different;
}

/** Whether the words that both have are most of those that either has; `marked` are those of the turn at hand. */
function isAlike(marked: readonly number[], earlier: readonly number[]): boolean {
  if (Math.min(marked.length, earlier.length) < alike * Math.max(marked.length, earlier.length)) return false;
  let both = 0;
  for (const word of earlier) if (stamps[word] === stamp) both++;
  return both / (marked.length + earlier.length - both) >= alike;
}

/** Questions of the client whose answer, the agent's next two turns, takes up none of their longer words. */
export function unanswered({ said, turnsOf }: Spoken): Fact {
  const { agent, client } = turnsOf;
  const ignored: number[] = [];
  for (const turn of client) {
    if ((said.signs[turn]! & sign.question) === 0) continue;
    const next = agent.findIndex((answer) => answer > turn);
    if (next < 0) {
      ignored.push(turn);
      continue;
    }
    const topic = said.words[turn]!.filter((word) => spelling(word).length >= telling);
    if (topic.length === 0) continue;
    const isTakenUp = agent
      .slice(next, next + 2)
      .some((answer) => said.words[answer]!.some((word) => topic.includes(word)));
    if (!isTakenUp) ignored.push(turn);
  }
  return { value: ignored.length, turns: ignored };
}
