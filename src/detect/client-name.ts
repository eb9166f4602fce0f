// The client addressed by name: known from the record, given by the client, or masked; spelt as well as people spell.
// « un petit monsieur » is no name, « je vous passe madame Roy » speaks of somebody else.
import { createRequire } from 'node:module';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Hearing } from '../model/hearing.ts';
import type { Rules } from '../model/rules.ts';
import { fold } from '../text/fold.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, hashText, token } from '../text/vocabulary.ts';
import { wordFilter } from '../text/word-filter.ts';
import { nameWords, particles } from './name-words.ts';

/** Jaro-Winkler similarity from which a spelling is taken for the name, after a title and without one. */
const alike = { titled: 0.88, bare: 0.93 };

/** Turns of the client, from the first, in which a name is given. */
const introductions = 4;

/** « Yann de Mobilo », « Yann à votre écoute » presents the speaker. */
const afterOwnName = new Set(['de', 'du', 'des', 'a', 'pour', 'au', 'service']);

const masksOfNames = /nom|name|client|pii|x{2}|\*{2}|_/i;
const masksOfOthers = /mail|tel|phone|num|date|adr|iban|carte|card|ville|code|agent|conseill/i;

type Similarity = (a: string, b: string) => number;
let jaroWinkler: Similarity | undefined;

function similarity(a: string, b: string): number {
  jaroWinkler ??= createRequire(import.meta.url)('natural/lib/natural/distance/jaro-winkler_distance.js') as Similarity;
  return jaroWinkler(a, b);
}

