// The signs of feeling as numbers, and the amounts of them that one turn shows. They are weighed in the order in which
// they were met, so that the same turn gives the same sum to the last digit.
import { emotionWeights } from './emotion-weights.ts';

/** Signs that weigh nothing by themselves, but together with others. */
const silent = ['softener', 'ultimatum', 'exclamations', 'outbursts', 'bewildered', 'joy-denied'];

const names = [...new Set([...Object.keys(emotionWeights), ...silent])];
const numbers: ReadonlyMap<string, number> = new Map(names.map((name, number) => [name, number]));
const weights = Float64Array.from(names, (name) => emotionWeights[name] ?? 0);

/** How many signs there are. */
export const signCount = names.length;

/** No sign: weighs nothing, and nothing looks at it. */
export const noSign = -1;

/** The number of a sign, `noSign` where nobody knows it. */
export function signNumber(name: string): number {
  return numbers.get(name) ?? noSign;
}

/** Amounts by number of the sign; those that are not 0 are listed in `met`. */
const amounts = new Float64Array(signCount);
const met = new Uint8Array(signCount);
let count = 0;

/** Forgets the signs of the turn before. */
export function clearSigns(): void {
  for (let i = 0; i < count; i++) amounts[met[i]!] = 0;
  count = 0;
}

/** Adds so much of a sign. */
export function addSign(sign: number, amount: number): void {
  if (amount === 0 || sign === noSign) return;
  if (amounts[sign] === 0) met[count++] = sign;
  amounts[sign]! += amount;
}

/** Whether the turn shows any sign so far. */
export function hasSigns(): boolean {
  return count > 0;
}

export function hasSign(sign: number): boolean {
  return amounts[sign] !== 0;
}

/** How much of a sign the turn shows. */
export function amountOf(sign: number): number {
  return amounts[sign]!;
}

/** What the signs of the turn weigh together, from a starting point. */
export function weighSigns(from: number): number {
  let sum = from;
  for (let i = 0; i < count; i++) sum += weights[met[i]!]! * amounts[met[i]!]!;
  return sum;
}

/** What a number of occurrences counts: the second one half, the third half again, more say no more. */
export function damped(occurrences: number): number {
  return occurrences <= 1 ? occurrences : occurrences === 2 ? 1.5 : 2;
}
