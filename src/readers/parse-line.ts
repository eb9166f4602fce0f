// One line of the project's own NDJSON → a conversation or a problem. On the hot path, in threads too: no schema library.
import type { Channel, Conversation, Role, Turn } from '../model/conversation.ts';
import { type Place, showPlace } from '../model/place.ts';
import type { Item } from './reader.ts';
import { momentOf } from './times.ts';

export type { Item } from './reader.ts';

const roles: readonly string[] = ['agent', 'client', 'bot', 'system'] satisfies Role[];

/** Parses a line of NDJSON. */
export function parseLine(line: string, from: Place): Item {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problem(
      from,
      `found text that is not JSON (${glimpse(line)}); a line holds one conversation as a JSON object`,
    );
  }
  return conversationRecord(value, from);
}

/**
 * Reads a conversation object: `id, channel, variety, started_at, agent_id, agent_name, client_name, turns`, each turn
 * `{speaker, text, start?, end? (seconds), at?}`. Fields other than `turns` may be missing or null.
 */
export function conversationRecord(value: unknown, from: Place): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem(from, `found ${nameOf(value)}; a conversation is a JSON object with "turns"`);
  const record = value as Record<string, unknown>;
  const id = textOf(record.id) ?? showPlace(from);
  if (!Array.isArray(record.turns))
    return problem(from, `found "turns" ${nameOf(record.turns)}; a list of turns is expected`, id);
  if (record.turns.length === 0) return problem(from, 'found no turns; a conversation has at least one', id);
  const turns: Turn[] = [];
  const firstAt = clockOf(record.turns[0]);
  for (let index = 0; index < record.turns.length; index++) {
    const turn = turnOf(record.turns[index], index, firstAt);
    if (typeof turn === 'string') return problem(from, `turn ${index}: ${turn}`, id);
    turns.push(turn);
  }
  const startedAt = textOf(record.started_at);
  const agentName = textOf(record.agent_name);
  const clientName = textOf(record.client_name);
  const clientId = textOf(record.client_id);
  const variety = textOf(record.variety);
  const conversation: Conversation = {
    id,
    channel: channelOf(record.channel, turns),
    ...(startedAt !== undefined && { startedAt }),
    agent: { id: textOf(record.agent_id) ?? null, ...(agentName !== undefined && { name: agentName }) },
    ...((clientName !== undefined || clientId !== undefined) && {
      client: {
        ...(clientId !== undefined && { id: clientId }),
        ...(clientName !== undefined && { name: clientName }),
      },
    }),
    roles: 'given',
    ...(variety !== undefined && { variety }),
    turns,
    from,
  };
  return { kind: 'conversation', conversation };
}

function turnOf(value: unknown, index: number, firstAt: number | undefined): Turn | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `found ${nameOf(value)}; a turn is an object with "speaker" and "text"`;
  const turn = value as Record<string, unknown>;
  if (typeof turn.speaker !== 'string' || !roles.includes(turn.speaker))
    return `found speaker ${JSON.stringify(turn.speaker) ?? 'missing'}; allowed: ${roles.join(', ')}`;
  const text = turn.text ?? '';
  if (typeof text !== 'string') return `found text ${nameOf(text)}; a string is expected`;
  const at = textOf(turn.at);
  const clock = at === undefined ? undefined : momentOf(at)?.ms;
  const startMs = secondsOf(turn.start) ?? (clock !== undefined && firstAt !== undefined ? clock - firstAt : undefined);
  const endMs = secondsOf(turn.end);
  return {
    index,
    role: turn.speaker as Role,
    text,
    ...(startMs !== undefined && { startMs }),
    ...(endMs !== undefined && { endMs }),
    ...(at !== undefined && { at }),
  };
}

function clockOf(turn: unknown): number | undefined {
  const at = typeof turn === 'object' && turn !== null ? textOf((turn as Record<string, unknown>).at) : undefined;
  return at === undefined ? undefined : momentOf(at)?.ms;
}

function channelOf(value: unknown, turns: readonly Turn[]): Channel {
  if (value === 'call' || value === 'chat') return value;
  return turns.some((turn) => turn.endMs !== undefined) ? 'call' : 'chat';
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

function secondsOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 1000) : undefined;
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function glimpse(line: string): string {
  const start = line.trim().slice(0, 30);
  return JSON.stringify(start.length < line.trim().length ? `${start}…` : start);
}

function problem(place: Place, reason: string, id?: string): Item {
  return { kind: 'problem', problem: { place, reason, ...(id !== undefined && { id }) } };
}
