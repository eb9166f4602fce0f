// A draft → the conversations that are judged, one an agent, or why there are none.
import type { Conversation, Role, Turn } from '../../model/conversation.ts';
import { type Input, type Item, problem } from '../reader.ts';
import { isoOf } from './clock.ts';
import type { AgentRef, Draft, DraftTurn } from './draft.ts';
import { idFromPlace } from './place-id.ts';
import { settleRoles } from './roles.ts';
import { type SpeakerWords, titleAndPerson } from './speaker-words.ts';
import { firstDate, inTime } from './times.ts';
import { joined, withoutInventions } from './transcribed.ts';

type Known = DraftTurn & { readonly role: Role };

/** The conversations of a draft: one for each agent who speaks in it. */
export function settle(draft: Draft, input: Input): Item[] {
  const id = draft.id ?? idFromPlace(draft.from);
  const spoken = spokenTurns(draft, input);
  if (spoken.length === 0) return [problem(draft.from, 'no turns: nobody says anything', id)];
  const settled = settleRoles({ ...draft, turns: spoken }, input.head.speakers, input.options.agent);
  if ('undecided' in settled) return [problem(draft.from, settled.undecided, id)];
  tell(input, 'roles', settled.how);
  const isCall = settled.turns.some((turn) => turn.endMs !== undefined);
  const startedAt = draft.startedAt ?? firstDate(settled.turns);
  const rest = {
    id,
    channel: draft.channel ?? (isCall ? ('call' as const) : ('chat' as const)),
    ...(startedAt === undefined ? {} : { startedAt: isoOf(startedAt) ?? startedAt }),
    ...(draft.client === undefined ? {} : { client: draft.client }),
    ...(draft.variety === undefined ? {} : { variety: draft.variety }),
    roles: settled.how.startsWith('given') ? ('given' as const) : ('guessed' as const),
    from: draft.from,
  };
  return agentsIn(settled.turns, draft.agent, input.head.speakers).map((agent): Item => {
    const { id: agentId, name } = agent;
    const conversation: Conversation = {
      ...rest,
      agent: { id: agentId ?? null, ...(name === undefined ? {} : { name }) },
      turns: settled.turns.map((turn, index) => turnOf(turn, index, agent)),
    };
    return { kind: 'conversation', conversation };
  });
}

/** Tells what was done with a file, for those who want to know. */
export function tell(input: Input, kind: 'dropped' | 'roles', what: string, count = 1): void {
  input.options.onNotice?.({ kind, what, count, file: input.file });
}

function spokenTurns(draft: Draft, input: Input): readonly DraftTurn[] {
  const timed = inTime(draft.turns);
  const words = input.head.speakers;
  const { kept, invented } = draft.isTranscribed ? withoutInventions(timed, words) : { kept: timed, invented: 0 };
  if (invented > 0) tell(input, 'dropped', 'words that a transcriber invented', invented);
  const spoken = kept.filter((turn) => turn.text.trim() !== '');
  if (spoken.length < kept.length) tell(input, 'dropped', 'turn without text', kept.length - spoken.length);
  return draft.isTranscribed ? joined(spoken) : spoken;
}

/** The agents who speak, each once; what the conversation says of its agent completes the only one. */
function agentsIn(turns: readonly Known[], told: AgentRef | undefined, words: SpeakerWords): readonly AgentRef[] {
  const agents = new Map<string, AgentRef>();
  for (const { role, agent } of turns) {
    if (role !== 'agent' || agent === undefined) continue;
    const key = keyOf(agent);
    if (key !== '') agents.set(key, { id: agents.get(key)?.id ?? agent.id, name: agents.get(key)?.name ?? agent.name });
  }
  if (agents.size > 1) return [...agents.values()];
  const [only] = agents.values();
  const isTold = only?.id === undefined || only.id === told?.id;
  return [
    { id: only?.id ?? told?.id, name: only?.name ?? (isTold ? (told?.name ?? titled(turns, words)) : undefined) },
  ];
}

/** The name that a label gives the agent: « Agent Marion ». */
function titled(turns: readonly Known[], words: SpeakerWords): string | undefined {
  for (const { role, speaker } of turns) {
    const person = role === 'agent' && speaker !== undefined ? titleAndPerson(speaker, words)?.person : undefined;
    if (person !== undefined) return person;
  }
  return undefined;
}

function keyOf(agent: AgentRef): string {
  return agent.id ?? agent.name ?? '';
}

/** A turn as it is for one agent: another agent's words are nobody's that is judged. */
function turnOf(turn: Known, index: number, judged: AgentRef): Turn {
  const key = turn.agent === undefined ? '' : keyOf(turn.agent);
  const isAnother = turn.role === 'agent' && key !== '' && key !== keyOf(judged) && key !== judged.name;
  const speaker = turn.speaker ?? turn.agent?.name ?? turn.agent?.id;
  const role = isAnother ? ('system' as const) : turn.role;
  const settled: Mutable<Turn> =
    speaker === undefined ? { index, role, text: turn.text } : { index, role, speaker, text: turn.text };
  if (turn.startMs !== undefined) settled.startMs = turn.startMs;
  if (turn.endMs !== undefined) settled.endMs = turn.endMs;
  if (turn.at !== undefined) settled.at = turn.at;
  return settled;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
