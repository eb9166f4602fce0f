// The alerts of a conversation: what a team leader wants to hear of at once.
import type { Alert } from '../model/assessment.ts';
import type { Evidence } from '../model/evidence.ts';
import { clientMarkers, markerIds } from '../model/marker.ts';
import { markerNumber, markerNumbers } from './marker-bits.ts';

const alerting: readonly string[] = ['abuse', 'churn-threat', 'escalation-demand', 'repeat-contact'] satisfies Alert[];
const inOrder = clientMarkers.filter((marker): marker is Alert => alerting.includes(marker));
/** The bit of each marker that is an alert, by its number. */
const bits = new Uint8Array(markerIds.length);
inOrder.forEach((alert, place) => {
  bits[markerNumber[alert]] = 1 << place;
});

/** The alerts that the evidence raises, each once, in the order of the annotation guide. */
export function alerts(evidence: readonly Evidence[]): Alert[] {
  const markers = markerNumbers(evidence);
  let raised = 0;
  for (let i = 0; i < evidence.length; i++) raised |= bits[markers[i]!]!;
  return raised === 0 ? [] : inOrder.filter((_, place) => ((raised >>> place) & 1) !== 0);
}
