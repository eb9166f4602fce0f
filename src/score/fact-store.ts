// The facts of the conversation at hand, by number: the value of each, and the turns that it was read from as a set.
import { type Fact, type FactId, factIds } from '../model/fact.ts';
import { addSet, addTurn, setsOf, turnsOf } from './turn-sets.ts';

/** Number of each fact. */
export const factNumber = Object.fromEntries(factIds.map((id, number) => [id, number])) as Readonly<
  Record<FactId, number>
>;

/** Value of each fact, by its number. */
export const factValues = new Float64Array(factIds.length);

/** Sets a fact, read from the turns of a set where one is given. */
export function setFact(fact: number, value: number, from?: number): void {
  factValues[fact] = value;
  if (from !== undefined) addSet(setsOf.facts + fact, from);
}

/** Adds a turn that a fact was read from. */
export function addFactTurn(fact: number, turn: number): void {
  addTurn(setsOf.facts + fact, turn);
}

/** A fact with its turns. */
export function factOf(id: FactId): Fact {
  return { value: factValues[factNumber[id]]!, turns: turnsOf(setsOf.facts + factNumber[id]) };
}
