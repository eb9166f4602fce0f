// Counts what a person and ecoute marked in one conversation. Everything that is measured is a sum of such counts.
import type { Pair } from '../model/agreement.ts';
import { behaviourIds, verdicts } from '../model/behaviour.ts';
import type { LabelledFlag } from '../model/human-labels.ts';
import { markerIds } from '../model/marker.ts';

/** How many values emotion can take, from -3 to +3. */
export const emotionValues = 7;

const emotionZero = 3;

/** Counts, one flat list a subject, so that sums stay cheap in the bootstrap. */
export interface Tally {
  /** Conversations, turns, calm conversations, calm conversations that ecoute flagged. */
  readonly conversations: readonly number[];
  /** For each marker: hits, misses, false alarms. */
  readonly markers: readonly number[];
  /** For each behaviour: the table person × ecoute of verdicts, row by row. */
  readonly behaviours: readonly number[];
  /** The table person × ecoute of emotion, row by row. */
  readonly emotion: readonly number[];
  /** Marked flags that were found, found flags that were marked, misses, false alarms. */
  readonly flags: readonly number[];
}

/** Counts one conversation. */
export function tally(pair: Pair): Tally {
  const { conversation, labels, assessment } = pair;
  const isCalm = labels.flags.length === 0;
  const isFalselyFlagged = isCalm && assessment.flags.length > 0;
  return {
    conversations: [1, conversation.turns.length, Number(isCalm), Number(isFalselyFlagged)],
    markers: tallyMarkers(pair),
    behaviours: tallyBehaviours(pair),
    emotion: tallyEmotion(pair),
    flags: tallyFlags(pair),
  };
}

/** Adds counts up; the sum of nothing is all zeros. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    conversations: add(tallies, 'conversations', 4),
    markers: add(tallies, 'markers', markerIds.length * 3),
    behaviours: add(tallies, 'behaviours', behaviourIds.length * verdicts.length ** 2),
    emotion: add(tallies, 'emotion', emotionValues ** 2),
    flags: add(tallies, 'flags', 4),
  };
}

/** Markers that ecoute heard in each turn. */
export function heardByTurn({ conversation, assessment }: Pair): readonly ReadonlySet<string>[] {
  const heard = conversation.turns.map(() => new Set<string>());
  for (const evidence of assessment.evidence) heard[evidence.turn]?.add(evidence.marker);
  return heard;
}

/** Whether two flags speak of the same moment: same polarity and at least one turn in common. */
export function flagsMeet(a: LabelledFlag, b: LabelledFlag): boolean {
  return a.polarity === b.polarity && a.from <= b.to && b.from <= a.to;
}

function tallyMarkers(pair: Pair): readonly number[] {
  const counts = zeros(markerIds.length * 3);
  const heard = heardByTurn(pair);
  for (const turn of pair.labels.turns) {
    const found = heard[turn.index];
    markerIds.forEach((marker, at) => {
      if (pair.unmeasured?.includes(marker)) return;
      const isMarked = turn.markers.includes(marker);
      const isFound = found?.has(marker) ?? false;
      if (isMarked && isFound) counts[at * 3]!++;
      else if (isMarked) counts[at * 3 + 1]!++;
      else if (isFound) counts[at * 3 + 2]!++;
    });
  }
  return counts;
}

function tallyBehaviours({ labels, assessment }: Pair): readonly number[] {
  const size = verdicts.length;
  const counts = zeros(behaviourIds.length * size ** 2);
  behaviourIds.forEach((behaviour, at) => {
    const said = labels.behaviours[behaviour];
    if (said === undefined) return;
    const judged = assessment.behaviours[behaviour]?.verdict ?? 'na';
    counts[at * size ** 2 + verdicts.indexOf(said) * size + verdicts.indexOf(judged)]!++;
  });
  return counts;
}

// A turn that ecoute gave no emotion counts as 0: nothing was heard.
function tallyEmotion({ labels, assessment }: Pair): readonly number[] {
  const counts = zeros(emotionValues ** 2);
  for (const turn of labels.turns) {
    if (turn.emotion === undefined) continue;
    const heard = assessment.emotion[turn.index] ?? 0;
    counts[(turn.emotion + emotionZero) * emotionValues + heard + emotionZero]!++;
  }
  return counts;
}

function tallyFlags({ labels, assessment }: Pair): readonly number[] {
  const marked = labels.flags.filter((flag) => assessment.flags.some((found) => flagsMeet(flag, found))).length;
  const found = assessment.flags.filter((flag) => labels.flags.some((label) => flagsMeet(flag, label))).length;
  return [marked, found, labels.flags.length - marked, assessment.flags.length - found];
}

function add(tallies: readonly Tally[], subject: keyof Tally, length: number): readonly number[] {
  const sum = zeros(length);
  for (const one of tallies) {
    const counts = one[subject];
    for (let at = 0; at < length; at++) sum[at]! += counts[at]!;
  }
  return sum;
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
