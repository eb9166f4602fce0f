// The alerts of a conversation: what a team leader wants to hear of at once.
import type { Alert } from '../model/assessment.ts';
import type { Evidence } from '../model/evidence.ts';
import { clientMarkers } from '../model/marker.ts';

const alerting: readonly string[] = ['abuse', 'churn-threat', 'escalation-demand', 'repeat-contact'] satisfies Alert[];

/** The alerts that the evidence raises, each once, in the order of the annotation guide. */
export function alerts(evidence: readonly Evidence[]): Alert[] {
  return clientMarkers.filter(isAlert).filter((alert) => evidence.some((piece) => piece.marker === alert));
}

function isAlert(marker: string): marker is Alert {
  return alerting.includes(marker);
}
