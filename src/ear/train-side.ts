// Trains the scorers of one side: per marker one, and emotion's for the client. Each is calibrated and bounded on
// conversations that it had not seen.
import type { EarOutput, EarSide } from '../model/ear.ts';
import type { MarkerId } from '../model/marker.ts';
import { type Bounds, chooseBounds, fitPlatt, type Trial } from './calibrate.ts';
import { type Rows, rowCollector } from './examples.ts';
import type { LabelledTurn } from './labelled-turn.ts';
import { type LinearScorer, learnClass, learnScale, scoreRows } from './learn.ts';
import { unpack } from './pack.ts';
import { oddsOf, probabilityOf } from './probability.ts';

export interface SidePlan {
  readonly markers: readonly MarkerId[];
  readonly accusing: ReadonlySet<MarkerId>;
  /** The ear to start from. */
  readonly base?: EarSide;
}

/** What a side says of a turn that it had not seen. */
export interface Unseen {
  /** Log-odds by output. */
  readonly odds: Float64Array;
  /** Raw score of emotion. */
  readonly raw: number;
  readonly markers: ReadonlySet<MarkerId>;
}

export interface SideResult {
  readonly keys: Int32Array;
  /** Emotion's last, where the side has one. */
  readonly scorers: readonly LinearScorer[];
  readonly outputs: readonly Omit<EarOutput, 'bias' | 'scale'>[];
  readonly hasEmotion: boolean;
  /** By turn, for those that are checked: of the base, where there is one, and of what was learned. */
  readonly before: readonly (Unseen | undefined)[];
  readonly after: readonly (Unseen | undefined)[];
}

/** True turns that a marker needs before a team's ear departs from the base. */
const enoughTurns = 10;

const trust = 0.3;
const emotionTrust = 0.1;
/** On top of another ear examples are trusted so much less: it knows most of it already, and a team has few. */
const onTop = 0.1;
const passes = 14;
/** Turns of conversations count more than single turns. */
const inContext = 2;
/** Turns that carry the marker count more than those that do not. */
const positive = 3;

