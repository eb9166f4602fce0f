// The exchanges that a coach should be shown because of emotion: the client's peak and the agent's answer. Few: where
// nothing stands out, none.
import type { Flag } from '../model/assessment.ts';
import type { Conversation, Role } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MarkerId } from '../model/marker.ts';

/** Emotion from which a moment is clear. */
const clear = 2;

/** Turns between two strong moments that still belong to one exchange. */
const reach = 4;

/** Displeasure, summed over the turns around, that makes a clear moment stand out where words say it too. */
const simmering = 5;

const displeasures: readonly MarkerId[] = ['frustration', 'distress', 'abuse', 'churn-threat', 'escalation-demand'];

/** Strength, summed over the clear moments of an exchange, that makes it stand out without a peak: two clear moments. */
const striking = 2;

/** The strongest emotion there is. */
const strongest = 3;

/** What an exchange is looked for in. */
interface Felt {
  readonly agent: readonly number[];
  readonly client: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

/** Flags of one conversation, in the order of their first turn. */
export function flag(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Flag[] {
  if (!isMoving(emotion)) return [];
  const felt = { agent: turnsOf(conversation, 'agent'), client: turnsOf(conversation, 'client'), evidence, emotion };
  return [...exchanges(felt, 'negative'), ...exchanges(felt, 'positive')].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

function isMoving(emotion: readonly (number | null)[]): boolean {
  for (let turn = 0; turn < emotion.length; turn++) if (Math.abs(emotion[turn] ?? 0) >= clear) return true;
  return false;
}

function turnsOf({ turns }: Conversation, wanted: Role): number[] {
  const own: number[] = [];
  for (let turn = 0; turn < turns.length; turn++) if (turns[turn]!.role === wanted) own.push(turn);
  return own;
}

function exchanges(felt: Felt, polarity: Flag['polarity']): Flag[] {
  const { agent, client, evidence, emotion } = felt;
  const sign = polarity === 'negative' ? -1 : 1;
  const size = (turn: number) => (emotion[turn] ?? 0) * sign;
  const groups: number[][] = [];
  for (const turn of client) {
    if (size(turn) < clear) continue;
    const group = groups.at(-1);
    if (group && turn - group.at(-1)! <= reach) group.push(turn);
    else groups.push([turn]);
  }
  return groups.filter(standsOut).map((group) => {
    const last = group.at(-1)!;
    const peak = Math.max(...group.map(size));
    const isOver = client.some((turn) => turn > last && (emotion[turn] ?? 0) >= 0);
    return {
      from: group[0]!,
      to: agent.find((turn) => turn > last) ?? last,
      polarity,
      peak: peak * sign,
      recovered: polarity === 'positive' || isOver,
    };
  });

  /** Enough clear moments; fewer only where words and surroundings say the same. */
  function standsOut(group: readonly number[]): boolean {
    const strength = group.reduce((sum, turn) => sum + size(turn) - 1, 0);
    if (strength >= striking || group.some((turn) => size(turn) === strongest)) return true;
    const turn = group[0]!;
    if (polarity === 'positive') return isHeard(turn, 'delight') && isHeard(turn, 'thanks');
    const around = client
      .filter((other) => Math.abs(other - turn) <= reach)
      .reduce((sum, other) => sum + Math.max(0, size(other)), 0);
    return around >= simmering && displeasures.some((marker) => isHeard(turn, marker));
  }

  function isHeard(turn: number, marker: MarkerId): boolean {
    return evidence.some((piece) => piece.turn === turn && piece.marker === marker);
  }
}
