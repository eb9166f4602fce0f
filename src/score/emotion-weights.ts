// What each sign of feeling weighs, on the scale -3..+3. Fitted by least squares to our labelled conversations and single
// turns (tests/training), with and without punctuation, then rounded; signs that weighed next to nothing were left out.

/** Weight of one unit of a sign; signs that are not here weigh nothing. */
export const emotionWeights: Readonly<Record<string, number>> = {
  // What the client's words are evidence of.
  frustration: -0.65,
  distress: -0.57,
  thanks: 0.59,
  delight: 1.2,
  'churn-threat': -0.31,
  'escalation-demand': -0.23,
  'repeat-contact': -0.21,
  abuse: -0.97,
  // Words by sort (lists of lexicons/emotion.yaml), and the forces written beside phrases.
  laugh: 0.45,
  'joy-denied': -0.43,
  wait: -0.3,
  trouble: -0.29,
  hurt: -0.27,
  'bare-ultimatum': -0.24,
  irony: -0.2,
  joy: 0.2,
  strength: -0.18,
  intensifier: 0.16,
  protest: -0.12,
  doubt: -0.12,
  warmth: 0.07,
  'bare-sigh': 0.06,
  calm: 0.04,
  // Signs that come together.
  stressed: -0.13,
  mixed: 0.43,
  'sour-joy': -0.26,
  'angry-shout': -0.31,
  'angry-outburst': -0.6,
  'cold-joy': -0.29,
  cornered: 0.23,
  'fed-up': 0.34,
  // How it is written.
  shouted: -0.24,
  exclamations: 0.17,
  trailing: -0.23,
  quoted: -0.25,
  // Place and size of the turn.
  length: -0.22,
  short: -0.08,
  again: -0.08,
  // What the agent just said.
  'after-lecturing': -0.42,
  'after-blame-shifting': -0.35,
  'after-trend-report': 0.29,
  'after-name-check': 0.27,
  'after-solution': 0.26,
  'after-transfer': -0.26,
  'after-hold-thanks': 0.25,
  'after-callback': 0.24,
  'after-reformulation': 0.2,
  'after-discovery': 0.16,
  'after-client-name': 0.15,
  'after-refusal': -0.14,
  'after-ownership': 0.14,
  'after-warmth': 0.11,
  'after-greeting': -0.1,
  'after-expectation': 0.07,
  'after-self-introduction': -0.07,
};

/** Where every turn starts from. */
export const restingPoint = -0.03;

/** What the client felt before, and how much of it is still there. */
export const afterglow = {
  /** The client's last turn, and the one before it. */
  last: 0.41,
  secondLast: 0.15,
  /** The lowest and the highest point so far: who was very angry comes back up, who was glad comes down. */
  lowest: -0.14,
  highest: -0.22,
} as const;

/** A sum under the first is -3, … over the last +3. */
export const emotionCuts: readonly number[] = [-1.86, -1.05, -0.53, 0.3, 1.25, 2.12];
