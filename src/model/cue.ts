/** Words of a client's turn that carry feeling: offsets in UTF-16 units, strength -3..+3 before their surroundings are weighed. */
export interface EmotionCue {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** Name of the part of the emotion lexicon (`emotion.intensifier`…) or of the marker whose phrase bears a strength. */
  readonly hears: string;
  readonly strength: number;
  readonly because: string;
}
