// From raw scores to decisions: a probability by Platt's method, and the bounds at which the ear speaks or silences.

/** Fits `probability = 1 / (1 + e^-(slope × score + offset))` by Newton's method with Platt's smoothed targets (Lin, Lin, Weng 2007). */
export function fitPlatt(scores: readonly number[], isTrue: readonly boolean[]): { slope: number; offset: number } {
  const positives = isTrue.filter(Boolean).length;
  const negatives = isTrue.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 2;
  let offset = Math.log((positives + 1) / (negatives + 1));
  for (let step = 0; step < 100; step++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const difference = p - (isTrue[i] ? high : low);
      const curve = Math.max(p * (1 - p), 1e-9);
      gs += difference * score;
      go += difference;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    });
    const determinant = hss * hoo - hso * hso;
    const ds = (hoo * gs - hso * go) / determinant;
    const dO = (hss * go - hso * gs) / determinant;
    const size = Math.min(1, 2 / Math.max(Math.abs(ds), Math.abs(dO), 1e-9));
    slope -= size * ds;
    offset -= size * dO;
    if (Math.abs(ds) + Math.abs(dO) < 1e-6) break;
  }
  return { slope: Math.max(slope, 0.01), offset };
}

/** One turn as the decision sees it. */
export interface Trial {
  readonly probability: number;
  /** Whether the lexicon heard the marker. */
  readonly isHeard: boolean;
  readonly isTrue: boolean;
}

export interface Bounds {
  readonly threshold: number;
  readonly veto: number;
}

const never: Bounds = { threshold: 2, veto: 0 };
/** Fewer true turns than this tell too little to choose bounds by. */
const enough = 12;
/**
 * Alone, the ear speaks only where it is rather sure, and silences the lexicon only where it is sure. Conversations that
 * are written to teach carry far more markers than those of every day, on which these two limits were tuned.
 */
const surely = { speaks: 0.6, silences: 0.25 };
const thresholds = Array.from({ length: 15 }, (_, i) => surely.speaks + i * 0.025);
const vetoes = [0, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, surely.silences];

/** Chooses the bounds with the best F1 among those that reach the precision asked for; the lexicon alone where none helps. */
export function chooseBounds(trials: readonly Trial[], minPrecision: number): Bounds {
  const truths = trials.filter((t) => t.isTrue).length;
  if (truths < enough) return { threshold: Math.max(surely.speaks, minPrecision), veto: 0.02 };
  let best: { bounds: Bounds; f1: number } = { bounds: never, f1: merit(trials, never, minPrecision) };
  for (const veto of vetoes) {
    for (const threshold of thresholds) {
      const f1 = merit(trials, { threshold, veto }, minPrecision);
      if (f1 > best.f1 + 1e-9) best = { bounds: { threshold, veto }, f1 };
    }
  }
  return best.bounds;
}

/** F1 of the joint decision; below the precision asked for, the shortfall weighs double. */
function merit(trials: readonly Trial[], { threshold, veto }: Bounds, minPrecision: number): number {
  let [hits, alarms, misses] = [0, 0, 0];
  for (const { probability, isHeard, isTrue } of trials) {
    const says = probability >= (isHeard ? veto : threshold);
    if (says && isTrue) hits++;
    else if (says) alarms++;
    else if (isTrue) misses++;
  }
  if (hits === 0) return 0;
  const precision = hits / (hits + alarms);
  const f1 = (2 * hits) / (2 * hits + alarms + misses);
  return precision >= minPrecision ? f1 : f1 - 2 * (minPrecision - precision);
}

/** Cuts of the emotion score into -3..+3 that agree best with people (quadratic weighted κ), by coordinate search. */
export function chooseCuts(scores: readonly number[], labels: readonly number[]): number[] {
  const cuts = [-2.2, -1.3, -0.5, 0.5, 1.3, 2.2];
  const sorted = [...scores].sort((a, b) => a - b);
  const candidates = Array.from({ length: 80 }, (_, i) => sorted[Math.floor((i * (sorted.length - 1)) / 79)] ?? 0);
  for (let round = 0; round < 4; round++) {
    for (let c = 0; c < cuts.length; c++) {
      let best = {
        cut: cuts[c]!,
        kappa: quadraticKappa(
          scores.map((s) => cutAt(s, cuts)),
          labels,
        ),
      };
      for (const candidate of candidates) {
        if (candidate <= (cuts[c - 1] ?? -9) || candidate >= (cuts[c + 1] ?? 9)) continue;
        const trial = cuts.map((cut, i) => (i === c ? candidate : cut));
        const kappa = quadraticKappa(
          scores.map((s) => cutAt(s, trial)),
          labels,
        );
        if (kappa > best.kappa + 1e-9) best = { cut: candidate, kappa };
      }
      cuts[c] = best.cut;
    }
  }
  return cuts;
}

/** -3..+3 from a score and ascending cuts. */
export function cutAt(score: number, cuts: readonly number[]): number {
  let grade = -3;
  for (const cut of cuts) if (score >= cut) grade++;
  return grade;
}

/** Quadratic weighted κ of two gradings in -3..+3 (Cohen 1968). */
export function quadraticKappa(a: readonly number[], b: readonly number[]): number {
  const countA = new Float64Array(7);
  const countB = new Float64Array(7);
  let observed = 0;
  a.forEach((grade, i) => {
    countA[grade + 3]!++;
    countB[b[i]! + 3]!++;
    observed += (grade - b[i]!) ** 2;
  });
  let expected = 0;
  for (let i = 0; i < 7; i++)
    for (let j = 0; j < 7; j++) expected += (countA[i]! * countB[j]! * (i - j) ** 2) / a.length;
  return expected === 0 ? 1 : 1 - observed / expected;
}
