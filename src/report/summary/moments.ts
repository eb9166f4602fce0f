// Which turns of a conversation are worth showing for a behaviour: where it was heard, or where it could have been said.
import type { AssessmentRef } from '../../model/agent-summary.ts';
import type { Assessment, Flag, Judgement } from '../../model/assessment.ts';
import type { BehaviourId } from '../../model/behaviour.ts';
import { markerSpeaker } from '../../model/marker.ts';
import type { Candidate } from './best-few.ts';
import { answerTo, type Course } from './heard.ts';

/** A turn that shows the behaviour in the agent's own words; null where no words are quoted. */
export function shownMoment(
  a: Assessment,
  ref: AssessmentRef,
  judgement: Judgement,
  { lowest, gains }: Course,
): Candidate | null {
  const quotes = (judgement.evidence ?? [])
    .flatMap((at) => a.evidence[at] ?? [])
    .filter(({ marker }) => markerSpeaker(marker) === 'agent');
  if (quotes.length === 0) return null;
  const longest = quotes.reduce((x, y) => (telling(y.quote) > telling(x.quote) ? y : x));
  const score = telling(longest.quote) + quotes.length * 0.2 - lowest + (gains ? 1 : 0);
  return { ref, turn: longest.turn, score };
}

// A quote of some length says more to a reader than « merci »; beyond a line it says no more.
function telling(quote: string): number {
  return Math.min(40, quote.length) / 20;
}

/** A behaviour that was missed or violated. */
export interface Short {
  readonly id: BehaviourId;
  readonly judgement: Judgement;
  readonly course: Course;
}

/** The turn where the behaviour was violated, or where there was room for it. */
export function shortMoment(a: Assessment, ref: AssessmentRef, { id, judgement, course: { worst } }: Short): Candidate {
  const quoted = (judgement.evidence ?? []).flatMap((at) => a.evidence[at] ?? []);
  const spoken = quoted.find(({ marker }) => markerSpeaker(marker) === 'agent');
  const isViolated = judgement.verdict === 'violated';
  const score = (isViolated ? 4 : 0) + (spoken === undefined ? 0 : 2) + (worst === null ? 0 : 1);
  return { ref, turn: isViolated && spoken !== undefined ? spoken.turn : roomFor(a, id, judgement, worst), score };
}

// Where the words would have had their place: at the start, at the end, or in answer to what the client felt.
function roomFor(a: Assessment, id: BehaviourId, { searched = [] }: Judgement, worst: number | null): number {
  const spoken = a.emotion.flatMap((value, turn) => (value === null ? [turn] : []));
  const looked = searched.filter((turn) => a.emotion[turn] === null);
  const turns = looked.length > 0 ? looked : spoken;
  const first = turns[0] ?? 0;
  const last = turns.at(-1) ?? Math.max(0, a.turns - 1);
  switch (id) {
    case 'first-impression':
      return first;
    case 'cordial-goodbye':
    case 'asks-opinion':
      return last;
    case 'client-name':
    case 'listening':
    case 'interest':
    case 'in-control':
    case 'aware':
      return worst === null ? (turns[1] ?? first) : answerTo(a, worst);
    default:
      return worst === null ? (turns[Math.floor(turns.length / 2)] ?? first) : answerTo(a, worst);
  }
}

/** A moment to celebrate: delight, or anger made good; null where the conversation holds none. */
export function celebrated(a: Assessment, ref: AssessmentRef, { gains }: Course): Candidate | null {
  const best = strongest(a, (flag) => flag.polarity === 'positive');
  const risen = strongest(a, (flag) => flag.polarity === 'negative' && flag.recovered);
  if (best === null && (risen === null || !gains)) return null;
  const score = (best === null ? 0 : best.peak) + (risen === null ? 0 : -risen.peak * 0.8) + (a.quality ?? 0) / 50;
  const flag = best ?? risen!;
  return { ref, turn: flag.from, score };
}

/** The exchange that was hardest on both; null where there was none. */
export function difficult(a: Assessment, ref: AssessmentRef): Candidate | null {
  const flag = strongest(a, ({ polarity }) => polarity === 'negative');
  if (flag === null) return null;
  return { ref, turn: flag.from, score: -flag.peak * 2 + (flag.recovered ? 0 : 1) };
}

function strongest({ flags }: Assessment, isWanted: (flag: Flag) => boolean): Flag | null {
  let best: Flag | null = null;
  for (const flag of flags)
    if (isWanted(flag) && (best === null || Math.abs(flag.peak) > Math.abs(best.peak))) best = flag;
  return best;
}
