// The signs of feeling of a client's turn: words by sort, markers, typography, what the agent just said, and where the
// turn stands. What they weigh is in emotion-weights.ts.
import type { Turn } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import { agentMarkers, markerIds } from '../model/marker.ts';
import type { ByTurn } from './by-turn.ts';
import { addSign, damped, hasSign, noSign, signCount, signNumber } from './emotion-sign.ts';
import { typography } from './emotion-typography.ts';

/** How many turns of the agent before a client's turn still colour it. */
const answered = 3;

const joy = signNumber('joy');
const joyDenied = signNumber('joy-denied');
const strengthSign = signNumber('strength');
const warmthSign = signNumber('warmth');
const shouted = signNumber('shouted');
const exclamations = signNumber('exclamations');
const outbursts = signNumber('outbursts');
const bewildered = signNumber('bewildered');
const trailing = signNumber('trailing');
const stretched = signNumber('stretched');
const quoted = signNumber('quoted');

/** The sign of a client's marker, and the one that an agent's marker leaves on the turns after it. */
const ownSigns = Int16Array.from(markerIds, (marker, number) =>
  number < agentMarkers.length ? noSign : signNumber(marker),
);
const afterSigns = Int16Array.from(markerIds, (marker, number) =>
  number < agentMarkers.length ? signNumber(`after-${marker}`) : noSign,
);

/** Signs that were met in what is counted now, and how often. */
const counts = new Uint16Array(signCount);
const met = new Uint8Array(signCount);

/** Counts one more of a sign; returns how many different ones that makes. */
function countOne(one: number, different: number): number {
  if (counts[one]!++ > 0) return different;
  met[different] = one;
  return different + 1;
}

/** Adds what was counted. */
function addCounted(different: number): void {
  for (let i = 0; i < different; i++) {
    addSign(met[i]!, damped(counts[met[i]!]!));
    counts[met[i]!] = 0;
  }
}

const prefix = 'emotion.';
/** What a cue is the sign of, by what it hears; null where it only bears a strength. */
const sortOfCue = new Map<string, number | null>();

function sortOf(hears: string): number | null {
  let sort = sortOfCue.get(hears);
  if (sort === undefined) {
    sort = hears.startsWith(prefix) ? signNumber(hears.slice(prefix.length)) : null;
    sortOfCue.set(hears, sort);
  }
  return sort;
}

/** Where the last cue of each sort ended, counted from the first text of all, and where the text at hand begins. */
const ends = new Float64Array(signCount);
let origin = 0;

/** Words that carry feeling; of overlapping ones of a sort the first counts. */
export function addWords({ index, text }: Turn, cues: readonly EmotionCue[], { first, item }: ByTurn): void {
  const from = first[index]!;
  const to = first[index + 1]!;
  if (from === to) return;
  let worst = 0;
  let best = 0;
  let different = 0;
  for (let i = from; i < to; i++) {
    const { hears, start, end, strength } = cues[item[i]!]!;
    const sort = sortOf(hears);
    if (sort === null) {
      if (strength < worst) worst = strength;
      else if (strength > best) best = strength;
    } else if (sort !== noSign && origin + start >= ends[sort]!) {
      ends[sort] = origin + end;
      different = countOne(sort === joy && isDenied(text, start) ? joyDenied : sort, different);
    }
  }
  origin += text.length;
  addCounted(different);
  if (worst < 0) addSign(strengthSign, -worst - 1);
  if (best > 0) addSign(warmthSign, best);
}

/** What the client's words are evidence of. */
export function addMarkers(turn: number, markers: Uint8Array, { first, item }: ByTurn): void {
  let different = 0;
  for (let i = first[turn]!; i < first[turn + 1]!; i++) {
    const own = ownSigns[markers[item[i]!]!]!;
    if (own !== noSign) different = countOne(own, different);
  }
  addCounted(different);
}

/** What the agent just said, nearest first: the turns since the client last spoke, or a few of them. */
export function addAnswered(turns: readonly Turn[], index: number, markers: Uint8Array, { first, item }: ByTurn): void {
  for (let turn = index - 1, agents = 0; turn >= 0 && agents < answered; turn--) {
    const { role } = turns[turn]!;
    if (role === 'client' && (agents > 0 || index - turn > answered)) return;
    if (role !== 'agent') continue;
    agents++;
    for (let i = first[turn]!; i < first[turn + 1]!; i++) {
      const after = afterSigns[markers[item[i]!]!]!;
      if (after !== noSign && !hasSign(after)) addSign(after, 1);
    }
  }
}

export function addTypography(text: string, signs: number): void {
  const found = typography(text, signs);
  addSign(shouted, damped(found.shouted));
  addSign(exclamations, damped(found.exclamations));
  addSign(outbursts, damped(found.outbursts));
  addSign(bewildered, damped(found.bewildered));
  addSign(trailing, damped(found.trailing));
  addSign(stretched, damped(found.stretched));
  addSign(quoted, damped(found.quoted));
}

/** « pas content », « rien de parfait ». */
function isDenied(text: string, start: number): boolean {
  return (
    mayBeDenied(text, start) &&
    /(?:^|[^\p{L}])(?:pas|plus|jamais|rien|pu|pus|moins)\s+(?:\S+\s+)?$/iu.test(
      text.slice(Math.max(0, start - deniedWithin), start),
    )
  );
}

const deniedWithin = 20;
const denials: readonly number[] = ['as', 'us', 'is', 'en', 'pu', 'ns'].map(
  (end) => (end.charCodeAt(0) << 8) | end.charCodeAt(1),
);

/** Whether one of the two words before a place ends as words of denial do; what is no plain text may be anything. */
function mayBeDenied(text: string, start: number): boolean {
  let isAfterSpace = false;
  for (let i = start - 1, words = 0; i >= Math.max(0, start - deniedWithin) && words < 2; i--) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 122) return true;
    if (code !== 32 && isAfterSpace) {
      words++;
      if (denials.includes(((text.charCodeAt(i - 1) | 32) << 8) | code | 32)) return true;
    } else if (code !== 32 && words === 0) return false;
    isAfterSpace = code === 32;
  }
  return false;
}
