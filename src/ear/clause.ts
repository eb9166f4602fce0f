// The words that convinced the trained ear: the clause whose features weigh most, and the strongest features by name.
import type { Tokens } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import type { Features } from './features.ts';

export interface Clause {
  /** UTF-16 offsets in the text of the turn. */
  readonly start: number;
  readonly end: number;
  /** Words of the strongest features, strongest first. */
  readonly reasons: readonly string[];
}

/** Longest clause quoted, in tokens; speech-to-text has no other borders. */
const maxTokens = 14;
const maxReasons = 3;

/** Finds the clause of a turn that speaks most for an output, by the weight of each feature for it. */
export function strongestClause(
  features: Features,
  tokens: Tokens,
  weightAt: (feature: number) => number,
  text: string,
): Clause {
  const strength = new Float64Array(tokens.count);
  const reasons: { from: number; to: number; weight: number }[] = [];
  for (let i = 0; i < features.count; i++) {
    const from = features.from[i]!;
    if (from < 0) continue;
    const to = Math.min(features.to[i]!, tokens.count - 1);
    const weight = weightAt(i) * features.value[i]!;
    if (weight === 0) continue;
    for (let t = from; t <= to; t++) strength[t]! += weight / (to - from + 1);
    if (weight > 0) reasons.push({ from, to, weight });
  }
  const { from, to } = heaviest(tokens, strength, text);
  const names: string[] = [];
  for (const reason of reasons.sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to)) {
    // Reasons are given in the words quoted; what else weighed stays unsaid.
    if (reason.from < from || reason.to > to) continue;
    const name = text.slice(tokens.start[reason.from]!, tokens.end[reason.to]!);
    if (!names.some((n) => n.includes(name) || name.includes(n))) names.push(name);
    if (names.length === maxReasons) break;
  }
  return { start: tokens.start[from]!, end: tokens.end[to]!, reasons: names };
}

/** The clause (between marks or commas, or a window of a long one) with the greatest sum of strengths. */
function heaviest(tokens: Tokens, strength: Float64Array, text: string): { from: number; to: number } {
  let best = { from: 0, to: tokens.count - 1, sum: Number.NEGATIVE_INFINITY };
  let from = 0;
  for (let i = 0; i <= tokens.count; i++) {
    const ends =
      i === tokens.count || isMark(tokens.id[i]!) || (i > from && hasComma(text, tokens.end[i - 1]!, tokens.start[i]!));
    if (!ends) continue;
    if (i > from) {
      const clause = windowOf(strength, from, i - 1);
      if (clause.sum > best.sum) best = clause;
    }
    from = i < tokens.count && isMark(tokens.id[i]!) ? i + 1 : i;
  }
  return best;
}

function windowOf(strength: Float64Array, from: number, to: number): { from: number; to: number; sum: number } {
  const width = Math.min(maxTokens, to - from + 1);
  let sum = 0;
  for (let i = from; i < from + width; i++) sum += strength[i]!;
  let best = { from, to: from + width - 1, sum };
  for (let i = from + 1; i + width - 1 <= to; i++) {
    sum += strength[i + width - 1]! - strength[i - 1]!;
    if (sum > best.sum + 1e-12) best = { from: i, to: i + width - 1, sum };
  }
  return best;
}

function isMark(id: number): boolean {
  return id >= token.break && id <= token.exclamation;
}

function hasComma(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] === ',' || text[i] === ':') return true;
  return false;
}
