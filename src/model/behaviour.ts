// The behaviours of excellent service, judged conversation by conversation.

export const behaviourIds = [
  'in-control',
  'aware',
  'first-impression',
  'listening',
  'absorbs-frustration',
  'interest',
  'client-name',
  'warmth',
  'ownership',
  'under-promises',
  'expectations',
  'calm',
  'asks-opinion',
  'cordial-goodbye',
  'team-spirit',
  'positive-attitude',
  'acceptable-refusal',
  'respects-time',
] as const;

export type BehaviourId = (typeof behaviourIds)[number];

export const verdicts = ['shown', 'missed', 'violated', 'na'] as const;

export type Verdict = (typeof verdicts)[number];
