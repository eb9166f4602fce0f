// Trains the ear from labelled turns, anew or on top of another, and tells by cross-validation what it is worth.
import type { EarModel } from '../model/ear.ts';
import { agentMarkers, clientMarkers, type MarkerId } from '../model/marker.ts';
import type { LabelledTurn } from './labelled-turn.ts';
import { type Counts, trainSide } from './train-side.ts';

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

/** Agreement of one kind before (the base ear, or the lexicon alone) and after. */
export interface Change {
  readonly before: number;
  readonly after: number;
}

/** How the ear does on conversations held out of its training (5 folds, by conversation). */
export interface TrainReport {
  readonly markers: readonly {
    readonly marker: MarkerId;
    readonly support: number;
    readonly f1: Change;
    readonly precision: number;
    readonly recall: number;
  }[];
  readonly microF1: Change;
  /** Over the markers with support. */
  readonly macroF1: Change;
  /** Quadratic weighted κ. */
  readonly emotion: Change;
  readonly features: number;
  readonly weights: number;
}

/** Learns a model from labelled turns. Deterministic. */
export function trainEar(
  turns: readonly LabelledTurn[],
  { id, accusing, maxWeights, base }: TrainOptions,
): { model: EarModel; report: TrainReport } {
  const sideOf = (role: 'agent' | 'client', markers: readonly MarkerId[]) =>
    trainSide(
      turns.filter((turn) => turn.role === role),
      { markers, accusing, maxWeights: maxWeights[role], ...(base && { base: base[role] }) },
    );
  const agent = sideOf('agent', agentMarkers);
  const client = sideOf('client', clientMarkers);
  const markers = [...agent.markers, ...client.markers];
  const supported = markers.filter(({ after }) => after[0] + after[2] > 0);
  const sum = (kind: 'before' | 'after') =>
    supported.reduce<Counts>((s, m) => [s[0] + m[kind][0], s[1] + m[kind][1], s[2] + m[kind][2]], [0, 0, 0]);
  const mean = (kind: 'before' | 'after') =>
    supported.reduce((s, m) => s + f1Of(m[kind]), 0) / Math.max(1, supported.length);
  return {
    model: { id, agent: agent.side, client: client.side },
    report: {
      markers: markers.map(({ marker, before, after: [hits, alarms, misses] }) => ({
        marker,
        support: hits + misses,
        f1: { before: f1Of(before), after: f1Of([hits, alarms, misses]) },
        precision: hits / Math.max(1, hits + alarms),
        recall: hits / Math.max(1, hits + misses),
      })),
      microF1: { before: f1Of(sum('before')), after: f1Of(sum('after')) },
      macroF1: { before: mean('before'), after: mean('after') },
      emotion: client.emotion ?? { before: 0, after: 0 },
      features: agent.side.keys.length + client.side.keys.length,
      weights: agent.side.weight.length + client.side.weight.length,
    },
  };
}

function f1Of([hits, alarms, misses]: Counts): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + alarms + misses);
}
