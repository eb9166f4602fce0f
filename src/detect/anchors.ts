// Where to look for phrases: those held by a word, of which only the ones that can go on with the word after it. The
// answer for two words is found once and remembered, so that most pairs of words cost one look-up and nothing more.
import { type Anchors, anchor, anchorWidth, type Membership, op } from '../model/matching.ts';
import { token } from '../text/vocabulary.ts';

/** Pairs of words that are kept before the memory of them starts afresh. */
const maxPairs = 1 << 17;

/** The anchors worth trying for a word and the one after it. */
export interface Candidates {
  /** Where in `list` the anchors for the pair begin: their number, then the place of each in the records. */
  find(id: number, next: number): number;
  list(): Int32Array;
}

/** Slots are `[word, next word, place in the list]`, padded to four; an empty one has word 0. */
const slotWidth = 4;

/** Makes the memory of pairs over a phrase program. */
export function candidates({ first, records }: Anchors, code: Int32Array, { row, bits }: Membership): Candidates {
  let slots = new Int32Array(slotWidth << 12);
  let count = 0;
  // The list at 0 is the empty one, which most pairs share.
  let list = new Int32Array(1 << 12);
  let end = 1;

  return {
    list: () => list,
    find(id, next) {
      const last = slots.length - 1;
      for (let at = slotOf(id, next); ; at = (at + slotWidth) & last) {
        const word = slots[at];
        if (word === id && slots[at + 1] === next) return slots[at + 2]!;
        if (word === 0) return meet(id, next);
      }
    },
  };

  function slotOf(id: number, next: number): number {
    const hash = Math.imul(Math.imul(id, 0x9e3779b1) ^ next, 0x85ebca6b);
    return ((hash ^ (hash >>> 15)) * slotWidth) & (slots.length - 1);
  }

  function meet(id: number, next: number): number {
    if (count >= maxPairs) {
      slots.fill(0);
      count = 0;
      end = 1;
    }
    if (count * 2 * slotWidth >= slots.length) grow();
    const found = possible(id, next);
    count++;
    insert(id, next, found);
    return found;
  }

  function insert(id: number, next: number, found: number): void {
    let at = slotOf(id, next);
    while (slots[at] !== 0) at = (at + slotWidth) & (slots.length - 1);
    slots[at] = id;
    slots[at + 1] = next;
    slots[at + 2] = found;
  }

  function grow(): void {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += slotWidth) if (old[at] !== 0) insert(old[at]!, old[at + 1]!, old[at + 2]!);
  }

  function possible(id: number, next: number): number {
    const from = first[id]!;
    const to = first[id + 1]!;
    while (end + 1 + to - from > list.length) {
      const larger = new Int32Array(list.length * 2);
      larger.set(list);
      list = larger;
    }
    const start = end;
    let at = start + 1;
    for (let a = from * anchorWidth; a < to * anchorWidth; a += anchorWidth)
      if (canFollow(records[a + anchor.entry]!, id, next)) list[at++] = a;
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
