// Conversations with human labels as evidence and emotion, for training and measuring the judge; and the noise of an
// imperfect ear, so that what is learnt from perfect markers still holds with heard ones.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BehaviourId, Verdict } from '../../src/model/behaviour.ts';
import type { Conversation, Role, Turn } from '../../src/model/conversation.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { type MarkerId, markerIds, markerSpeaker } from '../../src/model/marker.ts';
import { seeded } from '../../src/seeded.ts';

export interface Labelled {
  readonly conversation: Conversation;
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
  readonly verdicts: Readonly<Record<BehaviourId, Verdict>>;
}

interface TranscriptLine {
  readonly id: string;
  readonly channel: 'chat' | 'call';
  readonly agent_id?: string | null;
  readonly agent_name?: string | null;
  readonly client_name?: string | null;
  readonly turns: readonly { speaker: Role; text?: string; name?: string; start?: number; end?: number; at?: string }[];
}

interface LabelLine {
  readonly id: string;
  readonly turns: readonly { i: number; m?: readonly MarkerId[]; e?: number }[];
  readonly behaviours?: Readonly<Record<BehaviourId, Verdict>>;
}

/** Every `X.labels.jsonl` of a folder with its `X.transcripts.jsonl`, in the order of the names. */
export function labelledIn(folder: string): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.labels.jsonl'))
    .sort()
    .map((name) => join(folder, name.replace(/\.labels\.jsonl$/, '')))
    .filter((base) => existsSync(`${base}.transcripts.jsonl`))
    .flatMap(labelledFrom);
}

/** The conversations of `<base>.transcripts.jsonl` whose behaviours `<base>.labels.jsonl` labels. */
export function labelledFrom(base: string): Labelled[] {
  const labels = new Map(linesOf<LabelLine>(`${base}.labels.jsonl`).map((line) => [line.id, line]));
  return linesOf<TranscriptLine>(`${base}.transcripts.jsonl`).flatMap((line) => {
    const label = labels.get(line.id);
    return label?.behaviours ? [joined(line, label.turns, label.behaviours)] : [];
  });
}

/** How an ear hears a marker: the share of its turns that it misses, and how often it hears one in a turn that has none. */
export type Noise = ReadonlyMap<MarkerId, { readonly missed: number; readonly alarms: number }>;

interface EarCard {
  readonly markers: Readonly<Record<MarkerId, { support: number; false_alarms: number; recall: number }>>;
}

/** The noise of an ear whose card is given, where markers are as frequent as in the conversations. */
export function noiseOf({ markers }: EarCard, conversations: readonly Labelled[]): Noise {
  const pieces = counts(conversations.flatMap(({ evidence }) => evidence.map(({ marker }) => marker)));
  const turns = counts(conversations.flatMap(({ conversation }) => conversation.turns.map(({ role }) => role)));
  return new Map(
    markerIds.map((marker) => {
      const { support, false_alarms, recall } = markers[marker];
      const perTurn = (pieces.get(marker) ?? 0) / (turns.get(markerSpeaker(marker)) ?? 1);
      return [marker, { missed: 1 - recall, alarms: (false_alarms / support) * perTurn }];
    }),
  );
}

function counts<T>(of: readonly T[]): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  for (const one of of) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

/** The same conversation as an ear with that noise would hear it, that feels too little. */
export function misheard(labelled: Labelled, seed: number, noise: Noise): Labelled {
  const chance = seeded(seed);
  const { turns } = labelled.conversation;
  const kept = labelled.evidence.filter(({ marker }) => chance() >= noise.get(marker)!.missed);
  for (const [marker, { alarms }] of noise)
    for (const turn of turns)
      if (turn.role === markerSpeaker(marker) && chance() < alarms)
        if (!kept.some((piece) => piece.turn === turn.index && piece.marker === marker))
          kept.push(pieceOf(marker, turn));
  const emotion = labelled.emotion.map((felt) => {
    if (felt === null) return null;
    const luck = chance();
    const dice = chance();
    if (luck < 0.25) return felt - Math.sign(felt) * Math.min(Math.abs(felt), dice < 0.33 ? 2 : 1);
    if (luck < 0.37) return Math.max(-3, Math.min(3, felt + (dice < 0.5 ? -1 : 1)));
    return felt;
  });
  return { ...labelled, evidence: kept.sort((a, b) => a.turn - b.turn), emotion };
}

function joined(line: TranscriptLine, labels: LabelLine['turns'], verdicts: Labelled['verdicts']): Labelled {
  const turns: Turn[] = line.turns.map((turn, index) => ({
    index,
    role: turn.speaker,
    text: turn.text ?? '',
    ...(turn.name !== undefined && { speaker: turn.name }),
    ...(turn.start !== undefined && { startMs: turn.start * 1000, endMs: (turn.end ?? turn.start) * 1000 }),
    ...(turn.at !== undefined && { at: turn.at }),
  }));
  const emotion = turns.map((turn) => (turn.role === 'client' ? 0 : null)) as (number | null)[];
  for (const { i, e } of labels) if (e !== undefined) emotion[i] = e;
  const evidence = labels.flatMap(({ i, m }) => (m ?? []).map((marker) => pieceOf(marker, turns[i]!)));
  const conversation: Conversation = {
    id: line.id,
    channel: line.channel,
    agent: { id: line.agent_id ?? null, ...(line.agent_name && { name: line.agent_name }) },
    ...(line.client_name && { client: { name: line.client_name } }),
    roles: 'given',
    turns,
    from: { file: line.id },
  };
  return { conversation, evidence, emotion, verdicts };
}

function pieceOf(marker: MarkerId, turn: Turn): Evidence {
  return { marker, turn: turn.index, start: 0, end: turn.text.length, quote: turn.text, because: 'label' };
}

function linesOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
