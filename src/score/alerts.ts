// The alerts of a conversation: what a team leader wants to hear of at once.
import type { Alert } from '../model/assessment.ts';
import type { Evidence } from '../model/evidence.ts';
import { clientMarkers } from '../model/marker.ts';

const alerting: ReadonlySet<string> = new Set<Alert>(['abuse', 'churn-threat', 'escalation-demand', 'repeat-contact']);
const inOrder = clientMarkers.filter(isAlert);

/** The alerts that the evidence raises, each once, in the order of the annotation guide. */
export function alerts(evidence: readonly Evidence[]): Alert[] {
  const raised: Alert[] = [];
  for (const { marker } of evidence) if (isAlert(marker) && !raised.includes(marker)) raised.push(marker);
  return raised.length < 2 ? raised : inOrder.filter((alert) => raised.includes(alert));
}

function isAlert(marker: string): marker is Alert {
  return alerting.has(marker);
}
