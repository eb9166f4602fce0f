// A conversation made ready for judging: its turns as folded words, the turns of each side in order, and where each
// marker is heard. Read once, looked at by every condition and fact.
import type { Conversation, Role } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MarkerId } from '../model/marker.ts';
import { foldTable, unit } from '../text/fold.ts';

/** What the conditions and facts look at. */
export interface Spoken {
  readonly conversation: Conversation;
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
  /** Folded words of each turn. */
  readonly words: readonly (readonly string[])[];
  /** Turn numbers of each role, in order. */
  readonly turnsOf: Readonly<Record<Role | 'anyone', readonly number[]>>;
  /** Indices into the evidence, for each marker heard. */
  readonly heard: ReadonlyMap<MarkerId, readonly number[]>;
  /** Turns that carry each marker heard, in order, each once. */
  readonly turnsWith: ReadonlyMap<MarkerId, readonly number[]>;
}

/** Reads a conversation once for all the conditions and facts. */
export function spoken(
  conversation: Conversation,
  evidence: readonly Evidence[],
  emotion: readonly (number | null)[],
): Spoken {
  const turnsOf: Record<Role | 'anyone', number[]> = { agent: [], client: [], bot: [], system: [], anyone: [] };
  for (const { role, index } of conversation.turns) {
    turnsOf[role].push(index);
    if (role === 'agent' || role === 'client') turnsOf.anyone.push(index);
  }
  const heard = new Map<MarkerId, number[]>();
  for (const [index, { marker }] of evidence.entries()) {
    const list = heard.get(marker);
    if (list) list.push(index);
    else heard.set(marker, [index]);
  }
  const turnsWith = new Map<MarkerId, readonly number[]>();
  for (const [marker, indices] of heard) turnsWith.set(marker, inOrder(indices.map((index) => evidence[index]!.turn)));
  const words = conversation.turns.map((turn) => wordsOf(turn.text));
  return { conversation, evidence, emotion, words, turnsOf, heard, turnsWith };
}

/** Whether one of the markers is heard in the turn. */
export function hears(talk: Spoken, turn: number, markers: readonly MarkerId[]): boolean {
  for (const marker of markers) if (talk.turnsWith.get(marker)?.includes(turn)) return true;
  return false;
}

/** The numbers in order, each once. */
export function inOrder(numbers: readonly number[]): readonly number[] {
  let isInOrder = true;
  for (let i = 1; i < numbers.length && isInOrder; i++) isInOrder = numbers[i]! > numbers[i - 1]!;
  return isInOrder ? numbers : [...new Set(numbers)].sort((a, b) => a - b);
}

/** Letters and digits, folded. Most words are plain already and are cut out whole. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let from = 0;
  let folded = '';
  let isPlain = true;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const value = foldTable[code]!;
    if (value === unit.invisible) {
      if (isPlain) folded = text.slice(from, i);
      isPlain = false;
    } else if (value >= 48 || value === unit.oe || value === unit.ae) {
      if (isPlain && value === code) continue;
      if (isPlain) folded = text.slice(from, i);
      isPlain = false;
      folded += value === unit.oe ? 'oe' : value === unit.ae ? 'ae' : String.fromCharCode(value);
    } else {
      const word = isPlain ? text.slice(from, i) : folded;
      if (word !== '') words.push(word);
      from = i + 1;
      folded = '';
      isPlain = true;
    }
  }
  return words;
}
