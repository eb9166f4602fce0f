// Trains the ear from labelled turns, anew or on top of another, and tells what it says of conversations held out.
import type { EarModel } from '../model/ear.ts';
import { agentMarkers, clientMarkers, type MarkerId } from '../model/marker.ts';
import type { LabelledTurn } from './labelled-turn.ts';
import { pack } from './pack.ts';
import { gradesOf, type HeldOutTalk, trainCourse } from './train-emotion.ts';
import { type SideResult, trainSide, type Unseen } from './train-side.ts';

export interface TrainOptions {
  /** Identity of the data and settings. */
  readonly id: string;
  /** Markers whose precision must reach 0.80. */
  readonly accusing: ReadonlySet<MarkerId>;
  /** Most (feature, marker) weights kept a side. */
  readonly maxWeights: { readonly agent: number; readonly client: number };
  /** The ear to start from; what is not learned better stays as it is. */
  readonly base?: EarModel;
}

/** What is heard in a turn. */
export interface TurnHeard {
  readonly markers: ReadonlySet<MarkerId>;
  /** -3..+3 for the client, null for the agent. */
  readonly emotion: number | null;
}

/** A checked turn, as it was heard before (by the base ear, or the lexicon alone) and is after. */
export interface HeldOutTurn {
  readonly turn: LabelledTurn;
  readonly before: TurnHeard;
  /** By an ear that learned from the other folds alone. */
  readonly after: TurnHeard;
}

export interface Trained {
  readonly model: EarModel;
  /** Every checked turn, in the order given. */
  readonly heldOut: readonly HeldOutTurn[];
}

const folds = 5;

/** Learns a model from labelled turns, the turns of a conversation in their order. Deterministic. */
export function trainEar(turns: readonly LabelledTurn[], { id, accusing, maxWeights, base }: TrainOptions): Trained {
  const foldOf = foldsOf(turns);
  const side = (role: 'agent' | 'client', markers: readonly MarkerId[]) => {
    const own = turns.filter((turn) => turn.role === role);
    const fold = Int8Array.from(own, ({ isChecked, group }) => (isChecked ? foldOf.get(group)! : -2));
    const result = trainSide(own, fold, folds, { markers, accusing, ...(base && { base: base[role] }) });
    const unseen = (kind: 'before' | 'after') =>
      new Map(result[kind].flatMap((said, r) => (said ? [[own[r]!, said] as const] : [])));
    return { result, before: unseen('before'), after: unseen('after') };
  };
  const agent = side('agent', agentMarkers);
  const client = side('client', clientMarkers);
  const before = new Map([...agent.before, ...client.before]);
  const after = new Map([...agent.after, ...client.after]);

  const talks = talksOf(turns, foldOf);
  const oldCourse = base?.client.emotion;
  const course = client.result.hasEmotion
    ? trainCourse(
        talks.map((talk) => heldOutTalk(talk, after)),
        folds,
        oldCourse,
      )
    : undefined;
  const felt = new Map<LabelledTurn, { before: number; after: number }>();
  talks.forEach((talk, t) => {
    const old = oldCourse && gradesOf(heldOutTalk(talk, before).turns, oldCourse);
    talk.turns
      .filter(({ role }) => role === 'client')
      .forEach((turn, at) => {
        felt.set(turn, { before: old?.[at] ?? turn.felt, after: course?.unseen[t]?.[at] ?? turn.felt });
      });
  });
  const lexicon = (turn: LabelledTurn) => turn.heard as ReadonlySet<MarkerId>;
  return {
    model: {
      id,
      agent: packed(agent.result, maxWeights.agent, undefined),
      client: packed(client.result, maxWeights.client, course && { course: course.course, cuts: course.cuts }),
    },
    heldOut: turns
      .filter(({ isChecked }) => isChecked)
      .map((turn) => ({
        turn,
        before: { markers: before.get(turn)?.markers ?? lexicon(turn), emotion: felt.get(turn)?.before ?? null },
        after: { markers: after.get(turn)!.markers, emotion: felt.get(turn)?.after ?? null },
      })),
  };
}

function packed(
  { keys, scorers, outputs }: SideResult,
  most: number,
  emotion: { course: readonly number[]; cuts: readonly number[] } | undefined,
) {
  return pack({ keys, scorers, outputs, ...(emotion && { emotion }) }, most);
}

/** Fold of each checked conversation. */
function foldsOf(turns: readonly LabelledTurn[]): ReadonlyMap<string, number> {
  const groups = [...new Set(turns.filter((turn) => turn.isChecked).map((turn) => turn.group))].sort();
  return new Map(groups.map((group, i) => [group, i % folds]));
}

interface Talk {
  readonly turns: readonly LabelledTurn[];
  readonly fold: number;
}

/** The checked conversations, each with its turns. */
function talksOf(turns: readonly LabelledTurn[], foldOf: ReadonlyMap<string, number>): readonly Talk[] {
  const talks = new Map<string, LabelledTurn[]>();
  for (const turn of turns) {
    if (!turn.isChecked) continue;
    const known = talks.get(turn.group);
    if (known) known.push(turn);
    else talks.set(turn.group, [turn]);
  }
  return [...talks].map(([group, own]) => ({ turns: own, fold: foldOf.get(group)! }));
}

function heldOutTalk({ turns, fold }: Talk, unseen: ReadonlyMap<LabelledTurn, Unseen>): HeldOutTalk {
  return {
    turns: turns.map((turn) => {
      const isClient = turn.role === 'client';
      const { odds, raw } = unseen.get(turn)!;
      return { isClient, odds, raw, felt: isClient ? turn.felt : 0 };
    }),
    labels: turns.filter(({ role }) => role === 'client').map(({ emotion }) => emotion),
    fold,
  };
}
