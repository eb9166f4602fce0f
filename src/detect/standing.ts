// Which of the phrases found in the turns of a conversation are heard: conditions and exceptions decide.
import type { Hits, TurnOrder } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';
import type { Tokens } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { addHit, emptyHits } from './hits.ts';
import { phraseTable, trait } from './phrase-table.ts';

const noNames: readonly string[] = [];

/** One turn on its way from what was found to what is heard. */
export interface TurnHits {
  tokens: Tokens;
  found: Hits;
  /** Hits that stand where they must and depend on no other marker, exceptions among them; then those that do depend. */
  readonly standing: Hits;
  /** The same without what falls under an exception. */
  readonly simple: Hits;
  /** Numbers of the hits that depend on other markers. */
  readonly depending: number[];
  hasExceptions: boolean;
  silenced: readonly string[];
  /** What is heard: `standing` or `simple`. */
  hits: Hits;
}

/** A turn with nothing in it. */
export function emptyTurn(tokens: Tokens, found = emptyHits()): TurnHits {
  const standing = emptyHits();
  return {
    tokens,
    found,
    standing,
    simple: emptyHits(),
    depending: [],
    hasExceptions: false,
    silenced: noNames,
    hits: standing,
  };
}

/** Makes `settle(turns, order)`, which fills in what is heard in each turn; null for turns of nobody. */
export function stander({ phrases, classes }: Rules): (turns: readonly (TurnHits | null)[], order: TurnOrder) => void {
  const table = phraseTable(phrases);
  const { traits, name, width, sets } = table;
  const interrogatives = new Set(classes.Interrogatif ?? []);
  /** The names that each turn carries by itself, as a set. */
  let carried = new Int32Array(width * 64);

  return function settle(turns, order) {
    while (turns.length * width > carried.length) carried = new Int32Array(carried.length * 2);
    for (let index = 0; index < turns.length; index++) if (turns[index]) stand(turns[index]!, index, order);
    for (let index = 0; index < turns.length; index++)
      if (turns[index] && turns[index]!.depending.length > 0) decide(turns[index]!, index, turns, order);
  };

  /** What stands on its own feet. */
  function stand(turn: TurnHits, index: number, order: TurnOrder): void {
    const { found, standing, depending } = turn;
    standing.count = 0;
    depending.length = 0;
    turn.hasExceptions = false;
    turn.silenced = noNames;
    turn.hits = standing;
    for (let i = 0; i < found.count; i++) {
      const phrase = found.phrase[i]!;
      const traitsOf = traits[phrase]!;
      if (traitsOf !== 0) {
        const isException = (traitsOf & trait.exception) !== 0;
        if (isException) silence(turn, phrases[phrase]!.hears);
        if ((traitsOf & trait.place) !== 0 && !order.stands(index, phrases[phrase]!.when!.turns!)) continue;
        if ((traitsOf & trait.others) !== 0) {
          depending.push(i);
          continue;
        }
        if (isException) turn.hasExceptions = true;
      }
      addHit(standing, phrase, found.from[i]!, found.to[i]!);
    }
    if (turn.hasExceptions) leaveExceptions(turn);
    const { count, phrase } = turn.hits;
    const set = index * width;
    carried.fill(0, set, set + width);
    for (let i = 0; i < count; i++) {
      const of = name[phrase[i]!]!;
      carried[set + (of >> 5)]! |= 1 << (of & 31);
    }
  }

  function silence(turn: TurnHits, hears: string): void {
    if (!turn.silenced.includes(hears)) turn.silenced = [...turn.silenced, hears];
  }

  /** What stands on its own feet decides the conditions of the rest. */
  function decide(turn: TurnHits, index: number, turns: readonly (TurnHits | null)[], order: TurnOrder): void {
    const { found, standing, depending } = turn;
    const before = standing.count;
    for (const i of depending) {
      const phrase = found.phrase[i]!;
      if (!holds(phrase, index, turns, order)) continue;
      addHit(standing, phrase, found.from[i]!, found.to[i]!);
      if ((traits[phrase]! & trait.exception) !== 0) turn.hasExceptions = true;
    }
    if (standing.count > before && turn.hasExceptions) leaveExceptions(turn);
  }

  function holds(phrase: number, index: number, turns: readonly (TurnHits | null)[], order: TurnOrder): boolean {
    const [after, needed, excluded] = [table.after[phrase]!, table.with[phrase]!, table.without[phrase]!];
    if (needed !== 0 && !carries(turns, index, needed)) return false;
    if (excluded !== 0 && carries(turns, index, excluded)) return false;
    return after === 0 || order.before(index).some((other) => carries(turns, other, after));
  }

  function carries(turns: readonly (TurnHits | null)[], index: number, set: number): boolean {
    for (let i = 0; i < width; i++) if ((carried[index * width + i]! & sets[set * width + i]!) !== 0) return true;
    return table.asks[set] === 1 && asks(turns[index]!.tokens, interrogatives);
  }

  /** Drops the exceptions and every hit of their marker that overlaps one. */
  function leaveExceptions(turn: TurnHits): void {
    const { standing, simple } = turn;
    const { count, phrase, from, to } = standing;
    turn.hits = simple;
    simple.count = 0;
    for (let i = 0; i < count; i++) {
      if ((traits[phrase[i]!]! & trait.exception) !== 0) continue;
      let other = 0;
      while (
        other < count &&
        ((traits[phrase[other]!]! & trait.exception) === 0 ||
          name[phrase[other]!] !== name[phrase[i]!] ||
          from[other]! >= to[i]! ||
          from[i]! >= to[other]!)
      )
        other++;
      if (other === count) addHit(simple, phrase[i]!, from[i]!, to[i]!);
    }
  }
}

/** Whether a turn asks: a question mark, or a question word near the start of an unpunctuated turn. */
function asks(tokens: Tokens, interrogatives: ReadonlySet<number>): boolean {
  for (let i = 0; i < tokens.count; i++) {
    const id = tokens.id[i]!;
    if (id === token.question || (i < 4 && interrogatives.has(id))) return true;
  }
  return false;
}
