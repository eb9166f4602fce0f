// The exchanges that a coach should be shown because of emotion: the client's peak and the agent's answer. Few: where
// nothing stands out, none.
import type { Flag } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import { nextOf } from './facts.ts';
import { bitsOf } from './marker-bits.ts';
import { hears, type Spoken, spoken } from './spoken.ts';

/** Turns between two strong moments that still belong to one exchange. */
const reach = 4;

const delight = bitsOf(['delight']);
const thanks = bitsOf(['thanks']);
const frustration = bitsOf(['frustration']);

/** Displeasure, summed over the turns around, that makes a clear frustration stand out. */
const simmering = 8;

/** Strength, summed over the clear moments of an exchange, that makes it stand out without a peak: three clear unpleasant moments, two pleasant ones. */
const striking = { negative: 3, positive: 2 } as const;

/** The strongest emotion there is. */
const strongest = 3;

/** Flags of one conversation, in the order of their first turn. */
export function flag(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Flag[] {
  const talk = spoken(conversation, evidence, emotion);
  return [...exchanges(talk, 'negative'), ...exchanges(talk, 'positive')].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

function exchanges(talk: Spoken, polarity: Flag['polarity']): Flag[] {
  const { agent, client } = talk.turnsOf;
  const sign = polarity === 'negative' ? -1 : 1;
  const size = (turn: number) => (talk.emotion[turn] ?? 0) * sign;
  const groups: number[][] = [];
  for (const turn of client.filter((candidate) => size(candidate) >= 2)) {
    const group = groups.at(-1);
    if (group && turn - group.at(-1)! <= reach) group.push(turn);
    else groups.push([turn]);
  }
  return groups.filter(standsOut).map((group) => {
    const last = group.at(-1)!;
    const peak = Math.max(...group.map(size));
    const isOver = client.some((turn) => turn > last && (talk.emotion[turn] ?? 0) >= 0);
    return {
      from: group[0]!,
      to: nextOf(agent, last, 1)[0] ?? last,
      polarity,
      peak: peak * sign,
      recovered: polarity === 'positive' || isOver,
    };
  });

  /** Enough clear moments; fewer only where words and surroundings say the same. */
  function standsOut(group: readonly number[]): boolean {
    const strength = group.reduce((sum, turn) => sum + size(turn) - 1, 0);
    if (strength >= striking[polarity] || group.some((turn) => size(turn) === strongest)) return true;
    const turn = group[0]!;
    if (polarity === 'positive') return hears(talk, turn, delight) && hears(talk, turn, thanks);
    const around = client
      .filter((other) => Math.abs(other - turn) <= reach)
      .reduce((sum, other) => sum + Math.max(0, size(other)), 0);
    return hears(talk, turn, frustration) && around >= simmering;
  }
}
