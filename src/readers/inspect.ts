// What a reading comes to, in one plain object: how each file was understood, who speaks, what was left out and why.
import type { Conversation, Role, Turn } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import { suggestedMapping } from './mapping/suggest-mapping.ts';
import { type ReadOptions, readInputs } from './read-inputs.ts';
import type { Head } from './reader.ts';
import { clockMs } from './settle/clock.ts';

/** How inputs were understood. */
export interface Inspection {
  readonly files: readonly InspectedFile[];
  readonly conversations: number;
  readonly channels: Readonly<Record<Conversation['channel'], number>>;
  readonly turns: Readonly<Record<Role, number>>;
  /** Agents by id (by name where they have none) and how many conversations each has; the most frequent first. */
  readonly agents: readonly { readonly agent: string; readonly conversations: number }[];
  /** How roles were decided, and for how many conversations. */
  readonly roles: readonly Counted[];
  /** First and last day or time at which a conversation began, as written. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** What was left out on purpose. */
  readonly dropped: readonly Counted[];
  readonly problems: number;
  /** The first of them. */
  readonly firstProblems: readonly Problem[];
  /** Three turns from the first conversation in which both sides speak. */
  readonly sample: readonly Turn[];
}

export interface InspectedFile {
  readonly file: string;
  /** Id of the reader; null where no format was recognised. */
  readonly format: string | null;
  readonly encoding: string | null;
}

export interface Counted {
  readonly what: string;
  readonly count: number;
}

export interface InspectOptions extends ReadOptions {
  /** Sees every conversation: for what this room does not know, such as languages. */
  readonly onConversation?: (conversation: Conversation) => void;
}

const shownProblems = 5;
const sampleTurns = 3;

/** Reads inputs to their end and tells how they were understood. */
export async function inspect(inputs: readonly string[], options: InspectOptions = {}): Promise<Inspection> {
  const files = new Map<string, { format: string | null; encoding: string | null }>();
  const roles = new Map<string, number>();
  const dropped = new Map<string, number>();
  const agents = new Map<string, number>();
  const channels = { chat: 0, call: 0 };
  const turns = { agent: 0, client: 0, bot: 0, system: 0 };
  const firstProblems: Problem[] = [];
  let span: { from: string; to: string } | null = null;
  let sample: readonly Turn[] = [];
  let conversations = 0;
  let problems = 0;
  const add = (counts: Map<string, number>, key: string, count = 1): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  const onNotice: ReadOptions['onNotice'] = (notice) => {
    const { kind, what, count, file } = notice;
    const known = files.get(file) ?? { format: null, encoding: null };
    if (kind === 'format' || kind === 'encoding') files.set(file, { ...known, [kind]: what });
    else add(kind === 'roles' ? roles : dropped, what, count);
    options.onNotice?.(notice);
  };
  for await (const item of readInputs(inputs, { ...options, onNotice })) {
    if (item.kind === 'problem') {
      problems += 1;
      if (firstProblems.length < shownProblems) firstProblems.push(item.problem);
      continue;
    }
    const { conversation } = item;
    conversations += 1;
    channels[conversation.channel] += 1;
    for (const { role } of conversation.turns) turns[role] += 1;
    add(agents, conversation.agent.id ?? conversation.agent.name ?? '');
    span = wider(span, conversation.startedAt);
    if (sample.length === 0) sample = sampleOf(conversation);
    options.onConversation?.(conversation);
  }
  agents.delete('');
  return {
    files: [...files].map(([file, how]) => ({ file, ...how })),
    conversations,
    channels,
    turns,
    agents: counted(agents).map(({ what, count }) => ({ agent: what, conversations: count })),
    // The project's own lines always say who speaks, and tell nothing of it.
    roles:
      roles.size === 0 && conversations > 0 ? [{ what: 'given by the export', count: conversations }] : counted(roles),
    span,
    dropped: counted(dropped),
    problems,
    firstProblems,
    sample,
  };
}

function counted(counts: ReadonlyMap<string, number>): Counted[] {
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count);
}

function wider(span: Inspection['span'], at: string | undefined): Inspection['span'] {
  const ms = at === undefined ? undefined : clockMs(at);
  if (at === undefined || ms === undefined) return span;
  if (span === null) return { from: at, to: at };
  return { from: ms < clockMs(span.from)! ? at : span.from, to: ms > clockMs(span.to)! ? at : span.to };
}

function sampleOf({ turns }: Conversation): readonly Turn[] {
  const first = turns.findIndex(({ role }) => role === 'agent' || role === 'client');
  const spoken = turns.slice(Math.max(0, first), Math.max(0, first) + sampleTurns);
  return new Set(spoken.map(({ role }) => role)).size > 1 ? spoken : [];
}

/** Drafts a mapping for the first input; undefined where it is neither a table nor JSON. */
export async function suggestMapping(
  inputs: readonly string[],
  options: ReadOptions = {},
): Promise<string | undefined> {
  let head: Head | undefined;
  const reading = readInputs(inputs, { ...options, onHead: (found) => (head ??= found) });
  try {
    await reading.next();
  } catch (error) {
    if (head === undefined) throw error;
  } finally {
    await reading.return(undefined);
  }
  return head === undefined ? undefined : suggestedMapping(head);
}
