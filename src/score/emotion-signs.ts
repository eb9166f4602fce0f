// The signs of feeling of each client turn, counted: words by sort, markers, typography, what the agent just said, and
// where the turn stands. What they weigh is in emotion-weights.ts.
import type { Conversation, Turn } from '../model/conversation.ts';
import type { EmotionCue } from '../model/cue.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerSpeaker } from '../model/marker.ts';
import { plain, typography } from './emotion-typography.ts';

/** Named amounts; a sign that is absent counts nothing. */
export type Signs = Map<string, number>;

/** How many turns of the agent before a client's turn still colour it. */
const answered = 3;

/** Words from which a repeated word shows insistence rather than grammar. */
const longWord = 5;

/** Signs of every client turn, null for the others. */
export function signsOf(
  { turns }: Conversation,
  cues: readonly EmotionCue[],
  evidence: readonly Evidence[],
): (Signs | null)[] {
  const cuesOf = byTurn(cues, turns.length);
  const evidenceOf = byTurn(evidence, turns.length);
  const clients = turns.filter(({ role }) => role === 'client');
  const said: Set<string>[] = [];
  return turns.map((turn) => {
    if (turn.role !== 'client') return null;
    const signs: Signs = new Map();
    countWords(signs, turn, cuesOf[turn.index]!);
    countMarkers(signs, evidenceOf[turn.index]!, '');
    countTypography(signs, turn.text);
    for (const agent of answeredBy(turns, turn.index)) countMarkers(signs, evidenceOf[agent]!, 'after-');
    const words = wordsOf(turn.text);
    add(signs, 'length', Math.min(3, Math.log2(1 + words.length / 6)));
    if (words.length <= 3) add(signs, 'short', 1);
    if (turn === clients[0]) add(signs, 'first', 1);
    else if (turns[turn.index - 1]?.role === 'client') add(signs, 'unanswered', 1);
    if (turn === clients.at(-1) && clients.length > 1) add(signs, 'last', 1);
    const long = new Set<string>();
    for (const word of words) if (word.length >= longWord) long.add(word);
    const before = said.at(-1);
    const secondBefore = said.at(-2);
    let again = 0;
    for (const word of long) if (before?.has(word) || secondBefore?.has(word)) again++;
    add(signs, 'again', Math.min(3, again));
    said.push(long);
    combine(signs);
    return signs;
  });
}

/** Signs that mean more, or something else, together. */
function combine(signs: Signs): void {
  const negative = ['frustration', 'distress', 'trouble', 'hurt', 'swear', 'grief', 'wait'].some((name) =>
    signs.has(name),
  );
  const positive = ['thanks', 'delight', 'joy', 'relief', 'laugh'].some((name) => signs.has(name));
  const both = (name: string, a: string, b: string) => {
    const x = signs.get(a);
    if (x && signs.has(b)) add(signs, name, x);
  };
  if (negative) {
    both('stressed', 'intensifier', 'intensifier');
    both('muted', 'softener', 'softener');
  } else if (positive) both('warmed', 'intensifier', 'intensifier');
  if (negative && positive) add(signs, 'mixed', 1);
  if (!signs.has('frustration') && !signs.has('distress'))
    for (const name of ['swear', 'ultimatum', 'sigh']) both(`bare-${name}`, name, name);
  if (!signs.has('delight')) both('bare-relief', 'relief', 'relief');
  both('sour-joy', 'joy', 'frustration');
  const loud = positive && !signs.has('frustration') ? 'glad' : negative || signs.has('protest') ? 'angry' : '';
  if (loud)
    for (const mark of ['shouted', 'outbursts', 'exclamations', 'bewildered']) both(`${loud}-${mark}`, mark, mark);
  both('cold-joy', 'joy', 'after-refusal');
  both('anguish', 'distress', 'hurt');
  both('cornered', 'frustration', 'hurt');
  both('fed-up', 'frustration', 'wait');
}

/** Each sort of word counts once, half again for the second, half for the third; more say no more. */
function countWords(signs: Signs, turn: Turn, cues: readonly EmotionCue[]): void {
  const counts = new Map<string, number>();
  const ends = new Map<string, number>();
  let worst = 0;
  let best = 0;
  for (const { hears, start, end, strength } of cues) {
    if (!hears.startsWith('emotion.')) {
      worst = Math.min(worst, strength);
      best = Math.max(best, strength);
      continue;
    }
    const sort = hears.slice('emotion.'.length);
    if (start < (ends.get(sort) ?? 0)) continue;
    ends.set(sort, end);
    const name = sort === 'joy' && isDenied(turn.text, start) ? 'joy-denied' : sort;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) add(signs, name, amount(count));
  if (worst < 0) add(signs, 'strength', -worst - 1);
  if (best > 0) add(signs, 'warmth', best);
}

function countMarkers(signs: Signs, evidence: readonly Evidence[], prefix: '' | 'after-'): void {
  if (evidence.length === 0) return;
  const counts = new Map<string, number>();
  for (const { marker } of evidence)
    if (markerSpeaker(marker) === (prefix === '' ? 'client' : 'agent'))
      counts.set(marker, (counts.get(marker) ?? 0) + 1);
  for (const [marker, count] of counts)
    if (prefix === '') add(signs, marker, amount(count));
    else signs.set(prefix + marker, 1);
}

function countTypography(signs: Signs, text: string): void {
  const found = typography(text);
  if (found === plain) return;
  for (const [name, count] of Object.entries(found) as [string, number][]) add(signs, name, amount(count));
}

/** Nearest first: the agent's turns since the client last spoke, or a few of them. */
function answeredBy(turns: readonly Turn[], index: number): number[] {
  const agents: number[] = [];
  for (let i = index - 1; i >= 0 && agents.length < answered; i--) {
    const { role } = turns[i]!;
    if (role === 'agent') agents.push(i);
    else if (role === 'client' && (agents.length > 0 || index - i > answered)) break;
  }
  return agents;
}

/** « pas content », « rien de parfait ». */
function isDenied(text: string, start: number): boolean {
  return /(?:^|[^\p{L}])(?:pas|plus|jamais|rien|pu|pus|moins)\s+(?:\S+\s+)?$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  );
}

function amount(count: number): number {
  return count <= 1 ? count : count === 2 ? 1.5 : 2;
}

function add(signs: Signs, name: string, value: number): void {
  if (value !== 0) signs.set(name, (signs.get(name) ?? 0) + value);
}

function byTurn<Item extends { readonly turn: number }>(
  items: readonly Item[],
  turns: number,
): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  for (let turn = 0; turn < turns; turn++) lists.push(none);
  for (const item of items) {
    const list = lists[item.turn];
    if (list === none) lists[item.turn] = [item];
    else list?.push(item);
  }
  return lists;
}

const none: never[] = [];

/** Words of letters alone, in lower case. French letters are told at once, others by what Unicode says. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let from = -1;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 0x17f && code !== 0x2019 && code !== 0x2026 && code !== 0x20ac) return lower.match(/\p{L}+/gu) ?? [];
    if (isLetter[code] === 1) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      words.push(lower.slice(from, i));
      from = -1;
    }
  }
  if (from >= 0) words.push(lower.slice(from));
  return words;
}

const isLetter = Uint8Array.from({ length: 0x180 }, (_, code) => Number(/\p{L}/u.test(String.fromCharCode(code))));
