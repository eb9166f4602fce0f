// The client's emotion, turn by turn, from the cues that were heard.
import type { Conversation } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';

/** -3..+3 for every client turn, null for everyone else. */
export function feel(
  { turns }: Conversation,
  cues: readonly EmotionCue[],
  _evidence: readonly Evidence[],
): (number | null)[] {
  return turns.map((turn) => {
    if (turn.role !== 'client') return null;
    let strongest = 0;
    for (const cue of cues)
      if (cue.turn === turn.index && Math.abs(cue.strength) > Math.abs(strongest)) strongest = cue.strength;
    return Math.max(-3, Math.min(3, strongest));
  });
}
