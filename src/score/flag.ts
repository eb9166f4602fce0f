// The exchanges that a coach should be shown because of emotion: the client's peak and the agent's answer. Few: where
// nothing stands out, none.
import type { Flag } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
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

/** A conversation with what was heard and felt in it. */
interface Felt {
  readonly turns: Conversation['turns'];
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

/** Flags of one conversation, in the order of their first turn. */
export function flag(
  { turns }: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Flag[] {
  let lowest = 0;
  let highest = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    if (turns[turn]!.role !== 'client') continue;
    const own = emotion[turn] ?? 0;
    if (own < lowest) lowest = own;
    else if (own > highest) highest = own;
  }
  const felt = { turns, evidence, emotion };
  const flags: Flag[] = [];
  if (lowest <= -clear) addExchanges(flags, felt, 'negative');
  const negative = flags.length;
  if (highest >= clear) addExchanges(flags, felt, 'positive');
  return negative > 0 && flags.length > negative ? flags.sort((a, b) => a.from - b.from || a.to - b.to) : flags;
}

/** Adds the exchanges of one polarity that stand out: clear moments of the client with no more than a few turns between. */
function addExchanges(flags: Flag[], felt: Felt, polarity: Flag['polarity']): void {
  const { turns, emotion } = felt;
  const sign = polarity === 'negative' ? -1 : 1;
  let from = -1;
  let last = -1;
  let strength = 0;
  let peak = 0;
  for (let turn = 0; turn <= turns.length; turn++) {
    const isEnd = turn === turns.length || (last >= 0 && turn - last > reach);
    if (isEnd && last >= 0) {
      if (strength >= striking || peak === strongest || isBackedByWords(from, felt, polarity))
        flags.push({
          from,
          to: nextOfAgent(turns, last),
          polarity,
          peak: peak * sign,
          recovered: polarity === 'positive' || isOver(last, felt),
        });
      last = -1;
    }
    if (turn === turns.length || turns[turn]!.role !== 'client') continue;
    const size = (emotion[turn] ?? 0) * sign;
    if (size < clear) continue;
    if (last < 0) {
      from = turn;
      strength = 0;
      peak = 0;
    }
    last = turn;
    strength += size - 1;
    if (size > peak) peak = size;
  }
}

/** The first turn of the agent after another one; that one itself where there is none. */
function nextOfAgent(turns: Conversation['turns'], last: number): number {
  for (let turn = last + 1; turn < turns.length; turn++) if (turns[turn]!.role === 'agent') return turn;
  return last;
}

/** Whether the client comes back to 0 or more. */
function isOver(last: number, { turns, emotion }: Felt): boolean {
  for (let turn = last + 1; turn < turns.length; turn++)
    if (turns[turn]!.role === 'client' && (emotion[turn] ?? 0) >= 0) return true;
  return false;
}

/** Whether a single clear moment stands out because words, and for displeasure the surroundings, say the same. */
function isBackedByWords(turn: number, { turns, evidence, emotion }: Felt, polarity: Flag['polarity']): boolean {
  const isHeard = (marker: MarkerId) => evidence.some((piece) => piece.turn === turn && piece.marker === marker);
  if (polarity === 'positive') return isHeard('delight') && isHeard('thanks');
  let around = 0;
  for (let other = Math.max(0, turn - reach); other <= Math.min(turn + reach, turns.length - 1); other++)
    if (turns[other]!.role === 'client') around += Math.max(0, -(emotion[other] ?? 0));
  return around >= simmering && displeasures.some(isHeard);
}
