// One conversation heard: evidence for every marker, and the cues of emotion on the client's side.
import type { Conversation } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';
import type { HeardBefore, Hearing } from '../model/hearing.ts';
import { markerIds } from '../model/marker.ts';
import type { Rules } from '../model/rules.ts';
import { clientNames } from './client-name.ts';
import { hearer } from './hearing.ts';
import { pairEvidence } from './pair.ts';
import { addPiece, emptyPieces, leaveOverlaps } from './pieces.ts';

export interface Detection {
  /** In order of turn, place, marker. */
  readonly evidence: readonly Evidence[];
  readonly cues: readonly EmotionCue[];
  readonly hearing: Hearing;
}

const rank = new Map<string, number>(markerIds.map((id, index) => [id, index]));

/** Makes `detect(conversation)`; `before` is the memory of a conversation that goes on. */
export function detector(rules: Rules): (conversation: Conversation, before?: HeardBefore) => Detection {
  const { phrases } = rules;
  const hear = hearer(rules);
  const findClientNames = clientNames(rules);
  const findPairs = pairEvidence(rules);
  const markerOf = Int16Array.from(phrases, ({ hears }) => rank.get(hears) ?? -1);
  const isCue = Uint8Array.from(phrases, (p) => (p.emotion !== undefined || p.hears.startsWith('emotion.') ? 1 : 0));
  const pieces = emptyPieces();

  return function detect(conversation, before) {
    const hearing = hear(conversation, before);
    const others = inOrderOfTurns(findClientNames(conversation, hearing), findPairs(conversation, hearing));
    return {
      evidence: evidenceOf(conversation, hearing, others),
      cues: emotionCues(conversation, hearing),
      hearing,
    };
  };

  function evidenceOf({ turns }: Conversation, hearing: Hearing, others: readonly Evidence[]): Evidence[] {
    const evidence: Evidence[] = [];
    let other = 0;
    for (let turn = 0; turn < turns.length; turn++) {
      const heard = hearing.turns[turn];
      if (!heard) continue;
      const { hits, tokens } = heard;
      pieces.count = 0;
      for (let i = 0; i < hits.count; i++) {
        const marker = markerOf[hits.phrase[i]!]!;
        if (marker >= 0)
          addPiece(pieces, tokens.start[hits.from[i]!]!, tokens.end[hits.to[i]! - 1]!, marker, hits.phrase[i]!);
      }
      for (; other < others.length && others[other]!.turn === turn; other++)
        addPiece(pieces, others[other]!.start, others[other]!.end, rank.get(others[other]!.marker)!, -1 - other);
      if (pieces.count > 1) leaveOverlaps(pieces);
      const { text } = turns[turn]!;
      for (let i = 0; i < pieces.count; i++) {
        const source = pieces.source[i]!;
        const start = pieces.start[i]!;
        const end = pieces.end[i]!;
        evidence.push({
          marker: markerIds[pieces.marker[i]!]!,
          turn,
          start,
          end,
          quote: text.slice(start, end),
          because: source < 0 ? others[-1 - source]!.because : phrases[source]!.because,
        });
      }
    }
    return evidence;
  }

  function emotionCues({ turns }: Conversation, hearing: Hearing): EmotionCue[] {
    const cues: EmotionCue[] = [];
    for (let turn = 0; turn < turns.length; turn++) {
      const heard = hearing.turns[turn];
      if (!heard || turns[turn]!.role !== 'client') continue;
      const { hits, tokens } = heard;
      for (let i = 0; i < hits.count; i++) {
        const phrase = hits.phrase[i]!;
        if (isCue[phrase] === 0) continue;
        const { hears, emotion, because } = phrases[phrase]!;
        cues.push({
          turn,
          start: tokens.start[hits.from[i]!]!,
          end: tokens.end[hits.to[i]! - 1]!,
          hears,
          strength: emotion ?? 0,
          because,
        });
      }
    }
    return cues;
  }
}

/** Evidence of two kinds as one, turn by turn; of one turn the first kind comes first. */
function inOrderOfTurns(first: readonly Evidence[], second: readonly Evidence[]): readonly Evidence[] {
  if (second.length === 0) return first;
  return [...first, ...second].sort((a, b) => a.turn - b.turn);
}
