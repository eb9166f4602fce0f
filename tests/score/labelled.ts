// Conversations with human labels as evidence and emotion, for training and measuring the judge; and the noise of an
// imperfect ear, so that what is learnt from perfect markers still holds with heard ones.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BehaviourId, Verdict } from '../../src/model/behaviour.ts';
import type { Conversation, Role, Turn } from '../../src/model/conversation.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { type MarkerId, markerSpeaker } from '../../src/model/marker.ts';
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

/** The same conversation as an ear would hear it that misses a quarter, adds a tenth and feels too little. */
export function misheard(labelled: Labelled, seed: number, common: readonly MarkerId[]): Labelled {
  const chance = seeded(seed);
  const { turns } = labelled.conversation;
  const kept = labelled.evidence.filter(() => chance() >= 0.25);
  for (let added = Math.round(labelled.evidence.length * 0.1); added > 0; added--) {
    const marker = common[Math.floor(chance() * common.length)]!;
    const able = turns.filter((turn) => turn.role === markerSpeaker(marker));
    const turn = able[Math.floor(chance() * able.length)];
    if (turn && !kept.some((piece) => piece.turn === turn.index && piece.marker === marker))
      kept.push(pieceOf(marker, turn));
  }
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