/** `fold` is the fold of each turn; negative where a turn only teaches. */
export function trainSide(turns: readonly LabelledTurn[], fold: Int8Array, folds: number, plan: SidePlan): SideResult {
  const { markers } = plan;
  const collector = rowCollector();
  for (const turn of turns) collector.add(turn.features);
  const { rows, keys } = collector.rows(2, plan.base?.keys);
  const base = plan.base && unpack(plan.base, keys);
  const share = base ? onTop : 1;
  const checked = turns.map((turn, r) => (turn.isChecked ? r : -1)).filter((r) => r >= 0);
  const learnt = markers.map((marker, o) => scorerOf(marker, o));
  const emotion = emotionScorer();

  const odds = learnt.map(({ unseen }) => unseen);
  const decided = markers.map((marker, o) => decide(marker, o));
  const old = base && plan.base ? baseDecisions(base, plan.base) : undefined;
  return {
    keys,
    scorers: [...learnt.map(({ scorer }) => scorer), ...(emotion ? [emotion.scorer] : [])],
    outputs: learnt.map(({ slope, offset }, o) => ({ marker: markers[o]!, slope, offset, ...decided[o]!.bounds })),
    hasEmotion: emotion !== undefined,
    before: old ?? [],
    after: unseenTurns(odds, emotion?.unseen, (r, o) => decided[o]!.says[r] === 1),
  };

  function scorerOf(marker: MarkerId, o: number) {
    const sign = Int8Array.from(turns, (turn) => (turn.markers.has(marker) ? 1 : -1));
    const given = plan.base?.outputs[o];
    if (given && checked.filter((r) => sign[r] === 1).length < enoughTurns) {
      const { slope, offset } = given;
      const unseen = oddsOf(scoreRows(rows, base![o]!), slope, offset);
      return { scorer: base![o]!, slope, offset, unseen, given };
    }
    const learn = (heldOut: number) => {
      const importance = Float32Array.from(turns, (turn, r) =>
        fold[r] === heldOut ? 0 : (turn.isInContext ? inContext : 1) * (sign[r] === 1 ? positive : 1),
      );
      return learnClass(rows, sign, {
        columns: keys.length,
        trust: trust * share,
        importance,
        passes,
        ...(base && { from: base[o]! }),
      });
    };
    const scores = crossScores(rows, fold, folds, learn);
    const { slope, offset } = fitPlatt(
      checked.map((r) => scores[r]!),
      checked.map((r) => sign[r] === 1),
    );
    return { scorer: learn(-1), slope, offset, unseen: oddsOf(scores, slope, offset), given: undefined };
  }

  function emotionScorer() {
    if ((plan.base && !plan.base.emotion) || !turns.some((turn) => turn.role === 'client')) return undefined;
    const target = Float32Array.from(turns, (turn) => turn.emotion);
    const from = base?.at(-1);
    const learn = (heldOut: number) => {
      const importance = Float32Array.from(turns, (turn, r) =>
        fold[r] === heldOut ? 0 : turn.isInContext ? inContext : 1,
      );
      const options = { columns: keys.length, trust: emotionTrust * share, importance, passes };
      return learnScale(rows, target, 0.2, { ...options, ...(from && { from }) });
    };
    return { scorer: learn(-1), unseen: crossScores(rows, fold, folds, learn) };
  }

  /** The bounds of a marker, and what it says by bounds that were chosen without the turn. */
  function decide(marker: MarkerId, o: number) {
    const { given, unseen } = learnt[o]!;
    const trials = checked.map((r): Trial & { readonly row: number } => ({
      row: r,
      probability: probabilityOf(unseen[r]!),
      isHeard: turns[r]!.heard.has(marker),
      isTrue: turns[r]!.markers.has(marker),
    }));
    const boundsWithout = (heldOut: number): Bounds =>
      given ??
      chooseBounds(
        trials.filter(({ row }) => fold[row] !== heldOut),
        plan.accusing.has(marker) ? 0.8 : 0,
      );
    const says = new Uint8Array(turns.length);
    for (let k = 0; k < folds; k++) {
      const bounds = boundsWithout(k);
      for (const { row, probability } of trials)
        if (fold[row] === k && speaks(turns[row]!, marker, probability, bounds)) says[row] = 1;
    }
    const { threshold, veto } = boundsWithout(-1);
    return { bounds: { threshold, veto }, says };
  }

  /** What the base says of the checked turns. */
  function baseDecisions(scorers: readonly LinearScorer[], side: EarSide): (Unseen | undefined)[] {
    const odds = side.outputs.map(({ slope, offset }, o) => oddsOf(scoreRows(rows, scorers[o]!), slope, offset));
    const raw = side.emotion && scoreRows(rows, scorers.at(-1)!);
    return unseenTurns(odds, raw, (r, o) =>
      speaks(turns[r]!, side.outputs[o]!.marker, probabilityOf(odds[o]![r]!), side.outputs[o]!),
    );
  }

  function unseenTurns(
    odds: readonly Float64Array[],
    raw: Float32Array | undefined,
    says: (row: number, output: number) => boolean,
  ): (Unseen | undefined)[] {
    return turns.map((turn, r) =>
      turn.isChecked
        ? {
            odds: Float64Array.from(odds, (of) => of[r]!),
            raw: raw?.[r] ?? 0,
            markers: withRefusal(new Set(markers.filter((_, o) => says(r, o)))),
          }
        : undefined,
    );
  }
}

function speaks({ heard, silenced }: LabelledTurn, marker: MarkerId, probability: number, bounds: Bounds): boolean {
  return heard.has(marker) ? probability >= bounds.veto : probability >= bounds.threshold && !silenced.has(marker);
}

/** A softened refusal without a refusal is none. */
function withRefusal(markers: Set<MarkerId>): ReadonlySet<MarkerId> {
  if (!markers.has('refusal')) markers.delete('refusal-softened');
  return markers;
}

/** Scores of every row in a fold by a scorer that never saw the fold. */
function crossScores(
  rows: Rows,
  fold: Int8Array,
  folds: number,
  learn: (heldOut: number) => LinearScorer,
): Float32Array {
  const scores = new Float32Array(rows.count);
  for (let k = 0; k < folds; k++) {
    const ofFold = scoreRows(rows, learn(k));
    for (let r = 0; r < rows.count; r++) if (fold[r] === k) scores[r] = ofFold[r]!;
  }
  return scores;
}
