// What can be known of a conversation without a lexicon: who spoke last, what was repeated, how long the client waited,
// how the client's emotion ran.
import type { Conversation } from '../model/conversation.ts';
import type { Fact, Facts } from '../model/fact.ts';
import { bitsOf } from './marker-bits.ts';
import { repeats, unanswered } from './repeats.ts';
import { sign } from './said.ts';
import { silences } from './silences.ts';
import { hears, type Spoken, turnsOfMarker } from './spoken.ts';

const soothing = bitsOf(['empathy', 'apology']);
const upset = bitsOf(['frustration', 'distress', 'abuse']);
const redactedName = /[[<](?:pr[ée]nom|nom|name|client|pii)[^\]>]*[\]>]|\bX{3,}\b|\*{3,}/i;
const lively = /!|\p{Extended_Pictographic}|[:;]-?[)D]/u;
const nowhere: readonly number[] = [];

/** Every fact of one conversation. */
export function factsOf(talk: Spoken): Facts {
  const { conversation, turnsOf, said } = talk;
  const { agent, client } = turnsOf;
  const { turns } = conversation;
  const spokenLast = turnsOf.anyone.at(-1);
  const lastOne = spokenLast === undefined ? nowhere : [spokenLast];
  const lastRole = spokenLast === undefined ? undefined : turns[spokenLast]!.role;
  let agentWords = 0;
  for (const turn of agent) agentWords += said.words[turn]!.length;
  const shows = (wanted: number) => share(agent, (turn) => (said.signs[turn]! & wanted) !== 0);

  return {
    'agent-turns': { value: agent.length, turns: agent },
    'client-turns': { value: client.length, turns: client },
    call: { value: Number(conversation.channel === 'call'), turns: nowhere },
    'name-available': nameAvailable(conversation, talk),
    'agent-named': { value: Number(Boolean(conversation.agent.name ?? conversation.agent.id)), turns: nowhere },
    'agent-words': { value: agent.length === 0 ? 0 : agentWords / agent.length, turns: agent },
    'curt-share': share(agent, (turn) => said.words[turn]!.length <= 3),
    'lively-share': share(agent, (turn) => isLively(said.signs[turn]!, turns[turn]!.text)),
    'question-share': shows(sign.question),
    'figure-share': shows(sign.digit),
    ...silences(talk),
    'agent-repeats': repeats(talk, agent),
    'client-repeats': repeats(talk, client),
    'unanswered-questions': unanswered(talk),
    'agent-spoke-last': { value: Number(lastRole === 'agent'), turns: lastOne },
    'client-spoke-last': { value: Number(lastRole === 'client'), turns: lastOne },
    'ended-by-system': {
      value: Number(turns.at(-1)?.role === 'system'),
      turns: turns.length === 0 ? nowhere : [turns.at(-1)!.index],
    },
    'several-agents': severalAgents(conversation, agent),
    ...feelings(talk),
  };
}

/** The next `count` of the sorted turns after a turn. */
export function nextOf(turns: readonly number[], after: number, count: number): readonly number[] {
  const from = turns.findIndex((turn) => turn > after);
  return from < 0 ? nowhere : turns.slice(from, from + count);
}

type FeelingFacts =
  | 'displeasure'
  | 'displeasure-peak'
  | 'displeasure-met'
  | 'displeasure-at-end'
  | 'delight-peak'
  | 'recovery';

/** How the client's emotion ran. Displeasure said in words counts as slight where the emotion was not felt. */
function feelings(talk: Spoken): Pick<Facts, FeelingFacts> {
  const { agent, client } = talk.turnsOf;
  const felt: number[] = [];
  let lowest = 0;
  let highest = 0;
  for (const turn of client) {
    const own = talk.emotion[turn] ?? 0;
    const feeling = own > -1 && hears(talk, turn, upset) ? -1 : own;
    felt.push(feeling);
    if (feeling < lowest) lowest = feeling;
    if (feeling > highest) highest = feeling;
  }
  const displeased: number[] = [];
  let met = 0;
  for (let i = 0; i < client.length; i++) {
    if (felt[i]! > -1) continue;
    displeased.push(client[i]!);
    if (nextOf(agent, client[i]!, 2).some((answer) => hears(talk, answer, soothing))) met++;
  }
  const lastFelt = felt.at(-1) ?? 0;
  const last = client.slice(-1);
  const feltAs = (feeling: number) => (feeling === 0 ? nowhere : client.filter((_, i) => felt[i] === feeling));
  return {
    displeasure: { value: displeased.length, turns: displeased },
    'displeasure-peak': { value: Math.abs(lowest), turns: feltAs(lowest) },
    'displeasure-met': { value: displeased.length === 0 ? 0 : met / displeased.length, turns: displeased },
    'displeasure-at-end': { value: Math.max(0, -lastFelt), turns: last },
    'delight-peak': { value: highest, turns: feltAs(highest) },
    recovery: { value: lastFelt - lowest, turns: last },
  };
}

function isLively(signs: number, text: string): boolean {
  if ((signs & sign.exclamation) !== 0) return true;
  return (signs & (sign.pictograph | sign.emoticon)) !== 0 && lively.test(text);
}

function nameAvailable(conversation: Conversation, talk: Spoken): Fact {
  const called = turnsOfMarker(talk, 'client-name');
  const redacted = talk.turnsOf.client.filter(
    (turn) => (talk.said.signs[turn]! & sign.mask) !== 0 && redactedName.test(conversation.turns[turn]!.text),
  );
  const turns = redacted.length === 0 ? called : [...new Set([...called, ...redacted])].sort((a, b) => a - b);
  return { value: Number(Boolean(conversation.client?.name) || turns.length > 0), turns };
}

function severalAgents(conversation: Conversation, agent: readonly number[]): Fact {
  let names: Map<string, number> | undefined;
  for (const turn of agent) {
    const name = conversation.turns[turn]!.speaker;
    if (name === undefined) continue;
    names ??= new Map();
    if (!names.has(name)) names.set(name, turn);
  }
  return names === undefined
    ? { value: 0, turns: nowhere }
    : { value: Number(names.size > 1), turns: [...names.values()] };
}

function share(turns: readonly number[], test: (turn: number) => boolean): Fact {
  const found = turns.filter(test);
  return { value: turns.length === 0 ? 0 : found.length / turns.length, turns: found };
}
