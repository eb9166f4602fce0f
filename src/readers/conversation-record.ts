// One object of the project's own NDJSON → a Conversation, or why not. On the hot path: checks by hand, one pass.
import type { Channel, Conversation, Role, Turn } from '../model/conversation.ts';
import type { Place } from '../model/place.ts';
import { clockMs } from './settle/clock.ts';
import { idFromPlace } from './settle/place-id.ts';

const rolesByName: ReadonlyMap<string, Role> = new Map(
  (['agent', 'client', 'bot', 'system'] as const).map((role) => [role, role]),
);
const channelsByName: Readonly<Record<string, Channel>> = {
  chat: 'chat',
  messaging: 'chat',
  email: 'chat',
  call: 'call',
  voice: 'call',
  phone: 'call',
};

/** A conversation, or the reason why the record is not one. Any field but `turns` may be missing or null. */
export function conversationFromRecord(record: unknown, place: Place): Conversation | string {
  if (!isObject(record)) return `${kindOf(record)} found, an object {"id", "turns": [{"speaker", "text"}]} is expected`;
  const { turns: spoken, id, channel, started_at, agent_id, agent_name, client_name, variety } = record;
  if (!Array.isArray(spoken))
    return spoken === undefined || spoken === null
      ? 'no "turns"; a list of {"speaker", "text"} is expected'
      : `"turns" is ${kindOf(spoken)}; a list of {"speaker", "text"} is expected`;
  if (spoken.length === 0) return 'no turns: the conversation is empty';
  const turns = turnsFrom(spoken);
  if (typeof turns === 'string') return turns;
  const known = typeof channel === 'string' ? channelsByName[channel.toLowerCase()] : undefined;
  if (known === undefined && channel !== undefined && channel !== null && channel !== '')
    return `channel ${show(channel)}; one of chat, call is expected`;
  // Completed below in the order of the type, which is seen where it is printed; spreading objects would take thrice the time.
  const conversation = {
    id: textOf(id) ?? idFromPlace(place),
    channel: known ?? (turns.some((turn) => turn.endMs !== undefined) ? 'call' : 'chat'),
  } as Mutable<Conversation>;
  const startedAt = textOf(started_at);
  if (startedAt !== undefined) conversation.startedAt = startedAt;
  conversation.agent = agentOf(textOf(agent_id), textOf(agent_name));
  const name = textOf(client_name);
  if (name !== undefined) conversation.client = { name };
  conversation.roles = 'given';
  const varietyName = textOf(variety);
  if (varietyName !== undefined) conversation.variety = varietyName;
  conversation.turns = turns;
  conversation.from = place;
  return conversation;
}

function agentOf(id: string | undefined, name: string | undefined): Conversation['agent'] {
  return name === undefined ? { id: id ?? null } : { id: id ?? null, name };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function turnsFrom(spoken: readonly unknown[]): Turn[] | string {
  const turns: Turn[] = [];
  let base: number | undefined;
  for (let index = 0; index < spoken.length; index++) {
    const raw: unknown = spoken[index];
    if (!isObject(raw)) return `turn ${index + 1} is ${kindOf(raw)}; {"speaker", "text"} is expected`;
    const { speaker, text, start, end, at } = raw;
    const role = typeof speaker === 'string' ? rolesByName.get(speaker) : undefined;
    if (role === undefined) {
      const found = speaker === undefined || speaker === null ? 'no speaker' : `speaker ${show(speaker)}`;
      return `turn ${index + 1}: ${found}; one of agent, client, bot, system is expected`;
    }
    if (typeof text !== 'string')
      return `turn ${index + 1}: "text" is ${text === undefined ? 'missing' : kindOf(text)}; a string is expected`;
    const turn: Mutable<Turn> = { index, role, text };
    if (typeof start === 'number') turn.startMs = Math.round(start * 1000);
    if (typeof end === 'number') turn.endMs = Math.round(end * 1000);
    if (typeof at === 'string') {
      turn.at = at;
      if (turn.startMs === undefined) {
        const ms = clockMs(at);
        if (base === undefined && ms !== undefined) base = ms;
        const since = ms === undefined || base === undefined ? undefined : sinceMs(base, ms);
        if (since !== undefined) turn.startMs = since;
      }
    }
    turns.push(turn);
  }
  return turns;
}

const dayMs = 86_400_000;

/** Milliseconds from one time to another; bare times of day may cross midnight once. */
function sinceMs(base: number, ms: number): number | undefined {
  if (ms >= base) return ms - base;
  const isTimeOfDay = base < dayMs && base - ms > dayMs / 2;
  return isTimeOfDay ? ms + dayMs - base : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function show(value: unknown): string {
  if (typeof value === 'object') return kindOf(value);
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
