// The phrase matcher: looks where a phrase's rarest word stands, then runs the phrase from each place it could start.
import { op, type Rules } from '../model/rules.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, token } from '../text/vocabulary.ts';
import { anchor, anchorsOf, candidates, isStop } from './anchors.ts';
import { membership } from './membership.ts';
import { gap, quickProgram, width } from './quick-program.ts';

/** Hits of one turn: parallel arrays of which the first `count` entries hold. Token positions, `to` excluded. */
export interface Hits {
  count: number;
  phrase: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** The hit before it of the same phrase, or -1. */
  before: Int32Array;
}

export function emptyHits(): Hits {
  const array = () => new Int32Array(256);
  return { count: 0, phrase: array(), from: array(), to: array(), before: array() };
}

/** Makes the matcher: `match(tokens, speaker, hits)` fills `hits` with every phrase of that speaker found in the turn. */
export function matcher(rules: Rules): (tokens: Tokens, speaker: 'agent' | 'client', hits: Hits) => void {
  const entries = rules.phrases.map((phrase) => phrase.entry);
  const words = rules.words.length + firstWordId;
  const quick = quickProgram(rules.program, rules.sets, entries, words);
  const { code } = quick;
  const sets = membership(quick.sets, words);
  const { row, bits } = sets;
  const program = Int32Array.from(rules.program);
  const look = { agent: lookup('agent'), client: lookup('client') };
  /** The last hit of each phrase in this turn, as `turnStart + its index`. */
  const last = new Float64Array(rules.phrases.length).fill(-1);
  let turnStart = 0;
  let ids = new Int32Array(0);
  let marks = new Uint8Array(0);

  return function match(tokens, speaker, hits) {
    const { count } = tokens;
    const { anchors, pairs } = look[speaker];
    ids = tokens.id as Int32Array<ArrayBuffer>;
    marks = tokens.marks as Uint8Array<ArrayBuffer>;
    hits.count = 0;
    const { first, records } = anchors;
    let clauseEnd = -1;
    for (let at = 0; at < count; at++) {
      const id = ids[at]!;
      if (clauseEnd < at) {
        clauseEnd = at;
        while (!isStop(ids[clauseEnd]!)) clauseEnd++;
      }
      if (first[id] !== first[id + 1]) {
        const place = pairs.find(id, ids[at + 1]!);
        if (place !== 0) tryPhrases(place, at);
      }
      const names = marks[at]! & (mark.agentName | mark.clientName);
      if (names !== 0) {
        if ((names & mark.agentName) !== 0) tryPhrases(pairs.find(token.agentName, token.break), at);
        if ((names & mark.clientName) !== 0) tryPhrases(pairs.find(token.clientName, token.break), at);
      }
    }
    turnStart += hits.count;

    function tryPhrases(place: number, at: number): void {
      const list = pairs.list();
      const end = place + list[place]!;
      for (let i = place + 1; i <= end; i++) {
        const a = list[i]!;
        if (records[a + anchor.asks] === 1 && ids[clauseEnd] !== token.question) continue;
        const head = records[a + anchor.head]!;
        const latest = at - records[a + anchor.fewest]!;
        for (let start = Math.max(0, at - records[a + anchor.most]!); start <= latest; start++) {
          if (head >= 0 && !holds(head, ids[start]!)) continue;
          const to = run(records[a + anchor.entry]!, start);
          if (to > start) addHit(hits, records[a + anchor.phrase]!, start, to);
        }
      }
    }
  };

  function lookup(speaker: 'agent' | 'client') {
    const anchors = anchorsOf(rules, speaker, quick);
    return { anchors, pairs: candidates(anchors, program, sets) };
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
        case gap: {
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
    return (bits[row[id]! + (set >> 5)]! & (1 << (set & 31))) !== 0;
  }

  function addHit(hits: Hits, phrase: number, from: number, to: number): void {
    // The same phrase may be held by two of its words.
    const before = last[phrase]! >= turnStart ? last[phrase]! - turnStart : -1;
    for (let i = before; i >= 0; i = hits.before[i]!) if (hits.from[i] === from) return;
    if (hits.count === hits.phrase.length) enlarge(hits);
    last[phrase] = turnStart + hits.count;
    hits.phrase[hits.count] = phrase;
    hits.from[hits.count] = from;
    hits.to[hits.count] = to;
    hits.before[hits.count++] = before;
  }
}

function enlarge(hits: Hits): void {
  for (const key of ['phrase', 'from', 'to', 'before'] as const) {
    const larger = new Int32Array(hits[key].length * 2);
    larger.set(hits[key]);
    hits[key] = larger;
  }
}
