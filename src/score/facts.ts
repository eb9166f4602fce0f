// What can be known of a conversation without a lexicon: who spoke last, what was repeated, how long the client waited,
// how the client's emotion ran.
import type { Conversation } from '../model/conversation.ts';
import type { Fact, Facts } from '../model/fact.ts';
import type { MarkerId } from '../model/marker.ts';
import { silences } from './silences.ts';
import { hears, type Spoken } from './spoken.ts';

const soothing: readonly MarkerId[] = ['empathy', 'apology'];
const upset: readonly MarkerId[] = ['frustration', 'distress', 'abuse'];
/** Share of common words from which two turns say nearly the same. */
const alike = 0.7;
const redactedName = /[[<](?:pr[ée]nom|nom|name|client|pii)[^\]>]*[\]>]|\bX{3,}\b|\*{3,}/i;
const lively = /!|\p{Extended_Pictographic}|[:;]-?[)D]/u;

/** Every fact of one conversation. */
export function factsOf(talk: Spoken): Facts {
  const { conversation, turnsOf, emotion } = talk;
  const { agent, client } = turnsOf;
  const turns = conversation.turns;
  const spokenLast = turns.findLast((turn) => turn.role === 'agent' || turn.role === 'client');
  const lastOne = spokenLast ? [spokenLast.index] : [];
  // Displeasure said in words counts as slight where the emotion was not felt.
  const felt = (turn: number) => (hears(talk, turn, upset) ? Math.min(-1, emotion[turn] ?? 0) : (emotion[turn] ?? 0));
  const lowest = Math.min(0, ...client.map(felt));
  const highest = Math.max(0, ...client.map(felt));
  const lastFelt = client.at(-1) === undefined ? 0 : felt(client.at(-1)!);
  const displeased = client.filter((turn) => felt(turn) <= -1);
  const met = displeased.filter((turn) => nextOf(agent, turn, 2).some((answer) => hears(talk, answer, soothing)));
  const among = (test: (text: string) => boolean) => share(agent, (turn) => test(turns[turn]!.text));
  const waits = silences(talk);

  return {
    'agent-turns': { value: agent.length, turns: agent },
    'client-turns': { value: client.length, turns: client },
    call: { value: Number(conversation.channel === 'call'), turns: [] },
    'name-available': nameAvailable(conversation, talk),
    'agent-named': { value: Number(Boolean(conversation.agent.name ?? conversation.agent.id)), turns: [] },
    'agent-words': { value: mean(agent.map((turn) => talk.words[turn]!.length)), turns: agent },
    'curt-share': share(agent, (turn) => talk.words[turn]!.length <= 3),
    'lively-share': among((text) => lively.test(text)),
    'question-share': among((text) => text.includes('?')),
    'figure-share': among((text) => /\d/.test(text)),
    ...waits,
    'agent-repeats': repeats(talk, agent),
    'client-repeats': repeats(talk, client),
    'unanswered-questions': unanswered(talk),
    'agent-spoke-last': { value: Number(spokenLast?.role === 'agent'), turns: lastOne },
    'client-spoke-last': { value: Number(spokenLast?.role === 'client'), turns: lastOne },
    'ended-by-system': { value: Number(turns.at(-1)?.role === 'system'), turns: lastOf(turns.map((t) => t.index)) },
    'several-agents': severalAgents(conversation, agent),
    displeasure: { value: displeased.length, turns: displeased },
    'displeasure-peak': {
      value: Math.abs(lowest),
      turns: client.filter((turn) => lowest < 0 && felt(turn) === lowest),
    },
    'displeasure-met': { value: displeased.length === 0 ? 0 : met.length / displeased.length, turns: displeased },
    'displeasure-at-end': { value: Math.max(0, -lastFelt), turns: lastOf(client) },
    'delight-peak': { value: highest, turns: client.filter((turn) => highest > 0 && felt(turn) === highest) },
    recovery: { value: lastFelt - lowest, turns: lastOf(client) },
  };
}

/** The next `count` of the sorted turns after a turn. */
export function nextOf(turns: readonly number[], after: number, count: number): readonly number[] {
  const from = turns.findIndex((turn) => turn > after);
  return from < 0 ? [] : turns.slice(from, from + count);
}

function nameAvailable(conversation: Conversation, talk: Spoken): Fact {
  const called = talk.turnsWith.get('client-name') ?? [];
  const redacted = conversation.turns.filter((turn) => turn.role === 'client' && redactedName.test(turn.text));
  const turns = [...new Set([...called, ...redacted.map((turn) => turn.index)])].sort((a, b) => a - b);
  return { value: Number(Boolean(conversation.client?.name) || turns.length > 0), turns };
}

function severalAgents(conversation: Conversation, agent: readonly number[]): Fact {
  const names = new Map<string, number>();
  for (const turn of agent) {
    const name = conversation.turns[turn]!.speaker;
    if (name !== undefined && !names.has(name)) names.set(name, turn);
  }
  return { value: Number(names.size > 1), turns: [...names.values()] };
}

/** Turns that say nearly the same as an earlier turn of the same speaker. */
function repeats(talk: Spoken, turns: readonly number[]): Fact {
  const seen: ReadonlySet<string>[] = [];
  const found: number[] = [];
  for (const turn of turns) {
    const words = new Set(talk.words[turn]);
    if (words.size < 4) continue;
    if (seen.some((earlier) => overlap(words, earlier) >= alike)) found.push(turn);
    seen.push(words);
  }
  return { value: found.length, turns: found };
}

/** Questions of the client whose answer, the agent's next two turns, takes up none of their longer words. */
function unanswered(talk: Spoken): Fact {
  const asked = talk.turnsOf.client.filter((turn) => talk.conversation.turns[turn]!.text.includes('?'));
  const ignored = asked.filter((turn) => {
    const topic = talk.words[turn]!.filter((word) => word.length >= 5);
    const answers = nextOf(talk.turnsOf.agent, turn, 2);
    if (answers.length === 0) return true;
    return topic.length > 0 && !answers.some((answer) => talk.words[answer]!.some((word) => topic.includes(word)));
  });
  return { value: ignored.length, turns: ignored };
}

/** Share of the words that both have, of all that either has; 0 at once where the sizes rule likeness out. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < alike * Math.max(a.size, b.size)) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

function share(turns: readonly number[], test: (turn: number) => boolean): Fact {
  const found = turns.filter(test);
  return { value: turns.length === 0 ? 0 : found.length / turns.length, turns: found };
}

function lastOf(turns: readonly number[]): readonly number[] {
  return turns.slice(-1);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
