// Markers as numbers and as bits, so that « does this turn carry one of these » is a single test.
import type { Evidence } from '../model/evidence.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';

/** Number of each marker, in the order of the annotation guide. */
export const markerNumber = Object.fromEntries(markerIds.map((marker, number) => [marker, number])) as Readonly<
  Record<MarkerId, number>
>;

const numbers: ReadonlyMap<string, number> = new Map(markerIds.map((marker, number) => [marker, number]));
let ofEvidence = new Uint8Array(256);
let atHand: readonly Evidence[] | undefined;
let piecesAtHand = 0;

/** The number of the marker of each piece of evidence; the array holds until another list is asked about. */
export function markerNumbers(evidence: readonly Evidence[]): Uint8Array {
  if (evidence === atHand && evidence.length === piecesAtHand) return ofEvidence;
  atHand = evidence;
  piecesAtHand = evidence.length;
  if (ofEvidence.length < evidence.length) ofEvidence = new Uint8Array(evidence.length * 2);
  for (let i = 0; i < evidence.length; i++) ofEvidence[i] = numbers.get(evidence[i]!.marker)!;
  return ofEvidence;
}

/** A set of markers: the first 32 in `low`, the others in `high`. */
export interface MarkerBits {
  readonly low: number;
  readonly high: number;
}

/** The bits of some markers. */
export function bitsOf(markers: readonly MarkerId[]): MarkerBits {
  let low = 0;
  let high = 0;
  for (const marker of markers) {
    const number = markerNumber[marker];
    if (number < 32) low |= 1 << number;
    else high |= 1 << (number - 32);
  }
  return { low, high };
}
