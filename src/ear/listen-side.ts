// One side's turns as the trained ear hears them: which of the lexicon's hits stand, and what is heard beside them.
import type { Conversation } from '../model/conversation.ts';
import type { EarSide } from '../model/ear.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import { strongestClause } from './clause.ts';
import type { PhraseKeys } from './context-features.ts';
import type { CourseTurn } from './course.ts';
import { emptyFeatures, spokenFeatures } from './features.ts';
import type { Lexemes } from './lexemes.ts';
import { oddsAt, probabilityOf } from './probability.ts';
import { scorer } from './scorer.ts';
import { weightOf, weightTable } from './weight-table.ts';

/** What the trained ear makes of one turn. */
export interface ListenedTurn {
  /** In order of place. */
  readonly kept: readonly Evidence[];
  /** What emotion is blended from; undefined where the turn has no words, or is of neither side. */
  readonly scored: CourseTurn | undefined;
}

const nothing: Evidence[] = [];

/** Makes `listenTo(conversation, hearing, feelings, own, turn)` for the turns of a side; `own` is the lexicon's evidence of the turn. */
export function sideListener(
  side: EarSide,
  known: Lexemes,
  hears: PhraseKeys,
): (
  conversation: Conversation,
  hearing: Hearing,
  feelings: readonly (number | null)[],
  own: readonly Evidence[],
  turn: number,
) => ListenedTurn {
  const { outputs, emotion } = side;
  const table = weightTable(side);
  const score = scorer(table, known, hears);
  const spoken = spokenFeatures(known, hears);
  const features = emptyFeatures();
  const outputOf = new Map<string, number>(outputs.map(({ marker }, o) => [marker, o]));
  const speaksFrom = Float64Array.from(outputs, ({ threshold }) => oddsAt(threshold));
  const slopes = Float64Array.from(outputs, ({ slope }) => slope);
  const offsets = Float64Array.from(outputs, ({ offset }) => offset);
  const standsFrom = Float64Array.from(outputs, ({ veto }) => oddsAt(veto));
  let weights = new Float64Array(features.key.length);
  const isHeard = new Uint8Array(outputs.length);

  return function listenTo(conversation, hearing, feelings, own, turn) {
    const scored = scoredTurn(conversation, hearing, feelings, turn);
    const { odds } = scored;
    const { silenced } = hearing.turns[turn]!;
    let kept = own.length === 0 ? nothing : standing(own, odds);
    let isSpoken = false;
    for (let o = 0; o < speaksFrom.length; o++) {
      if (odds[o]! < speaksFrom[o]! || isHeard[o] === 1 || silenced.includes(outputs[o]!.marker)) continue;
      if (!isSpoken) spoken(conversation, hearing, turn, features);
      if (kept === nothing) kept = [];
      isSpoken = true;
      kept.push(learned(conversation, hearing, turn, o, odds[o]!));
    }
    if (own.length > 0) isHeard.fill(0);
    return { kept: inOrder(kept), scored };
  };

  function scoredTurn(
    conversation: Conversation,
    hearing: Hearing,
    feelings: readonly (number | null)[],
    turn: number,
  ): CourseTurn {
    const scores = score(conversation, hearing, feelings, turn);
    const odds = new Float64Array(slopes.length);
    for (let o = 0; o < odds.length; o++) odds[o] = slopes[o]! * scores[o]! + offsets[o]!;
    const isClient = conversation.turns[turn]!.role === 'client';
    const raw = emotion ? scores[outputs.length]! : 0;
    const felt = isClient ? (feelings[turn] ?? 0) : 0;
    return { isClient, odds, raw, felt };
  }

  /** The lexicon's hits that the trained ear does not doubt; notes whatever was heard. */
  function standing(own: readonly Evidence[], odds: Float64Array): Evidence[] {
    const kept: Evidence[] = [];
    for (const piece of own) {
      const o = outputOf.get(piece.marker);
      if (o === undefined) continue;
      isHeard[o] = 1;
      if (odds[o]! >= standsFrom[o]!) kept.push(piece);
    }
    return kept;
  }

  /** What the trained ear alone hears, with the words that speak most for it. */
  function learned(conversation: Conversation, hearing: Hearing, turn: number, o: number, odds: number): Evidence {
    const { text } = conversation.turns[turn]!;
    const { marker, scale } = outputs[o]!;
    if (weights.length < features.count) weights = new Float64Array(features.key.length);
    for (let f = 0; f < features.count; f++)
      weights[f] = weightOf(table, features.key[f]!, o) * scale * features.value[f]!;
    const { start, end, reasons } = strongestClause(features, hearing.turns[turn]!.tokens, weights, text);
    const words = reasons.length > 0 ? ` « ${reasons.join(' », « ')} »` : '';
    const because = `ear:${marker} ${probabilityOf(odds).toFixed(2)}${words}`;
    return { marker, turn, start, end, quote: text.slice(start, end), because };
  }
}

function inOrder(kept: Evidence[]): readonly Evidence[] {
  for (let i = 1; i < kept.length; i++) if (inPlace(kept[i - 1]!, kept[i]!) > 0) return withRefusal(kept.sort(inPlace));
  return withRefusal(kept);
}

function inPlace(a: Evidence, b: Evidence): number {
  return a.start - b.start || (a.marker < b.marker ? -1 : a.marker > b.marker ? 1 : 0);
}

function withRefusal(kept: readonly Evidence[]): readonly Evidence[] {
  // A softened refusal without a refusal is none.
  if (kept.length === 0 || !kept.some(isSoftened) || kept.some(isRefusal)) return kept;
  return kept.filter((piece) => !isSoftened(piece));
}

const isSoftened = ({ marker }: Evidence) => marker === 'refusal-softened';
const isRefusal = ({ marker }: Evidence) => marker === 'refusal';
