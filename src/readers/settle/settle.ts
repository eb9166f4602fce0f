// A draft → the conversation that is judged, or why it cannot be: turns in order, times in one form, roles settled.
import type { Conversation, Turn } from '../../model/conversation.ts';
import { type Input, type Item, problem } from '../reader.ts';
import { clockMs, isoOf } from './clock.ts';
import type { Draft, DraftTurn } from './draft.ts';
import { idFromPlace } from './place-id.ts';

/** The conversations of a draft. */
export function settle(draft: Draft, input: Input): Item[] {
  const id = draft.id ?? idFromPlace(draft.from);
  const spoken = draft.turns.filter((turn) => turn.text.trim() !== '');
  const empty = draft.turns.length - spoken.length;
  if (empty > 0) tell(input, 'dropped', 'turn without text', empty);
  if (spoken.length === 0) return [problem(draft.from, 'no turns: nobody says anything', id)];
  const unknown = spoken.find((turn) => turn.role === undefined);
  if (unknown !== undefined)
    return [problem(draft.from, `who speaks is not known: ${unknown.speaker ?? 'no speaker'}`, id)];
  const timed = inOrder(withTimes(spoken));
  const turns = timed.map(
    (turn, index): Turn => ({
      index,
      role: turn.role!,
      ...(turn.speaker === undefined ? {} : { speaker: turn.speaker }),
      text: turn.text,
      ...(turn.startMs === undefined ? {} : { startMs: turn.startMs }),
      ...(turn.endMs === undefined ? {} : { endMs: turn.endMs }),
      ...(turn.at === undefined ? {} : { at: turn.at }),
    }),
  );
  const startedAt = draft.startedAt === undefined ? turns.find((turn) => isDate(turn.at))?.at : draft.startedAt;
  const conversation: Conversation = {
    id,
    channel: draft.channel ?? (turns.some((turn) => turn.endMs !== undefined) ? 'call' : 'chat'),
    ...(startedAt === undefined ? {} : { startedAt: isoOf(startedAt) ?? startedAt }),
    agent: agentOf(draft),
    ...(draft.client === undefined ? {} : { client: draft.client }),
    roles: 'given',
    turns,
    from: draft.from,
  };
  return [{ kind: 'conversation', conversation }];
}

/** Tells what was done with a file, for those who want to know. */
export function tell(input: Input, kind: 'dropped' | 'roles', what: string, count = 1): void {
  input.options.onNotice?.({ kind, what, count, file: input.file });
}

function agentOf({ agent }: Draft): Conversation['agent'] {
  const { id, name } = agent ?? {};
  return { id: id ?? null, ...(name === undefined ? {} : { name }) };
}

function isDate(at: string | undefined): boolean {
  return at !== undefined && (clockMs(at) ?? 0) > 86_400_000;
}

const dayMs = 86_400_000;

/** Wall-clock times become ISO 8601 where they can be read, and milliseconds from the first of them. */
function withTimes(turns: readonly DraftTurn[]): DraftTurn[] {
  const clocks = turns.map((turn) => (turn.at === undefined ? undefined : clockMs(turn.at)));
  const first = clocks.find((ms) => ms !== undefined);
  const isTimeOfDay = first !== undefined && first < dayMs;
  const crossed = (ms: number): number => (isTimeOfDay && first - ms > dayMs / 2 ? ms + dayMs : ms);
  const placed = clocks.map((ms) => (ms === undefined ? undefined : crossed(ms)));
  const base = placed.reduce((least: number | undefined, ms) => (ms === undefined || least! < ms ? least : ms), first);
  return turns.map((turn, i) => {
    const at = turn.at === undefined ? undefined : (isoOf(turn.at) ?? turn.at);
    const since = placed[i] === undefined ? undefined : placed[i] - base!;
    return { ...turn, at, startMs: turn.startMs ?? since };
  });
}

/** In the order of time where every turn has one; as exported otherwise. */
function inOrder(turns: readonly DraftTurn[]): readonly DraftTurn[] {
  if (turns.some((turn) => turn.startMs === undefined)) return turns;
  return turns.toSorted((a, b) => a.startMs! - b.startMs!);
}
