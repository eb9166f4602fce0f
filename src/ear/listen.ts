// Both ears together: the trained one adds what the phrases missed, doubts what they heard too easily, and says which
// words convinced it.
import type { Conversation } from '../model/conversation.ts';
import type { EarModel } from '../model/ear.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import { cutAt } from './calibrate.ts';
import { phraseKeys } from './context-features.ts';
import { blend, type CourseTurn } from './course.ts';
import type { EarRules } from './features.ts';
import { lexemes } from './lexemes.ts';
import { type ListenedTurn, sideListener } from './listen-side.ts';

export type { ListenedTurn } from './listen-side.ts';

export interface Listened {
  /** Evidence of both ears, in order of turn and place. */
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

const nothing: readonly Evidence[] = [];

/**
 * Makes `listen(conversation, hearing, evidence, feelings)`; `evidence` and `feelings` are the lexicon's. In `before` lie
 * turns that were listened to already and would come out the same; it is filled up.
 */
export function listener(
  model: EarModel,
  rules: EarRules,
): (
  conversation: Conversation,
  hearing: Hearing,
  evidence: readonly Evidence[],
  feelings: readonly (number | null)[],
  before?: ListenedTurn[],
) => Listened {
  const known = lexemes(rules);
  const hears = phraseKeys(rules.phrases);
  const listenToAgent = sideListener(model.agent, known, hears);
  const listenToClient = sideListener(model.client, known, hears);
  const { emotion: scale } = model.client;

  return function listen(conversation, hearing, evidence, feelings, before) {
    const { turns } = conversation;
    const merged: Evidence[] = [];
    const emotion = new Array<number | null>(turns.length);
    const scored: CourseTurn[] = [];
    const clientTurns: number[] = [];
    let next = 0;
    for (let index = 0; index < turns.length; index++) {
      const { role } = turns[index]!;
      emotion[index] = role === 'client' ? 0 : null;
      const first = next;
      while (next < evidence.length && evidence[next]!.turn === index) next++;
      let turn = before?.[index];
      if (turn === undefined) {
        const own = first === next ? nothing : evidence.slice(first, next);
        if ((role !== 'agent' && role !== 'client') || hearing.turns[index]!.tokens.count === 0)
          turn = { kept: own, scored: undefined };
        else if (role === 'agent') turn = listenToAgent(conversation, hearing, feelings, own, index);
        else turn = listenToClient(conversation, hearing, feelings, own, index);
        if (before) before[index] = turn;
      }
      for (const piece of turn.kept) merged.push(piece);
      if (turn.scored === undefined) continue;
      scored.push(turn.scored);
      if (turn.scored.isClient) clientTurns.push(index);
    }
    if (scale) {
      const blended = blend(scored, scale.course);
      for (let i = 0; i < blended.length; i++) emotion[clientTurns[i]!] = cutAt(blended[i]!, scale.cuts);
    }
    return { evidence: merged, emotion };
  };
}
