// Markers that exist only beside another: a refusal is softened by what stands in the same turn or the next.
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';

/** Evidence of the pairs: on the turn of the first marker, quoting the words that soften where they are in the same turn. */
export function pairEvidence(
  rules: Rules,
  { turns }: Conversation,
  hearing: Hearing,
  phrases: readonly Evidence[],
): Evidence[] {
  const evidence: Evidence[] = [];
  for (const pair of rules.pairs) {
    const done = new Set<number>();
    for (const first of phrases) {
      if (first.marker !== pair.of || done.has(first.turn)) continue;
      done.add(first.turn);
      const near = [first.turn];
      for (let step = 1; step <= pair.next; step++) {
        const next = hearing.order.next(first.turn, step);
        if (next >= 0) near.push(next);
      }
      const group = pair.any.find((names) => names.every((name) => near.some((turn) => find(turn, name))));
      if (!group) continue;
      const place = find(first.turn, group[0]!) ?? first;
      evidence.push({
        marker: pair.marker,
        turn: first.turn,
        start: place.start,
        end: place.end,
        quote: turns[first.turn]!.text.slice(place.start, place.end),
        because: pair.because,
      });
    }
  }
  return evidence;

  function find(turn: number, name: string): { start: number; end: number } | undefined {
    const heardTurn = hearing.turns[turn];
    const hit = heardTurn?.heard.find(({ phrase }) => phrase.hears === name);
    return hit && { start: heardTurn!.tokens.start[hit.from]!, end: heardTurn!.tokens.end[hit.to - 1]! };
  }
}
