// Where to look for phrases: those held by a word, of which only the ones that can go on with the word after it. The
// answer for two words is found once and remembered, so that most pairs of words cost one look-up and nothing more.
import { type Anchors, anchor, anchorWidth, type Membership, op } from '../model/matching.ts';
import { token } from '../text/vocabulary.ts';
import { isIn } from './membership.ts';
import { absent, numberTable } from './number-table.ts';

/** Pairs of words that are kept before the memory of them starts afresh. */
const maxPairs = 1 << 17;

/** The anchors worth trying for a word and the one after it. */
export interface Candidates {
  /** Where in `list` the anchors for the pair begin: their number, then the place of each in the records. */
  find(id: number, next: number): number;
  list(): Int32Array;
}

/** Makes the memory of pairs over a phrase program. */
export function candidates({ first, records }: Anchors, code: Int32Array, { row, bits }: Membership): Candidates {
  const places = numberTable();
  /** Two words are one number, where there are few enough to tell all pairs apart; else nothing is remembered. */
  const shift = 32 - Math.clz32(first.length);
  const isRemembered = shift <= 16;
  // The list at 0 is the empty one, which most pairs share.
  let list = new Int32Array(1 << 12);
  let end = 1;

  return {
    list: () => list,
    find(id, next) {
      if (!isRemembered) {
        end = 1;
        return possible(id, next);
      }
      const place = places.find((id << shift) | next);
      return place === absent ? meet(id, next) : place;
    },
  };

  function meet(id: number, next: number): number {
    if (places.count >= maxPairs) {
      places.clear();
      end = 1;
    }
    const place = possible(id, next);
    places.add((id << shift) | next, place);
    return place;
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
        return isIn(bits, row[id]!, a);
      case op.any:
      case op.mark:
        return !isStop(id);
      case op.not:
        return !isStop(id) && !isIn(bits, row[id]!, a);
      default:
        return false;
    }
  }
}

/** Whether a token is a sentence mark, which no phrase crosses. */
export function isStop(id: number): boolean {
  return id >= token.break && id <= token.exclamation;
}
