// What was heard, where, and why: every point of an assessment cites some.
import type { MarkerId } from './marker.ts';

/** Words that carry a marker. `quote === turn.text.slice(start, end)`; offsets in UTF-16 units. */
export interface Evidence {
  readonly marker: MarkerId;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The lexicon line that matched (`fr/greeting.yaml:6`), a built-in (`built-in:client-name`), or the trained ear. */
  readonly because: string;
}
