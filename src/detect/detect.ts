// One conversation heard: evidence for every marker, and the cues of emotion on the client's side.
import type { Conversation } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';
import type { HeardBefore, Hearing } from '../model/hearing.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';
import type { Rules } from '../model/rules.ts';
import { clientNames } from './client-name.ts';
import { hearer } from './hearing.ts';
import { pairEvidence } from './pair.ts';

export interface Detection {
  /** In order of turn, place, marker. */
  readonly evidence: readonly Evidence[];
  readonly cues: readonly EmotionCue[];
  readonly hearing: Hearing;
}

const rank = new Map<string, number>(markerIds.map((id, index) => [id, index]));

/** Makes `detect(conversation)`; `before` is the memory of a conversation that goes on. */
export function detector(rules: Rules): (conversation: Conversation, before?: HeardBefore) => Detection {
  const hear = hearer(rules);
  const findClientNames = clientNames(rules);
  return function detect(conversation, before) {
    const hearing = hear(conversation, before);
    const phrases = phraseEvidence(conversation, hearing);
    const evidence = [
      ...phrases,
      ...findClientNames(conversation, hearing),
      ...pairEvidence(rules, conversation, hearing, phrases),
    ];
    evidence.sort((a, b) => inPlace(a, b) || b.end - a.end);
    return { evidence: withoutOverlaps(evidence), cues: emotionCues(conversation, hearing), hearing };
  };
}

function phraseEvidence({ turns }: Conversation, hearing: Hearing): Evidence[] {
  const evidence: Evidence[] = [];
  hearing.turns.forEach((turn, index) => {
    if (!turn) return;
    for (const { phrase, from, to } of turn.heard) {
      if (!rank.has(phrase.hears)) continue;
      const start = turn.tokens.start[from]!;
      const end = turn.tokens.end[to - 1]!;
      evidence.push({
        marker: phrase.hears as MarkerId,
        turn: index,
        start,
        end,
        quote: turns[index]!.text.slice(start, end),
        because: phrase.because,
      });
    }
  });
  return evidence;
}

/** Of hits of one marker that overlap, the longest stays; of equals the first. */
function withoutOverlaps(sorted: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  let turnStart = 0;
  let isMoved = false;
  for (const item of sorted) {
    if (kept.length > 0 && kept[kept.length - 1]!.turn !== item.turn) turnStart = kept.length;
    let rival = turnStart;
    while (rival < kept.length && !overlaps(kept[rival]!, item)) rival++;
    if (rival === kept.length) kept.push(item);
    else if (item.end - item.start > kept[rival]!.end - kept[rival]!.start) {
      kept[rival] = item;
      isMoved = true;
    }
  }
  return isMoved ? kept.sort(inPlace) : kept;
}

function overlaps(a: Evidence, b: Evidence): boolean {
  return a.marker === b.marker && a.start < b.end && b.start < a.end;
}

function inPlace(a: Evidence, b: Evidence): number {
  return a.turn - b.turn || a.start - b.start || rank.get(a.marker)! - rank.get(b.marker)!;
}

function emotionCues({ turns }: Conversation, hearing: Hearing): EmotionCue[] {
  const cues: EmotionCue[] = [];
  hearing.turns.forEach((turn, index) => {
    if (!turn || turns[index]!.role !== 'client') return;
    for (const { phrase, from, to } of turn.heard) {
      if (phrase.emotion === undefined && !phrase.hears.startsWith('emotion.')) continue;
      cues.push({
        turn: index,
        start: turn.tokens.start[from]!,
        end: turn.tokens.end[to - 1]!,
        hears: phrase.hears,
        strength: phrase.emotion ?? 0,
        because: phrase.because,
      });
    }
  });
  return cues;
}
