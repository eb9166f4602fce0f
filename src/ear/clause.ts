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
const comma = 44;
const colon = 58;

let strength = new Float64Array(512);

/** Finds the clause of a turn that speaks most for an output; `weights`, used up, say how much each feature speaks for it. */
export function strongestClause(features: Features, tokens: Tokens, weights: Float64Array, text: string): Clause {
  if (strength.length < tokens.count) strength = new Float64Array(tokens.id.length);
  for (let t = 0; t < tokens.count; t++) strength[t] = 0;
  for (let i = 0; i < features.count; i++) {
    const from = features.from[i]!;
    const weight = weights[i]!;
    if (from < 0 || weight === 0) continue;
    const to = Math.min(features.to[i]!, tokens.count - 1);
    for (let t = from; t <= to; t++) strength[t]! += weight / (to - from + 1);
  }
  const { from, to } = heaviest(tokens, text);
  const reasons = reasonsIn(from, to, features, weights, tokens, text);
  return { start: tokens.start[from]!, end: tokens.end[to]!, reasons };
}

/** Words of the features that weigh most for the output. They are given in the words quoted; what else weighed stays unsaid. */
function reasonsIn(
  clauseFrom: number,
  clauseTo: number,
  features: Features,
  weights: Float64Array,
  tokens: Tokens,
  text: string,
): string[] {
  const { from, to } = features;
  for (let i = 0; i < features.count; i++) if (from[i]! < clauseFrom || to[i]! > clauseTo) weights[i] = 0;
  const names: string[] = [];
  while (names.length < maxReasons) {
    const best = heaviestFeature(features, weights);
    if (best < 0) break;
    const first = from[best]!;
    const last = to[best]!;
    const name = text.slice(tokens.start[first]!, tokens.end[last]!);
    if (!names.some((n) => n.includes(name) || name.includes(n))) names.push(name);
    // What is said already is not looked at again, nor are its parts.
    const isSaid = names.some((n) => n.includes(name));
    for (let i = 0; i < features.count; i++)
      if (isSaid ? from[i]! >= first && to[i]! <= last : from[i] === first && to[i] === last) weights[i] = 0;
  }
  return names;
}

/** The feature with the greatest weight above zero, of equals the first in the turn, then the shortest; -1: there is none. */
function heaviestFeature({ count, from, to }: Features, weights: Float64Array): number {
  let best = -1;
  for (let i = 0; i < count; i++) {
    const weight = weights[i]!;
    if (weight <= 0) continue;
    if (best >= 0) {
      const more = weight - weights[best]!;
      if (more < 0) continue;
      const later = from[i]! - from[best]! || to[i]! - to[best]!;
      if (more === 0 && later >= 0) continue;
    }
    best = i;
  }
  return best;
}

/** The clause (between marks or commas, or a window of a long one) with the greatest sum of strengths. */
function heaviest(tokens: Tokens, text: string): { from: number; to: number } {
  let best = { from: 0, to: tokens.count - 1, sum: Number.NEGATIVE_INFINITY };
  let from = 0;
  for (let i = 0; i <= tokens.count; i++) {
    const ends =
      i === tokens.count || isMark(tokens.id[i]!) || (i > from && hasComma(text, tokens.end[i - 1]!, tokens.start[i]!));
    if (!ends) continue;
    if (i > from) {
      const clause = windowOf(from, i - 1);
      if (clause.sum > best.sum) best = clause;
    }
    from = i < tokens.count && isMark(tokens.id[i]!) ? i + 1 : i;
  }
  return best;
}

function windowOf(from: number, to: number): { from: number; to: number; sum: number } {
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
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === comma || unit === colon) return true;
  }
  return false;
}
