// What each sign of feeling weighs, on the scale -3..+3. Fitted by least squares to our labelled conversations and single
// turns (tests/training), with and without punctuation, then rounded; signs that weighed next to nothing were left out.

/** Weight of one unit of a sign; signs that are not here weigh nothing. */
export const emotionWeights: Readonly<Record<string, number>> = {
  // What the client's words are evidence of.
  frustration: -0.64,
  distress: -0.47,
  thanks: 0.44,
  delight: 1.05,
  'churn-threat': -0.29,
  'escalation-demand': -0.33,
  'repeat-contact': -0.24,
  abuse: -1.01,
  // Words by sort (lists of lexicons/emotion.yaml), and the forces written beside phrases.
  laugh: 0.55,
  'joy-denied': -0.42,
  hurt: -0.3,
  wait: -0.3,
  trouble: -0.26,
  relief: -0.19,
  joy: 0.18,
  strength: -0.18,
  protest: -0.17,
  intensifier: 0.15,
  swear: 0.13,
  warmth: 0.13,
  irony: -0.11,
  grief: -0.09,
  doubt: -0.07,
  sigh: -0.06,
  calm: 0.04,
  // Signs that come together.
  'glad-shouted': 0.55,
  'glad-outbursts': 0.28,
  'glad-exclamations': 0.43,
  'angry-shouted': -0.27,
  'angry-outbursts': -0.35,
  'angry-exclamations': -0.15,
  'angry-bewildered': -0.25,
  'bare-swear': -0.27,
  'bare-ultimatum': -0.32,
  'bare-sigh': 0.1,
  'bare-relief': 0.3,
  stressed: -0.13,
  muted: 0.12,
  warmed: -0.09,
  mixed: 0.48,
  'sour-joy': -0.29,
  'cold-joy': -0.15,
  cornered: 0.31,
  'fed-up': 0.29,
  // How it is written.
  shouted: -0.17,
  trailing: -0.16,
  stretched: 0.5,
  quoted: -0.32,
  // Place and size of the turn.
  length: -0.22,
  unanswered: -0.13,
  short: -0.11,
  first: -0.09,
  last: 0.09,
  again: -0.1,
  // What the agent just said.
  'after-transfer': -0.28,
  'after-solution': 0.26,
  'after-lecturing': -0.25,
  'after-trend-report': 0.22,
  'after-reformulation': 0.2,
  'after-blame-shifting': -0.19,
  'after-agitation': -0.18,
  'after-callback': 0.17,
  'after-warmth': 0.15,
  'after-hold-thanks': 0.15,
  'after-ownership': 0.14,
  'after-refusal': -0.13,
  'after-apology': -0.13,
};

/** Where every turn starts from. */
export const restingPoint = 0.04;

/** What the client felt before, and how much of it is still there. */
export const afterglow = {
  /** The client's last turn, and the one before it. */
  last: 0.39,
  secondLast: 0.16,
  /** The lowest and the highest point so far: who was very angry comes back up, who was glad comes down. */
  lowest: -0.13,
  highest: -0.13,
} as const;

/** A sum under the first is -3, … over the last +3. */
export const emotionCuts: readonly number[] = [-2.05, -1.01, -0.63, 0.33, 0.96, 2.4];
