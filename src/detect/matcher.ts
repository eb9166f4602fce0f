// The phrase matcher: looks where a phrase's rarest word stands, then runs the phrase from each place it could start.
import type { Hits } from '../model/hearing.ts';
import { type Anchors, anchor, anchorWidth, op, codeWidth as width } from '../model/matching.ts';
import type { Rules } from '../model/rules.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { type Candidates, candidates, isStop } from './anchors.ts';
import { addHit, emptyHits } from './hits.ts';
import { isIn } from './membership.ts';

/** Where to look for the phrases of one speaker. */
interface Look {
  /** 1 for phrases that two of their words may hold at one place. */
  readonly repeats: Uint8Array;
  readonly anchors: Anchors;
  readonly pairs: Candidates;
}

/** Names have anchors of their own. */
const nameTokens = [
  [mark.agentName, token.agentName],
  [mark.clientName, token.clientName],
] as const;

/** Adds to `hits` every phrase of that speaker found in the clause `tokens[from..to)`, which a sentence mark ends. */
export type Match = (tokens: Tokens, from: number, to: number, speaker: 'agent' | 'client', hits: Hits) => void;

/** Makes the matcher. */
export function matcher(rules: Rules): Match {
  const { program, code, sets } = rules.matching;
  const { row, bits } = sets;
  const look = { agent: lookup('agent'), client: lookup('client') };
  /** For each phrase the clause in which it was last tried, and from which of its places: the first 32 are told apart. */
  const triedIn = new Float64Array(rules.phrases.length);
  const tried = new Int32Array(rules.phrases.length);
  let clause = 0;
  let ids = new Int32Array(0);
  let marks = new Uint8Array(0);

  let first = 0;
  let asks = 0;
  let found = emptyHits();
  let firstHit = 0;

  return function match(tokens, from, to, speaker, hits) {
    const { anchors, pairs } = look[speaker];
    ids = tokens.id as Int32Array<ArrayBuffer>;
    marks = tokens.marks as Uint8Array<ArrayBuffer>;
    first = from;
    asks = ids[to] === token.question ? 1 : 0;
    found = hits;
    firstHit = hits.count;
    clause++;
    for (let at = from; at < to; at++) {
      const id = ids[at]!;
      if (anchors.first[id] !== anchors.first[id + 1]) {
        const place = pairs.find(id, ids[at + 1]!);
        if (place !== 0) tryPhrases(look[speaker], place, at);
      }
      const names = marks[at]! & (mark.agentName | mark.clientName);
      if (names === 0) continue;
      for (const [bit, name] of nameTokens)
        if ((names & bit) !== 0) tryPhrases(look[speaker], pairs.find(name, token.break), at);
    }
  };

  /** Tries the phrases of a list from every place where their word lets them start. */
  function tryPhrases({ anchors: { records }, pairs, repeats }: Look, place: number, at: number): void {
    const list = pairs.list();
    const end = place + list[place]!;
    for (let i = place + 1; i <= end; i++) {
      const a = list[i]!;
      if (records[a + anchor.asks]! > asks) continue;
      const most = records[a + anchor.most]!;
      // A phrase that starts with the word has a head that holds it.
      const head = most === 0 ? -1 : records[a + anchor.head]!;
      const latest = at - records[a + anchor.fewest]!;
      for (let start = Math.max(first, at - most); start <= latest; start++) {
        if (head >= 0 && !holds(head, ids[start]!)) continue;
        const phrase = records[a + anchor.phrase]!;
        if (repeats[phrase] === 1 && wasTried(phrase, start)) continue;
        const end = run(records[a + anchor.entry]!, start);
        if (end > start) addHit(found, phrase, start, end);
      }
    }
  }

  /** The same phrase may be held by two of its words: it is run from a place but once. */
  function wasTried(phrase: number, start: number): boolean {
    if (triedIn[phrase] !== clause) {
      triedIn[phrase] = clause;
      tried[phrase] = 0;
    }
    if (start - first >= 32) {
      for (let i = firstHit; i < found.count; i++)
        if (found.phrase[i] === phrase && found.from[i] === start) return true;
      return false;
    }
    const bit = 1 << (start - first);
    if ((tried[phrase]! & bit) !== 0) return true;
    tried[phrase]! |= bit;
    return false;
  }

  function lookup(speaker: 'agent' | 'client'): Look {
    const anchors = rules.matching.anchors[speaker];
    return { repeats: repeating(anchors, rules.phrases.length), anchors, pairs: candidates(anchors, program, sets) };
  }

  /** Where the phrase ends if it starts at `position`, or -1. Backtracks at `split`. The sentence mark after the last token stops all. */
  function run(entry: number, position: number): number {
    let pc = entry;
    let at = position;
    for (;;) {
      const base = pc * width;
      switch (code[base]) {
        case op.accept:
          return at;
        case op.word:
          if (ids[at] !== code[base + 1]) return -1;
          at++;
          pc++;
          break;
        case op.set:
          if (!holds(code[base + 1]!, ids[at]!)) return -1;
          at++;
          pc++;
          break;
        case op.gap: {
          const most = at + (code[base + 1]! & 0xffff);
          const next = code[base + 2]!;
          for (const fewest = at + (code[base + 1]! >> 16); at < fewest; at++) if (isStop(ids[at]!)) return -1;
          const head = code[base + 3]!;
          for (; ; at++) {
            const id = ids[at]!;
            if (head >= 0 ? holds(head, id) : mayTake(next * width, id)) {
              const end = run(next, at);
              if (end >= 0) return end;
            }
            if (at >= most || isStop(id)) return -1;
          }
        }
        case op.mark:
          if (isStop(ids[at]!) || (marks[at]! & code[base + 1]!) === 0) return -1;
          at++;
          pc++;
          break;
        case op.not:
          if (isStop(ids[at]!) || holds(code[base + 1]!, ids[at]!)) return -1;
          at++;
          pc++;
          break;
        case op.split: {
          const head = code[base + 3]!;
          if (head >= 0 && !holds(head, ids[at]!)) return -1;
          const way = code[base + 1]!;
          if (mayTake(way * width, ids[at]!)) {
            const end = run(way, at);
            if (end >= 0) return end;
          }
          pc = code[base + 2]!;
          break;
        }
        case op.start:
          if (at > 0 && !isStop(ids[at - 1]!)) return -1;
          pc++;
          break;
        case op.end:
          if (!isStop(ids[at]!)) return -1;
          pc++;
          break;
        case op.question: {
          let stop = at;
          while (!isStop(ids[stop]!)) stop++;
          if (ids[stop] !== token.question) return -1;
          pc++;
          break;
        }
        default:
          pc = code[base + 1]!;
      }
    }
  }

  /** Cheap look at the first instruction of a way, before it is gone. */
  function mayTake(base: number, id: number): boolean {
    const operation = code[base];
    if (operation === op.word) return id === code[base + 1];
    return operation !== op.set || holds(code[base + 1]!, id);
  }

  function holds(set: number, id: number): boolean {
    return isIn(bits, row[id]!, set);
  }
}

/** Marks the phrases that may be held twice at one place: by words that stand elsewhere in them, or by a name. */
function repeating({ first, records }: Anchors, phrases: number): Uint8Array {
  const repeats = new Uint8Array(phrases);
  const before = new Int32Array(phrases).fill(-1);
  const heldBy = new Int32Array(phrases).fill(-1);
  for (let word = 0; word + 1 < first.length; word++)
    for (let a = first[word]! * anchorWidth; a < first[word + 1]! * anchorWidth; a += anchorWidth) {
      const phrase = records[a + anchor.phrase]!;
      const fewest = records[a + anchor.fewest]!;
      const isElsewhere = records[a + anchor.most] !== fewest || (before[phrase] !== -1 && before[phrase] !== fewest);
      const isName = word === token.agentName || word === token.clientName;
      if (isElsewhere || isName || heldBy[phrase] === word) repeats[phrase] = 1;
      before[phrase] = fewest;
      heldBy[phrase] = word;
    }
  return repeats;
}
