// The markers of the annotation guide: what can be heard in a turn, and whose turn it must be.

export const agentMarkers = [
  'greeting',
  'self-introduction',
  'help-offer',
  'client-name',
  'name-check',
  'discovery',
  'reformulation',
  'empathy',
  'apology',
  'ownership',
  'solution',
  'expectation',
  'callback',
  'overpromise',
  'trend-report',
  'transfer',
  'refusal',
  'refusal-softened',
  'hold',
  'hold-thanks',
  'lecturing',
  'blame-shifting',
  'agitation',
  'warmth',
  'courtesy',
  'closing-check',
  'opinion-request',
  'farewell',
] as const;

export const clientMarkers = [
  'frustration',
  'distress',
  'thanks',
  'delight',
  'churn-threat',
  'escalation-demand',
  'repeat-contact',
  'abuse',
] as const;

export const markerIds = [...agentMarkers, ...clientMarkers] as const;

export type MarkerId = (typeof markerIds)[number];

/** Who can carry a marker. */
export function markerSpeaker(marker: MarkerId): 'agent' | 'client' {
  return (clientMarkers as readonly string[]).includes(marker) ? 'client' : 'agent';
}
