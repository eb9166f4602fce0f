// How much an assessment looks like a bad conversation, or like an excellent one, and which signs say so.
import type { Assessment } from '../model/assessment.ts';
import type { BehaviourId } from '../model/behaviour.ts';
import type { Sign } from '../model/sample.ts';

/** A likeliness; without a sign it is no reason to listen. */
export interface Likeliness {
  readonly score: number;
  readonly signs: readonly Sign[];
}

const middlingQuality = 60;
/** A quality over few behaviours is drawn towards the middling one, as if so many more had been judged. */
const doubt = 4;

/** How much it looks like a bad conversation: violations, low quality, anger left standing, a client about to leave. */
export function badness(a: Assessment): Likeliness {
  const signs: Sign[] = [];
  const quality = carefulQuality(a);
  const violated = withVerdict(a, 'violated').filter((id) => !a.critical.includes(id));
  const unrecovered = strongest(a, (flag) => flag.polarity === 'negative' && !flag.recovered);
  if (a.critical.length > 0) signs.push({ kind: 'critical', behaviours: a.critical });
  if (violated.length > 0) signs.push({ kind: 'violated', behaviours: violated });
  if (a.quality !== null && quality < middlingQuality) signs.push({ kind: 'quality', quality: a.quality });
  if (unrecovered !== null) signs.push({ kind: 'unrecovered', peak: unrecovered });
  // Abuse and a repeated contact are what the client brings; a threat to leave may be what the agent left.
  const alerts = a.alerts.filter((alert) => alert === 'churn-threat' || alert === 'escalation-demand');
  for (const alert of alerts) signs.push({ kind: 'alert', alert });
  const score =
    (100 - quality) / 20 +
    1.5 * a.critical.length +
    violated.length +
    (unrecovered === null ? 0 : Math.abs(unrecovered) / 3) +
    0.25 * alerts.length;
  return { score, signs };
}

/** How much it looks like an excellent one: high quality, nothing violated, delight, anger made good. */
export function excellence(a: Assessment): Likeliness {
  const quality = carefulQuality(a);
  const isSpoilt = withVerdict(a, 'violated').length > 0 || strongest(a, (flag) => !flag.recovered) !== null;
  if (isSpoilt || a.quality === null || a.quality < 80) return { score: 0, signs: [] };
  const signs: Sign[] = [{ kind: 'quality', quality: a.quality }];
  const delight = strongest(a, (flag) => flag.polarity === 'positive');
  const recovered = strongest(a, (flag) => flag.polarity === 'negative');
  if (recovered !== null) signs.push({ kind: 'recovered', peak: recovered });
  if (delight !== null) signs.push({ kind: 'delight', peak: delight });
  const score = quality / 20 + (delight === null ? 0 : delight / 3) + (recovered === null ? 0 : 0.5);
  return { score, signs };
}

function carefulQuality({ quality, judged }: Assessment): number {
  return ((quality ?? middlingQuality) * judged + middlingQuality * doubt) / (judged + doubt);
}

function withVerdict({ behaviours }: Assessment, verdict: string): readonly BehaviourId[] {
  return Object.entries(behaviours)
    .filter(([, judgement]) => judgement.verdict === verdict)
    .map(([id]) => id as BehaviourId);
}

function strongest({ flags }: Assessment, isWanted: (flag: Assessment['flags'][number]) => boolean): number | null {
  const peaks = flags.filter(isWanted).map(({ peak }) => peak);
  return peaks.length === 0 ? null : peaks.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
}
