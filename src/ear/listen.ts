// Both ears together: the trained one adds what the phrases missed, doubts what they heard too easily, and says which
// words convinced it.
import type { Conversation } from '../model/conversation.ts';
import type { EarModel } from '../model/ear.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import type { MarkerId } from '../model/marker.ts';
import type { Rules } from '../model/rules.ts';
import { cutAt } from './calibrate.ts';
import { type Clause, strongestClause } from './clause.ts';
import { blend } from './course.ts';
import { emptyFeatures, featuriser } from './features.ts';
import { probability, scorer } from './scorer.ts';

export interface Listened {
  /** Evidence of both ears, in order of turn and place. */
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

/** What the trained ear makes of one turn. */
export interface ListenedTurn {
  readonly kept: readonly Evidence[];
  /** Raw score of emotion; undefined where the turn has none. */
  readonly felt: number | undefined;
}

/**
 * Makes `listen(conversation, hearing, evidence, feelings)`; `evidence` and `feelings` are the lexicon's. In `before` lie
 * turns that were listened to already and would come out the same; it is filled up.
 */
export function listener(
  model: EarModel,
  rules: Pick<Rules, 'words' | 'classes' | 'lemmas'>,
): (
  conversation: Conversation,
  hearing: Hearing,
  evidence: readonly Evidence[],
  feelings: readonly (number | null)[],
  before?: ListenedTurn[],
) => Listened {
  const featurise = featuriser(rules);
  const features = emptyFeatures();
  const sides = {
    agent: { ...model.agent, scorer: scorer(model.agent) },
    client: { ...model.client, scorer: scorer(model.client) },
  };

  return function listen(conversation, hearing, evidence, feelings, before = []) {
    const byTurn = groupByTurn(evidence, conversation.turns.length);
    const merged: Evidence[] = [];
    const emotion: (number | null)[] = [];
    const felt: number[] = [];
    const clientTurns: number[] = [];
    for (const { index, role } of conversation.turns) {
      emotion.push(role === 'client' ? 0 : null);
      const turn = before[index] ?? listenTo(conversation, hearing, feelings, byTurn[index]!, index);
      before[index] = turn;
      merged.push(...turn.kept);
      if (turn.felt === undefined) continue;
      felt.push(turn.felt);
      clientTurns.push(index);
    }
    const { emotion: scale } = model.client;
    if (scale) {
      blend(felt, scale.course).forEach((score, i) => {
        emotion[clientTurns[i]!] = cutAt(score, scale.cuts);
      });
    }
    merged.sort(
      (a, b) => a.turn - b.turn || a.start - b.start || (a.marker < b.marker ? -1 : a.marker > b.marker ? 1 : 0),
    );
    return { evidence: merged, emotion };
  };

  function listenTo(
    conversation: Conversation,
    hearing: Hearing,
    feelings: readonly (number | null)[],
    own: readonly Evidence[],
    index: number,
  ): ListenedTurn {
    const { role, text } = conversation.turns[index]!;
    const turn = hearing.turns[index];
    if (!turn || (role !== 'agent' && role !== 'client') || turn.tokens.count === 0)
      return { kept: own, felt: undefined };
    const side = sides[role];
    featurise(conversation, hearing, feelings, index, features);
    const scores = side.scorer.score(features);
    const kept = new Map<MarkerId, readonly Evidence[]>();
    for (let o = 0; o < side.outputs.length; o++) {
      const { marker, slope, offset, threshold, veto } = side.outputs[o]!;
      const p = probability(scores[o]!, slope, offset);
      const heard = own.length === 0 ? own : own.filter((e) => e.marker === marker);
      if (heard.length > 0) {
        if (p >= veto) kept.set(marker, heard);
      } else if (p >= threshold && !turn.silenced.includes(marker)) {
        const clause = strongestClause(features, turn.tokens, (f) => side.scorer.weightAt(f, o), text);
        kept.set(marker, [learned(marker, index, clause, p, text)]);
      }
    }
    // A softened refusal without a refusal is none.
    if (!kept.has('refusal')) kept.delete('refusal-softened');
    return { kept: [...kept.values()].flat(), felt: side.emotion ? scores[side.outputs.length]! : undefined };
  }
}

function learned(marker: MarkerId, turn: number, { start, end, reasons }: Clause, p: number, text: string): Evidence {
  const because = `ear:${marker} ${p.toFixed(2)}${reasons.length > 0 ? ` « ${reasons.join(' », « ')} »` : ''}`;
  return { marker, turn, start, end, quote: text.slice(start, end), because };
}

function groupByTurn(evidence: readonly Evidence[], turns: number): Evidence[][] {
  const groups: Evidence[][] = Array.from({ length: turns }, () => []);
  for (const item of evidence) groups[item.turn]!.push(item);
  return groups;
}
