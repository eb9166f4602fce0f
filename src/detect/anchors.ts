// Where to look for phrases: those held by a word, of which only the ones that can go on with the word after it. The
// answer for two words is found once and remembered, so that most pairs of words cost one look-up and nothing more.
import { op, type Rules } from '../model/rules.ts';
import { firstWordId, token } from '../text/vocabulary.ts';
import type { Membership } from './membership.ts';

/** Anchors of one speaker grouped by word id, as parallel arrays: those of word `w` lie at `first[w] .. first[w + 1]`. */
export interface Anchors {
  readonly first: Int32Array;
  readonly phrase: Int32Array;
  readonly entry: Int32Array;
  /** Fewest and most tokens of the phrase before the word. */
  readonly min: Int32Array;
  readonly max: Int32Array;
}

/** Groups the anchors of a speaker. */
export function anchorsOf({ anchors, phrases, words }: Rules, speaker: 'agent' | 'client'): Anchors {
  const size = words.length + firstWordId + 1;
  const first = new Int32Array(size + 1);
  const isWanted = phrases.map(({ speaker: who }) => who === speaker || who === 'any');
  let total = 0;
  for (let a = 0; a < anchors.length; a += 4) {
    if (!isWanted[anchors[a + 1]!]) continue;
    first[anchors[a]! + 1]!++;
    total++;
  }
  for (let w = 0; w < size; w++) first[w + 1]! += first[w]!;
  const next = first.slice();
  const phrase = new Int32Array(total);
  const entry = new Int32Array(total);
  const min = new Int32Array(total);
  const max = new Int32Array(total);
  for (let a = 0; a < anchors.length; a += 4) {
    if (!isWanted[anchors[a + 1]!]) continue;
    const at = next[anchors[a]!]!++;
    phrase[at] = anchors[a + 1]!;
    entry[at] = phrases[anchors[a + 1]!]!.entry;
    min[at] = anchors[a + 2]!;
    max[at] = anchors[a + 3]!;
  }
  return { first, phrase, entry, min, max };
}

/** Pairs of words that are kept before the memory of them starts afresh. */
const maxPairs = 1 << 17;

/** The anchors worth trying for a word and the one after it. */
export interface Candidates {
  /** Where in `list` the anchors for the pair begin: their number, then each. */
  find(id: number, next: number): number;
  list(): Int32Array;
}

/** Makes the memory of pairs over a phrase program. */
export function candidates(anchors: Anchors, code: Int32Array, { row, bits }: Membership): Candidates {
  let size = 1 << 12;
  let word = new Int32Array(size);
  let after = new Int32Array(size);
  let place = new Int32Array(size);
  let count = 0;
  // The list at 0 is the empty one, which most pairs share.
  let list = new Int32Array(1 << 12);
  let end = 1;

  return {
    list: () => list,
    find(id, next) {
      let at = slotOf(id, next);
      while (word[at] !== 0) {
        if (word[at] === id && after[at] === next) return place[at]!;
        at = (at + 1) & (size - 1);
      }
      return meet(id, next);
    },
  };

  function slotOf(id: number, next: number): number {
    const hash = Math.imul(Math.imul(id, 0x9e3779b1) ^ next, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (size - 1);
  }

  function meet(id: number, next: number): number {
    if (count >= maxPairs) {
      word.fill(0);
      count = 0;
      end = 1;
    }
    if (count * 2 >= size) grow();
    const found = possible(id, next);
    count++;
    insert(id, next, found);
    return found;
  }

  function insert(id: number, next: number, found: number): void {
    let at = slotOf(id, next);
    while (word[at] !== 0) at = (at + 1) & (size - 1);
    word[at] = id;
    after[at] = next;
    place[at] = found;
  }

  function grow(): void {
    const [words, afters, places] = [word, after, place];
    size *= 2;
    word = new Int32Array(size);
    after = new Int32Array(size);
    place = new Int32Array(size);
    for (let i = 0; i < words.length; i++) if (words[i] !== 0) insert(words[i]!, afters[i]!, places[i]!);
  }

  function possible(id: number, next: number): number {
    const from = anchors.first[id]!;
    const to = anchors.first[id + 1]!;
    while (end + 1 + to - from > list.length) {
      const larger = new Int32Array(list.length * 2);
      larger.set(list);
      list = larger;
    }
    const start = end;
    let at = start + 1;
    for (let a = from; a < to; a++) if (canFollow(anchors.entry[a]!, id, next)) list[at++] = a;
    if (at === start + 1) return 0;
    list[start] = at - start - 1;
    end = at;
    return start;
  }

  /** Whether some place of the phrase takes the word and goes on with the next one, or ends there. */
  function canFollow(entry: number, id: number, next: number): boolean {
    // Names stand on words that have ids of their own: nothing is known of the place.
    if (id === token.agentName || id === token.clientName) return true;
    for (let pc = entry; code[pc * 3] !== op.accept; pc++) if (takes(pc, id) && goesOn(pc + 1, next)) return true;
    return false;
  }

  function goesOn(pc: number, next: number): boolean {
    switch (code[pc * 3]) {
      case op.accept:
        return true;
      case op.split:
        return goesOn(code[pc * 3 + 1]!, next) || goesOn(code[pc * 3 + 2]!, next);
      case op.jump:
        return goesOn(code[pc * 3 + 1]!, next);
      case op.start:
        return false;
      case op.end:
        return isStop(next) && goesOn(pc + 1, next);
      case op.question:
        return goesOn(pc + 1, next);
      default:
        return takes(pc, next);
    }
  }

  function takes(pc: number, id: number): boolean {
    const a = code[pc * 3 + 1]!;
    switch (code[pc * 3]) {
      case op.word:
        return a === id;
      case op.set:
        return (bits[row[id]! + (a >> 5)]! & (1 << (a & 31))) !== 0;
      case op.any:
      case op.mark:
        return !isStop(id);
      case op.not:
        return !isStop(id) && (bits[row[id]! + (a >> 5)]! & (1 << (a & 31))) === 0;
      default:
        return false;
    }
  }
}

/** Whether a token is a sentence mark, which no phrase crosses. */
export function isStop(id: number): boolean {
  return id >= token.break && id <= token.exclamation;
}
