// Emotion has a course: a turn feels like the turns around it, like what was said in them, and like the whole
// conversation. A linear blend over one conversation says how much.
import { agentMarkers, clientMarkers } from '../model/marker.ts';
import { probabilityOf } from './probability.ts';
import { solve, system } from './solve.ts';

/** Weights of the values of a turn, in the order of `valuesOf`. */
export type CourseWeights = readonly number[];

/** A turn as the blend sees it. */
export interface CourseTurn {
  readonly isClient: boolean;
  /** Log-odds of the markers of its side. */
  readonly odds: Float64Array;
  /** The client's emotion, as the scorer and as the lexicon have it; 0 for the agent. */
  readonly raw: number;
  readonly felt: number;
}

const ridge = 20;
const perClient = clientMarkers.length;
const perAgent = agentMarkers.length;
const ofFeeling = 6;
const size = 6 + ofFeeling * 2 + perClient * 4 + perAgent * 2;

/** Blends the raw scores of the client's turns of one conversation, in order; the agent's turns stand between them. */
export function blend(turns: readonly CourseTurn[], weights: CourseWeights): number[] {
  const blended: number[] = [];
  eachTurn(turns, (values) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += values[i]! * weights[i]!;
    blended.push(sum);
  });
  return blended;
}

/** Fits the blend by least squares over conversations, each with the labels of its client's turns; stays near `from` where they say little. */
export function fitCourse(
  conversations: readonly { readonly turns: readonly CourseTurn[]; readonly labels: readonly number[] }[],
  from?: CourseWeights,
): CourseWeights {
  const matrix = system(size, ridge);
  if (from) for (let i = 0; i < size; i++) matrix[i]![size] = ridge * from[i]!;
  for (const { turns, labels } of conversations)
    eachTurn(turns, (values, at) => {
      for (let i = 0; i < size; i++) {
        const row = matrix[i]!;
        for (let j = i; j < size; j++) row[j]! += values[i]! * values[j]!;
        row[size]! += values[i]! * labels[at]!;
      }
    });
  return Array.from(solve(matrix), (weight) => Math.round(weight * 1e5) / 1e5);
}

const values = new Float64Array(size);

/**
 * Visits each turn of the client with what it is blended from: what it feels like, the turns around it and all of them,
 * what was heard there. The values hold until the next visit.
 */
function eachTurn(turns: readonly CourseTurn[], visit: (values: Float64Array, at: number) => void): void {
  const places: number[] = [];
  for (let i = 0; i < turns.length; i++) if (turns[i]!.isClient) places.push(i);
  const raw = trail(places.map((place) => turns[place]!.raw));
  const felt = trail(places.map((place) => turns[place]!.felt));
  const said = turns.map(({ odds }) => probabilities(odds));
  const own = places.map((place) => said[place]!);
  const mean = meanOf(own);
  const beside = agentsBeside(turns);
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    values[0] = 1;
    values[1] = at === 0 ? 1 : 0;
    values[2] = at === places.length - 1 ? 1 : 0;
    values[3] = raw.leastSoFar[at]!;
    values[4] = raw.meanToCome[at]!;
    values[5] = raw.near[at]!;
    feelings(raw, at, 6);
    feelings(felt, at, 6 + ofFeeling);
    let next = 6 + ofFeeling * 2;
    next = heard(own[at]!, next);
    next = heard(own[at - 1] ?? mean, next);
    next = heard(own[at + 1] ?? mean, next);
    next = heard(mean, next);
    next = heard(said[beside.before[place]!] ?? silence, next);
    heard(said[beside.after[place]!] ?? silence, next);
    visit(values, at);
  }
}

/** What is heard of an agent that says nothing. */
const silence = new Float64Array(perAgent);

/** Puts what was heard in a turn into the values from a place on; returns where it ends. */
function heard(probabilities: Float64Array, from: number): number {
  for (let i = 0; i < probabilities.length; i++) values[from + i] = probabilities[i]!;
  return from + probabilities.length;
}

function feelings({ scores, mean, least, most }: Trail, at: number, from: number): void {
  values[from] = scores[at]!;
  values[from + 1] = scores[at - 1] ?? mean;
  values[from + 2] = scores[at + 1] ?? mean;
  values[from + 3] = mean;
  values[from + 4] = least;
  values[from + 5] = most;
}

/** What scores come to over a conversation, up to each of them, from it on, and in the five around it. */
interface Trail {
  readonly scores: readonly number[];
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly leastSoFar: readonly number[];
  readonly meanToCome: readonly number[];
  readonly near: readonly number[];
}

function trail(scores: readonly number[]): Trail {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const leastSoFar = scores.map((score) => {
    least = Math.min(least, score);
    most = Math.max(most, score);
    return least;
  });
  const meanToCome = new Array<number>(scores.length);
  let sum = 0;
  for (let at = scores.length - 1; at >= 0; at--) {
    sum += scores[at]!;
    meanToCome[at] = sum / (scores.length - at);
  }
  const near = scores.map((_, at) => average(scores, Math.max(0, at - 2), Math.min(scores.length, at + 3)));
  return { scores, mean: sum / scores.length, least, most, leastSoFar, meanToCome, near };
}

function average(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum / (to - from);
}

/** By turn, the nearest turn of the agent before and after it; -1: none. */
function agentsBeside(turns: readonly CourseTurn[]): { readonly before: Int32Array; readonly after: Int32Array } {
  const before = new Int32Array(turns.length);
  const after = new Int32Array(turns.length);
  let last = -1;
  for (let i = 0; i < turns.length; i++) {
    before[i] = last;
    if (!turns[i]!.isClient) last = i;
  }
  last = -1;
  for (let i = turns.length - 1; i >= 0; i--) {
    after[i] = last;
    if (!turns[i]!.isClient) last = i;
  }
  return { before, after };
}

function probabilities(odds: Float64Array): Float64Array {
  const found = new Float64Array(odds.length);
  for (let i = 0; i < odds.length; i++) found[i] = probabilityOf(odds[i]!);
  return found;
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(perClient);
  for (const row of rows) for (let i = 0; i < perClient; i++) mean[i]! += row[i]! / rows.length;
  return mean;
}
