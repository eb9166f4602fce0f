// Markers that exist only beside another: a refusal is softened by what stands in the same turn or the next.
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Pair, Rules } from '../model/rules.ts';

/**
 * Makes what finds the pairs: evidence on the turn of the first marker, quoting the words that soften where they are in
 * the same turn.
 */
export function pairEvidence({
  pairs,
  phrases,
}: Pick<Rules, 'pairs' | 'phrases'>): (conversation: Conversation, hearing: Hearing) => Evidence[] {
  const names = new Map<string, number>();
  const numberOf = Int32Array.from(phrases, ({ hears }) => {
    if (!names.has(hears)) names.set(hears, names.size);
    return names.get(hears)!;
  });
  const numbered = pairs.map((pair) => ({
    pair,
    of: names.get(pair.of) ?? -1,
    any: pair.any.map((group) => group.map((name) => names.get(name) ?? -1)),
  }));
  const opens = Uint8Array.from(phrases, ({ hears }) => (pairs.some(({ of }) => of === hears) ? 1 : 0));

  return ({ turns }, hearing) => {
    const evidence: Evidence[] = [];
    const turnsThatOpen = turnsWith(hearing, opens);
    if (turnsThatOpen.length === 0) return evidence;
    for (const { pair, of, any } of numbered)
      for (const turn of turnsThatOpen) {
        const first = find(hearing, turn, of);
        if (first < 0) continue;
        const near = turnsNear(hearing, turn, pair);
        const group = any.find((all) => all.every((name) => near.some((other) => find(hearing, other, name) >= 0)));
        if (!group) continue;
        const softening = find(hearing, turn, group[0]!);
        const { tokens, hits } = hearing.turns[turn]!;
        const place = softening < 0 ? first : softening;
        const start = tokens.start[hits.from[place]!]!;
        const end = tokens.end[hits.to[place]! - 1]!;
        evidence.push({
          marker: pair.marker,
          turn,
          start,
          end,
          quote: turns[turn]!.text.slice(start, end),
          because: pair.because,
        });
      }
    return evidence;
  };

  /** The first hit of that name in a turn, or -1. */
  function find(hearing: Hearing, turn: number, name: number): number {
    const heard = hearing.turns[turn];
    if (!heard) return -1;
    const { count, phrase } = heard.hits;
    for (let i = 0; i < count; i++) if (numberOf[phrase[i]!] === name) return i;
    return -1;
  }
}

/** The turn and those of the same speaker after it that may still soften. */
function turnsNear(hearing: Hearing, turn: number, pair: Pair): readonly number[] {
  const near = [turn];
  for (let step = 1; step <= pair.next; step++) {
    const next = hearing.order.next(turn, step);
    if (next >= 0) near.push(next);
  }
  return near;
}

/** The turns in which a phrase is heard that is marked. */
function turnsWith({ turns }: Hearing, marked: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let turn = 0; turn < turns.length; turn++) {
    const heard = turns[turn];
    if (!heard) continue;
    const { count, phrase } = heard.hits;
    for (let i = 0; i < count; i++)
      if (marked[phrase[i]!] === 1) {
        found.push(turn);
        break;
      }
  }
  return found;
}
