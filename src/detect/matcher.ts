// The phrase matcher: looks where a phrase's rarest word stands, then runs the phrase from each place it could start.
import { op, type Rules } from '../model/rules.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, token } from '../text/vocabulary.ts';

/** Hits of one turn: parallel arrays of which the first `count` entries hold. Token positions, `to` excluded. */
export interface Hits {
  count: number;
  phrase: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

export function emptyHits(): Hits {
  return { count: 0, phrase: new Int32Array(256), from: new Int32Array(256), to: new Int32Array(256) };
}

/** Makes the matcher: `match(tokens, speaker, hits)` fills `hits` with every phrase of that speaker found in the turn. */
export function matcher(rules: Rules): (tokens: Tokens, speaker: 'agent' | 'client', hits: Hits) => void {
  const code = Int32Array.from(rules.program);
  const sets = rules.sets.map((ids) => Int32Array.from(ids));
  const entries = Int32Array.from(rules.phrases, (phrase) => phrase.entry);
  const index = { agent: anchorIndex(rules, 'agent'), client: anchorIndex(rules, 'client') };
  let ids = new Int32Array(0);
  let marks = new Uint8Array(0);
  let count = 0;

  return function match(tokens, speaker, hits) {
    ids = tokens.id as Int32Array<ArrayBuffer>;
    marks = tokens.marks as Uint8Array<ArrayBuffer>;
    count = tokens.count;
    hits.count = 0;
    for (let at = 0; at < count; at++) {
      tryPhrases(ids[at]!, at);
      if ((marks[at]! & mark.agentName) !== 0) tryPhrases(token.agentName, at);
      if ((marks[at]! & mark.clientName) !== 0) tryPhrases(token.clientName, at);
    }

    function tryPhrases(id: number, at: number): void {
      const { first, phrase, min, max } = index[speaker];
      const end = first[id + 1]!;
      for (let a = first[id]!; a < end; a++) {
        const from = Math.max(0, at - max[a]!);
        for (let start = from; start <= at - min[a]!; start++) {
          const to = run(entries[phrase[a]!]!, start);
          if (to > start) addHit(hits, phrase[a]!, start, to);
        }
      }
    }
  };

  /** Where the phrase ends if it starts at `position`, or -1. Backtracks at `split`. */
  function run(entry: number, position: number): number {
    let pc = entry;
    let at = position;
    for (;;) {
      const base = pc * 3;
      switch (code[base]) {
        case op.accept:
          return at;
        case op.word:
          if (at >= count || ids[at] !== code[base + 1]) return -1;
          at++;
          pc++;
          break;
        case op.set:
          if (at >= count || !holds(sets[code[base + 1]!]!, ids[at]!)) return -1;
          at++;
          pc++;
          break;
        case op.any:
          if (at >= count || isStop(ids[at]!)) return -1;
          at++;
          pc++;
          break;
        case op.mark:
          if (at >= count || (marks[at]! & code[base + 1]!) === 0) return -1;
          at++;
          pc++;
          break;
        case op.not:
          if (at >= count || isStop(ids[at]!) || holds(sets[code[base + 1]!]!, ids[at]!)) return -1;
          at++;
          pc++;
          break;
        case op.split: {
          const end = run(code[base + 1]!, at);
          if (end >= 0) return end;
          pc = code[base + 2]!;
          break;
        }
        case op.start:
          if (at > 0 && !isStop(ids[at - 1]!)) return -1;
          pc++;
          break;
        case op.end:
          if (at < count && !isStop(ids[at]!)) return -1;
          pc++;
          break;
        case op.question: {
          let stop = at;
          while (stop < count && !isStop(ids[stop]!)) stop++;
          if (stop >= count || ids[stop] !== token.question) return -1;
          pc++;
          break;
        }
        default:
          pc = code[base + 1]!;
      }
    }
  }
}

function isStop(id: number): boolean {
  return id >= token.break && id <= token.exclamation;
}

/** Whether a sorted set holds an id. */
function holds(set: Int32Array, id: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = set[middle]!;
    if (value === id) return true;
    if (value < id) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function addHit(hits: Hits, phrase: number, from: number, to: number): void {
  // The same phrase may be held by two of its words.
  for (let i = hits.count - 1; i >= 0; i--) if (hits.phrase[i] === phrase && hits.from[i] === from) return;
  if (hits.count === hits.phrase.length) {
    for (const key of ['phrase', 'from', 'to'] as const) {
      const larger = new Int32Array(hits[key].length * 2);
      larger.set(hits[key]);
      hits[key] = larger;
    }
  }
  hits.phrase[hits.count] = phrase;
  hits.from[hits.count] = from;
  hits.to[hits.count++] = to;
}

/** Anchors of one speaker grouped by word id: those of id `w` lie at `first[w] .. first[w + 1]`. */
function anchorIndex(rules: Rules, speaker: 'agent' | 'client') {
  const { anchors, phrases } = rules;
  const size = rules.words.length + firstWordId + 1;
  const first = new Int32Array(size + 1);
  const wanted = (a: number) => {
    const who = phrases[anchors[a + 1]!]!.speaker;
    return who === speaker || who === 'any';
  };
  let total = 0;
  for (let a = 0; a < anchors.length; a += 4) {
    if (!wanted(a)) continue;
    first[anchors[a]! + 1]!++;
    total++;
  }
  for (let w = 0; w < size; w++) first[w + 1]! += first[w]!;
  const next = first.slice();
  const phrase = new Int32Array(total);
  const min = new Int32Array(total);
  const max = new Int32Array(total);
  for (let a = 0; a < anchors.length; a += 4) {
    if (!wanted(a)) continue;
    const at = next[anchors[a]!]!++;
    phrase[at] = anchors[a + 1]!;
    min[at] = anchors[a + 2]!;
    max[at] = anchors[a + 3]!;
  }
  return { first, phrase, min, max };
}
