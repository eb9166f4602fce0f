// What each sign of feeling weighs, on the scale -3..+3. Fitted by least squares to our labelled conversations and single
// turns (tests/training), with and without punctuation, then rounded; signs that weighed next to nothing were left out.

/** Weight of one unit of a sign; signs that are not here weigh nothing. */
export const emotionWeights: Readonly<Record<string, number>> = {
  // What the client's words are evidence of.
  frustration: -0.65,
  distress: -0.49,
  thanks: 0.42,
  delight: 1.05,
  'churn-threat': -0.31,
  'escalation-demand': -0.32,
  'repeat-contact': -0.25,
  abuse: -1,
  // Words by sort (lists of lexicons/emotion.yaml), and the forces written beside phrases.
  laugh: 0.55,
  'joy-denied': -0.43,
  hurt: -0.33,
  wait: -0.31,
  trouble: -0.26,
  relief: -0.19,
  joy: 0.18,
  protest: -0.16,
  intensifier: 0.15,
  strength: -0.15,
  warmth: 0.12,
  swear: 0.1,
  irony: -0.1,
  grief: -0.1,
  doubt: -0.09,
  softener: -0.08,
  calm: 0.04,
  // Signs that come together.
  'glad-shouted': 0.53,
  'glad-outbursts': 0.27,
  'glad-exclamations': 0.44,
  'angry-shouted': -0.29,
  'angry-outbursts': -0.28,
  'angry-exclamations': -0.16,
  'angry-bewildered': -0.17,
  'bare-swear': -0.21,
  'bare-ultimatum': -0.37,
  'bare-sigh': 0.03,
  'bare-relief': 0.32,
  stressed: -0.12,
  muted: 0.18,
  warmed: -0.08,
  mixed: 0.47,
  'sour-joy': -0.27,
  'cold-joy': -0.22,
  anguish: -0.05,
  cornered: 0.34,
  'fed-up': 0.31,
  // How it is written.
  shouted: -0.16,
  trailing: -0.18,
  stretched: 0.48,
  quoted: -0.33,
  // Place and size of the turn.
  length: -0.24,
  unanswered: -0.13,
  short: -0.13,
  first: -0.09,
  last: 0.08,
  again: -0.09,
  // What the agent just said.
  'after-solution': 0.25,
  'after-lecturing': -0.25,
  'after-transfer': -0.22,
  'after-trend-report': 0.22,
  'after-blame-shifting': -0.21,
  'after-hold-thanks': 0.21,
  'after-reformulation': 0.21,
  'after-agitation': -0.2,
  'after-callback': 0.19,
  'after-ownership': 0.16,
  'after-warmth': 0.15,
  'after-refusal': -0.12,
  'after-apology': -0.11,
};

/** Where every turn starts from. */
export const restingPoint = 0.09;

/** What the client felt before, and how much of it is still there. */
export const afterglow = {
  /** The client's last turn, and the one before it. */
  last: 0.39,
  secondLast: 0.16,
  /** The lowest and the highest point so far: who was very angry comes back up, who was glad comes down. */
  lowest: -0.13,
  highest: -0.14,
} as const;

/** A sum under the first is -3, … over the last +3. */
export const emotionCuts: readonly number[] = [-1.96, -1.07, -0.64, 0.22, 0.96, 2.41];
