// Which of the phrases found in the turns of a conversation are heard: conditions and exceptions decide.
import type { Hits, HitsOfTurn, TurnOrder } from '../model/hearing.ts';
import type { Conditions, Phrase, Rules } from '../model/rules.ts';
import type { Tokens } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { addHit, emptyHits } from './hits.ts';
import { type PhraseTable, phraseTable, trait } from './phrase-table.ts';

/** One turn on its way from what was found to what is heard. */
export interface SettledTurn extends HitsOfTurn {
  /** What is heard: `found` itself where no condition and no exception changes anything. */
  hits: Hits;
  /** Room for hits that stand, and for those of them that no exception silences. */
  readonly standing: Hits;
  readonly simple: Hits;
}

/** A turn of which nothing is settled yet. */
export function unsettled({ tokens, found, depending, silenced }: HitsOfTurn): SettledTurn {
  return { tokens, found, depending, silenced, hits: found, standing: emptyHits(), simple: emptyHits() };
}

/** Makes `settle(turns, order)`, which fills in what is heard in each turn; null for turns of nobody. */
export function settler({
  phrases,
  classes,
}: Rules): (turns: readonly (SettledTurn | null)[], order: TurnOrder) => void {
  const table = phraseTable(phrases);
  const { traits, name, width, sets } = table;
  const { of: conditionOf, conditions } = conditionsOf(phrases, table);
  const interrogatives = new Set(classes.Interrogatif ?? []);
  /** The names that each turn carries by itself, as a set. */
  let carried = new Int32Array(width * 64);
  /** Whether a condition held, and in which turn that was last asked. */
  const held = new Uint8Array(conditions.length);
  const heldIn = new Float64Array(conditions.length);
  let asked = 0;

  return function settle(turns, order) {
    while (turns.length * width > carried.length) carried = new Int32Array(carried.length * 2);
    for (let index = 0; index < turns.length; index++) if (turns[index]) stand(turns[index]!, index, order);
    for (let index = 0; index < turns.length; index++)
      if (turns[index] && turns[index]!.depending.count > 0) decide(turns[index]!, index, turns, order);
  };

  /** What stands on its own feet. */
  function stand(turn: SettledTurn, index: number, order: TurnOrder): void {
    const { count, phrase } = turn.found;
    turn.hits = turn.found;
    for (let i = 0; i < count; i++)
      if (traits[phrase[i]!] !== 0) {
        leaveMisplaced(turn, index, order);
        break;
      }
    carry(turn.hits, index * width);
  }

  function carry({ count, phrase }: Hits, set: number): void {
    for (let i = set; i < set + width; i++) carried[i] = 0;
    for (let i = 0; i < count; i++) {
      const of = name[phrase[i]!]!;
      carried[set + (of >> 5)]! |= 1 << (of & 31);
    }
  }

  /** Leaves out what may not stand in this turn. */
  function leaveMisplaced(turn: SettledTurn, index: number, order: TurnOrder): void {
    const { found, standing } = turn;
    standing.count = 0;
    for (let i = 0; i < found.count; i++) {
      const phrase = found.phrase[i]!;
      const traitsOfHit = traits[phrase]!;
      if ((traitsOfHit & trait.place) !== 0 && !order.stands(index, phrases[phrase]!.when!.turns!)) continue;
      addHit(standing, phrase, found.from[i]!, found.to[i]!);
    }
    turn.hits = hasExceptions(standing) ? withoutExceptions(standing, turn.simple) : standing;
  }

  /** What stands on its own feet decides the conditions of the rest. */
  function decide(turn: SettledTurn, index: number, turns: readonly (SettledTurn | null)[], order: TurnOrder): void {
    const { found, depending, standing } = turn;
    asked++;
    let isOpen = false;
    for (let i = 0; i < depending.count; i++) {
      const phrase = depending.phrase[i]!;
      const condition = conditionOf[phrase]!;
      if (heldIn[condition] !== asked) {
        heldIn[condition] = asked;
        held[condition] = holds(conditions[condition]!, index, turns, order) ? 1 : 0;
      }
      if (held[condition] === 0) continue;
      if (!isOpen) {
        isOpen = true;
        // `standing` has the exceptions that stand: they silence what depends, too.
        if (turn.hits === found) copy(found, standing);
      }
      addHit(standing, phrase, depending.from[i]!, depending.to[i]!);
    }
    if (isOpen) turn.hits = hasExceptions(standing) ? withoutExceptions(standing, turn.simple) : standing;
  }

  function holds(
    { place, after, needed, excluded }: Condition,
    index: number,
    turns: readonly (SettledTurn | null)[],
    order: TurnOrder,
  ): boolean {
    if (place && !order.stands(index, place)) return false;
    if (needed !== 0 && !carries(turns, index, needed)) return false;
    if (excluded !== 0 && carries(turns, index, excluded)) return false;
    if (after === 0) return true;
    for (const other of order.before(index)) if (carries(turns, other, after)) return true;
    return false;
  }

  function carries(turns: readonly (SettledTurn | null)[], index: number, set: number): boolean {
    for (let i = 0; i < width; i++) if ((carried[index * width + i]! & sets[set * width + i]!) !== 0) return true;
    return table.asks[set] === 1 && asks(turns[index]!.tokens, interrogatives);
  }

  function hasExceptions({ count, phrase }: Hits): boolean {
    for (let i = 0; i < count; i++) if ((traits[phrase[i]!]! & trait.exception) !== 0) return true;
    return false;
  }

  /** Fills `left` with what is no exception and overlaps none of its marker. */
  function withoutExceptions({ count, phrase, from, to }: Hits, left: Hits): Hits {
    left.count = 0;
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
      if (other === count) addHit(left, phrase[i]!, from[i]!, to[i]!);
    }
    return left;
  }
}

/** What phrases ask of their turn and of what it answers: many ask the same. */
interface Condition {
  readonly place: NonNullable<Conditions['turns']> | undefined;
  /** Sets of names in the table. */
  readonly after: number;
  readonly needed: number;
  readonly excluded: number;
}

/** The different conditions of all phrases, and the number of each phrase's. */
function conditionsOf(
  phrases: readonly Phrase[],
  table: PhraseTable,
): { readonly of: Uint16Array; readonly conditions: readonly Condition[] } {
  const conditions: Condition[] = [];
  const known = new Map<string, number>();
  const of = Uint16Array.from(phrases, ({ when }, phrase) => {
    const place = when?.turns;
    const [after, needed, excluded] = [table.after[phrase]!, table.with[phrase]!, table.without[phrase]!];
    const key = `${after} ${needed} ${excluded} ${place ? `${place.of} ${place.n}` : ''}`;
    let number = known.get(key);
    if (number === undefined) {
      number = conditions.push({ place, after, needed, excluded }) - 1;
      known.set(key, number);
    }
    return number;
  });
  return { of, conditions };
}

function copy({ count, phrase, from, to }: Hits, into: Hits): void {
  into.count = 0;
  for (let i = 0; i < count; i++) addHit(into, phrase[i]!, from[i]!, to[i]!);
}

/** Whether a turn asks: a question mark, or a question word near the start of an unpunctuated turn. */
function asks(tokens: Tokens, interrogatives: ReadonlySet<number>): boolean {
  for (let i = 0; i < tokens.count; i++) {
    const id = tokens.id[i]!;
    if (id === token.question || (i < 4 && interrogatives.has(id))) return true;
  }
  return false;
}
