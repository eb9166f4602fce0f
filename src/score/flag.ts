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

/** Markers that make a clear unpleasant emotion stand out by itself. */
const grave = bitsOf(['distress', 'abuse', 'escalation-demand']);
const delight = bitsOf(['delight']);
const thanks = bitsOf(['thanks']);
const frustration = bitsOf(['frustration']);

/** Displeasure, summed over the turns around, that makes a clear frustration stand out. */
const simmering = 4;

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

  /** A strong moment or two clear ones; a single clear one only where words and surroundings say the same. */
  function standsOut(group: readonly number[]): boolean {
    const strength = group.reduce((sum, turn) => sum + size(turn) - 1, 0);
    if (strength >= 2) return true;
    const turn = group[0]!;
    if (polarity === 'positive') return hears(talk, turn, delight) && hears(talk, turn, thanks);
    const around = client
      .filter((other) => Math.abs(other - turn) <= reach)
      .reduce((sum, other) => sum + Math.max(0, size(other)), 0);
    return hears(talk, turn, grave) || (hears(talk, turn, frustration) && around >= simmering);
  }
}
