// How much better than chance a ranking or a draw finds what people call bad (or excellent).
import type { Gain, TopShare } from '../model/sample.ts';
import { bootstrap } from './bootstrap.ts';

/** One labelled conversation: how much it looks so, whether people call it so, and whether it was drawn for that. */
export interface Ranked {
  readonly stratum: string;
  readonly score: number;
  readonly isSo: boolean;
  readonly isDrawn: boolean;
}

/** Measures a draw and the ranking behind it against people's judgement. */
export function gain(kind: Gain['kind'], ranked: readonly Ranked[]): Gain {
  const drawn = ranked.filter(({ isDrawn }) => isDrawn);
  return {
    kind,
    labelled: ranked.length,
    so: hitsIn(ranked),
    drawn: drawn.length,
    hits: hitsIn(drawn),
    by_chance: expectedHits(ranked),
    top_tenth: topShare(ranked, 0.1),
    top_quarter: topShare(ranked, 0.25),
  };
}

function expectedHits(ranked: readonly Ranked[]): number {
  const strata = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const stratum = strata.get(one.stratum);
    if (stratum === undefined) strata.set(one.stratum, [one]);
    else stratum.push(one);
  }
  let expected = 0;
  for (const members of strata.values())
    expected += (members.filter(({ isDrawn }) => isDrawn).length * hitsIn(members)) / members.length;
  return expected;
}

function topShare(ranked: readonly Ranked[], share: number): TopShare | null {
  const top = topOf(ranked, share);
  const lift = liftOf(ranked, share);
  if (top.length === 0 || lift === null) return null;
  const [interval = null] = bootstrap(ranked, (drawn) => [liftOf(drawn, share)]);
  return { conversations: top.length, hits: hitsIn(top), lift, interval };
}

function liftOf(ranked: readonly Ranked[], share: number): number | null {
  const top = topOf(ranked, share);
  const base = hitsIn(ranked) / ranked.length;
  return top.length === 0 || base === 0 ? null : hitsIn(top) / top.length / base;
}

function topOf(ranked: readonly Ranked[], share: number): readonly Ranked[] {
  return [...ranked].sort((a, b) => b.score - a.score).slice(0, Math.round(ranked.length * share));
}

function hitsIn(ranked: readonly Ranked[]): number {
  return ranked.filter(({ isSo }) => isSo).length;
}