/** Makes the recogniser. */
export function clientNames(rules: Rules): (conversation: Conversation, hearing: Hearing) => Evidence[] {
  const classOf = (name: string) => new Set(rules.classes[name] ?? []);
  const titles = classOf('Civilité');
  const beforeOthers = classOf('AvantTiers');
  const beforeAddress = classOf('AvantAdresse');
  const givers = classOf('DonneNom');
  const firstNames = classOf('Prénom');
  const firstNameWords = new Set((rules.classes.Prénom ?? []).map((id) => rules.words[id - firstWordId]!));
  const french = wordFilter(rules.french);
  // What may open an address, and what a client gives a name after, by word id.
  const opening = new Uint8Array(rules.words.length + firstWordId);
  const giving = new Uint8Array(rules.words.length + firstWordId);
  for (const id of [...titles, ...firstNames, token.redacted]) opening[id] = 1;
  for (const id of [...titles, ...givers]) giving[id] = 1;

  return (conversation, hearing) => {
    const names = namesOf(conversation, hearing);
    const agentNames = nameWords(conversation.agent.name).calling;
    const { hashes } = names;
    const evidence: Evidence[] = [];
    for (let index = 0; index < hearing.turns.length; index++) {
      const { role, text } = conversation.turns[index]!;
      if (role !== 'agent') continue;
      const { tokens } = hearing.turns[index]!;
      for (let i = 0; i < tokens.count; i++) {
        // Cheap look before the careful one: most words are nobody's name.
        if (opening[tokens.id[i]!] !== 1 && !isStrange(tokens, i) && !hashes.includes(tokens.hash[i]!)) continue;
        const end = addressEnd(tokens, text, i, names, agentNames);
        if (end <= i) continue;
        const [from, to] = [tokens.start[i]!, tokens.end[end - 1]!];
        evidence.push({
          marker: 'client-name',
          turn: index,
          start: from,
          end: to,
          quote: text.slice(from, to),
          because: 'built-in:client-name',
        });
        i = end - 1;
      }
    }
    return evidence;
  };

  /** The token after an address that starts at `i`; `i` itself where none does. */
  function addressEnd(tokens: Tokens, text: string, i: number, names: Names, agentNames: readonly string[]): number {
    const before = i > 0 ? tokens.id[i - 1]! : token.break;
    const opens = before >= token.break && before <= token.exclamation;
    if (titles.has(tokens.id[i]!)) {
      if (beforeOthers.has(before)) return i;
      let end = i + 1;
      while (end < tokens.count && end < i + 4 && !pausesBefore(end, i + 1) && isNameToken(end, alike.titled, true))
        end++;
      return end > i + 1 ? end : i;
    }
    if (tokens.id[i] === token.redacted) {
      if (!isMaskedName(text.slice(tokens.start[i]!, tokens.end[i]!))) return i;
      const isCalled = opens || beforeAddress.has(before) || followedByPause(i);
      return isCalled && !beforeOthers.has(before) && !givers.has(before) && !presents(i + 1) ? i + 1 : i;
    }
    if (givers.has(before)) return i;
    if (names.all.size === 0)
      return firstNames.has(tokens.id[i]!) && beforeAddress.has(before) && !presents(i + 1) ? i + 1 : i;
    // A family name alone, or before the first name, is read from the record, not called.
    if (!isNameToken(i, alike.bare, false) || !names.isFirst(fold(word(i)))) return i;
    if (i > 0 && names.all.has(fold(word(i - 1)))) return i;
    const calls = opens || beforeAddress.has(before) || followedByPause(i) || precededByPause(i);
    if (!calls && (beforeOthers.has(before) || isCommon(i))) return i;
    let end = i + 1;
    while (end < tokens.count && end < i + 3 && isNameToken(end, alike.bare, false)) end++;
    return end;

    function presents(at: number): boolean {
      return (
        at < tokens.count &&
        (text[tokens.end[at - 1]!] === ':' ||
          text.startsWith(' :', tokens.end[at - 1]!) ||
          afterOwnName.has(fold(word(at))))
      );
    }

    function isNameToken(at: number, threshold: number, isTitled: boolean): boolean {
      const id = tokens.id[at]!;
      if (id === token.redacted) return isTitled && isMaskedName(word(at));
      if ((tokens.marks[at]! & mark.agentName) !== 0 && (tokens.marks[at]! & mark.clientName) === 0) return false;
      if (id >= token.break && id <= token.number) return false;
      const folded = fold(word(at));
      if (agentNames.includes(folded) && !names.all.has(folded)) return false;
      if (names.all.has(folded)) return isTitled || !isCommon(at);
      if (particles.has(folded)) return isTitled && at + 1 < tokens.count && names.all.has(fold(word(at + 1)));
      if (names.all.size === 0) return isTitled && looksLikeName(at, folded);
      if (id !== token.unknown || folded.length < 4 || french.has(folded)) return false;
      for (const name of names.all) if (similarity(folded, name) >= threshold) return true;
      return false;
    }

    /** A word that has a meaning besides being a name, written without a capital. */
    function isCommon(at: number): boolean {
      const folded = fold(word(at));
      if ((tokens.marks[at]! & mark.capital) !== 0) return false;
      return !firstNames.has(tokens.id[at]!) && french.has(folded);
    }

    function looksLikeName(at: number, folded: string): boolean {
      if (folded.length < 2) return false;
      return (tokens.marks[at]! & mark.capital) !== 0 || firstNames.has(tokens.id[at]!) || !french.has(folded);
    }

    function word(at: number): string {
      return text.slice(tokens.start[at]!, tokens.end[at]!);
    }

    function pausesBefore(at: number, first: number): boolean {
      return at > first && text.slice(tokens.end[at - 1]!, tokens.start[at]!).includes(',');
    }

    function followedByPause(at: number): boolean {
      const after = text.slice(tokens.end[at]!, tokens.end[at]! + 2);
      return /^\s?[,!:]/.test(after);
    }

    function precededByPause(at: number): boolean {
      return /,\s?$/.test(text.slice(Math.max(0, tokens.start[at]! - 2), tokens.start[at]!));
    }
  }

  /** The client's name: from the record, or as the client gave it. */
  function namesOf(conversation: Conversation, hearing: Hearing): Names {
    const recorded = nameWords(conversation.client?.name).calling;
    if (recorded.length > 0) {
      const last = recorded.length > 1 ? recorded.at(-1) : undefined;
      return namesFrom(recorded, (word) => word !== last);
    }
    const given = new Set<string>();
    let clientTurns = 0;
    for (const turn of conversation.turns) {
      if (turn.role !== 'client' || ++clientTurns > introductions) continue;
      const { tokens } = hearing.turns[turn.index]!;
      for (let i = 1; i < tokens.count; i++) {
        const before = tokens.id[i - 1]!;
        if (giving[before] !== 1) continue;
        const isTitled = titles.has(before);
        const folded = fold(turn.text.slice(tokens.start[i]!, tokens.end[i]!));
        const isCapital = (tokens.marks[i]! & mark.capital) !== 0;
        const isName = firstNames.has(tokens.id[i]!) || ((isTitled || isCapital) && !french.has(folded));
        if (isName && folded.length > 2 && /^\p{L}+$/u.test(folded)) given.add(folded);
      }
    }
    if (given.size === 0) return nobody;
    for (const word of nameWords(conversation.agent.name).calling) given.delete(word);
    return namesFrom(given, (word) => firstNameWords.has(word));
  }
}

/** A word that the rules do not know, with a capital. */
function isStrange(tokens: Tokens, at: number): boolean {
  return tokens.id[at] === token.unknown && (tokens.marks[at]! & mark.capital) !== 0;
}

/** Folded words of a name, and which of them calls a person without a title. */
interface Names {
  readonly all: ReadonlySet<string>;
  readonly hashes: readonly number[];
  isFirst(word: string): boolean;
}

const nobody: Names = { all: new Set(), hashes: [], isFirst: () => false };

function namesFrom(words: Iterable<string>, isFirst: (word: string) => boolean): Names {
  const all = new Set(words);
  return { all, hashes: Array.from(all, hashText), isFirst };
}

function isMaskedName(mask: string): boolean {
  return masksOfNames.test(mask) && !masksOfOthers.test(mask);
}
