// Who is the agent: told by the export or by the user, or decided by what speakers say, or left undecided.
import type { Role } from '../../model/conversation.ts';
import { cueScore } from './cue-score.ts';
import type { Draft, DraftTurn } from './draft.ts';
import { foldLabel, type SpeakerWords } from './speaker-words.ts';

/** Turns whose every role is settled and how that was done, or why it could not be. */
export type Settled =
  | { readonly turns: readonly (DraftTurn & { readonly role: Role })[]; readonly how: RolesHow }
  | { readonly undecided: string };

/** How roles were decided. */
export type RolesHow =
  | 'given by the export'
  | 'given by --agent'
  | 'guessed from who is left'
  | 'guessed from what is said';

/** Settles the role of every turn of a draft. */
export function settleRoles(draft: Draft, words: SpeakerWords, agent: string | undefined): Settled {
  const { turns } = draft;
  if (agent !== undefined) {
    const wanted = foldLabel(agent);
    const isAgent = ({ speaker }: DraftTurn): boolean => speaker !== undefined && foldLabel(speaker) === wanted;
    if (turns.some(isAgent)) {
      // What the user says goes before what the export says; whoever is left and was no bot is the client.
      const roleOf = (turn: DraftTurn): Role =>
        isAgent(turn) ? 'agent' : turn.role === 'bot' || turn.role === 'system' ? turn.role : 'client';
      return { turns: turns.map((turn) => ({ ...turn, role: roleOf(turn) })), how: 'given by --agent' };
    }
  }
  if (turns.every(hasRole)) return { turns, how: 'given by the export' };
  const named = byNames(draft);
  const unknown = new Map<string, DraftTurn[]>();
  for (const turn of named) {
    if (turn.role !== undefined) continue;
    const known = unknown.get(turn.speaker ?? '');
    if (known === undefined) unknown.set(turn.speaker ?? '', [turn]);
    else known.push(turn);
  }
  if (unknown.size === 0) return withRoles(named, new Map(), 'given by the export');
  const hasAgent = named.some((turn) => turn.role === 'agent');
  const hasClient = named.some((turn) => turn.role === 'client');
  if (unknown.size === 1 && hasAgent !== hasClient) {
    const [speaker] = unknown.keys();
    const roles = new Map<string, Role>([[speaker!, hasAgent ? 'client' : 'agent']]);
    return withRoles(named, roles, 'guessed from who is left');
  }
  if (unknown.size === 1 && !hasAgent && !hasClient) {
    const [speaker] = unknown.keys();
    const who = speaker === '' ? 'the export names no speakers' : `only "${speaker}" speaks`;
    return { undecided: `${who}: agent and client cannot be told apart` };
  }
  return bySaying(named, unknown, draft, words, { hasAgent, hasClient });
}

function hasRole(turn: DraftTurn): turn is DraftTurn & { readonly role: Role } {
  return turn.role !== undefined;
}

/** A speaker who bears the name that the export gives the agent or the client. */
function byNames({ turns, agent, client }: Draft): readonly DraftTurn[] {
  const names = new Map<string, Role>();
  for (const name of [client?.id, client?.name]) if (name !== undefined) names.set(foldLabel(name), 'client');
  for (const name of [agent?.id, agent?.name]) if (name !== undefined) names.set(foldLabel(name), 'agent');
  if (names.size === 0) return turns;
  return turns.map((turn) =>
    turn.role === undefined && turn.speaker !== undefined
      ? { ...turn, role: names.get(foldLabel(turn.speaker)) }
      : turn,
  );
}

function bySaying(
  turns: readonly DraftTurn[],
  unknown: ReadonlyMap<string, readonly DraftTurn[]>,
  draft: Draft,
  { cues }: SpeakerWords,
  { hasAgent, hasClient }: { readonly hasAgent: boolean; readonly hasClient: boolean },
): Settled {
  const first = turns.find((turn) => turn.role !== 'bot' && turn.role !== 'system');
  const opens = (speaker: string): boolean =>
    draft.isTranscribed === true && first?.role === undefined && (first?.speaker ?? '') === speaker;
  const scores = [...unknown].map(([speaker, spoken]) => ({
    speaker,
    score: cueScore(
      spoken.map(({ text }) => text),
      opens(speaker),
      cues,
    ),
  }));
  const odds = Math.log(cues.confidence / (1 - cues.confidence));
  const roles = new Map<string, Role>();
  if (scores.length === 2 && !hasAgent && !hasClient) {
    const [a, b] = scores.toSorted((x, y) => y.score - x.score) as [(typeof scores)[0], (typeof scores)[0]];
    if (a.score - b.score >= odds) {
      roles.set(a.speaker, 'agent');
      roles.set(b.speaker, 'client');
    }
  } else
    for (const { speaker, score } of scores)
      if (Math.abs(score) >= odds) roles.set(speaker, score > 0 ? 'agent' : 'client');
  const open = scores.filter(({ speaker }) => !roles.has(speaker)).map(({ speaker }) => speaker || 'no name');
  const isWhole = hasAgent || [...roles.values()].includes('agent');
  if (open.length === 0 && isWhole) return withRoles(turns, roles, 'guessed from what is said');
  const who =
    open.length === 0
      ? 'nobody speaks like an agent'
      : `who is the agent is not clear among ${scores.map(({ speaker }) => speaker || 'no name').join(', ')}`;
  return { undecided: `${who} (less than ${Math.round(cues.confidence * 100)} % sure); tell it with --agent SPEAKER` };
}

function withRoles(turns: readonly DraftTurn[], roles: ReadonlyMap<string, Role>, how: RolesHow): Settled {
  return { turns: turns.map((turn) => ({ ...turn, role: turn.role ?? roles.get(turn.speaker ?? '')! })), how };
}
