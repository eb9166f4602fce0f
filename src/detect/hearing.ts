// What the phrases hear in each turn of a conversation: raw hits first, then conditions and exceptions decide.
import type { Conversation } from '../model/conversation.ts';
import type { Heard, HeardBefore, HeardTurn, Hearing, HitsOfTurn, TurnOrder } from '../model/hearing.ts';
import type { Conditions, Rules } from '../model/rules.ts';
import { fold } from '../text/fold.ts';
import { repairer } from '../text/repair.ts';
import { tokeniser } from '../text/tokeniser.ts';
import { emptyTokens, mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, hashText, token, vocabulary } from '../text/vocabulary.ts';
import { wordFilter } from '../text/word-filter.ts';
import { emptyHits } from './hits.ts';
import { matcher } from './matcher.ts';
import { turnOrder } from './turn-order.ts';

const nothing: readonly Heard[] = [];
const noNames: readonly string[] = [];

/** Tokens of turns that are kept for the next conversation; longer ones make more and drop them. */
const pooled = 512;
/** Longest turn whose tokens are kept. */
const pooledTokens = 4096;

/** Hits of one turn before the conditions that look at other markers. */
interface RawTurn {
  readonly hitsOfTurn: HitsOfTurn;
  readonly tokens: Tokens;
  /** Hits that stand where they must and depend on no other marker, exceptions among them. */
  readonly standing: readonly Heard[];
  /** The same without what falls under an exception. */
  readonly simple: readonly Heard[];
  /** Hits that depend on other markers. */
  readonly depending: readonly Heard[];
  readonly silenced: readonly string[];
}

/**
 * Makes `hear(conversation)`. The tokens of a hearing are valid until the next conversation is heard, unless a memory is
 * given: then they are the memory's, and of its turns only those are read that it does not hold yet.
 */
export function hearer(rules: Rules): (conversation: Conversation, before?: HeardBefore) => Hearing {
  const tokenise = tokeniser(words(rules));
  const match = matcher(rules);
  const pool: Tokens[] = [];
  const hits = emptyHits();
  const interrogatives = new Set(rules.classes.Interrogatif ?? []);

  return function hear(conversation, before) {
    const order = turnOrder(conversation);
    const agentNames = nameHashes(conversation.agent.name);
    const clientNames = nameHashes(conversation.client?.name);
    const raw: (RawTurn | null)[] = [];
    for (const turn of conversation.turns) {
      const index = raw.length;
      const known = before?.turns[index];
      if (known) raw.push(rawTurn(known, index, order));
      else if (known === null || (turn.role !== 'agent' && turn.role !== 'client')) raw.push(null);
      else raw.push(rawTurn(read(turn.text, turn.role, before ? emptyTokens() : tokensFor(index)), index, order));
    }
    for (let index = before?.turns.length ?? raw.length; index < raw.length; index++)
      before!.turns.push(raw[index]?.hitsOfTurn ?? null);
    const turns: (HeardTurn | null)[] = [];
    for (let index = 0; index < raw.length; index++) {
      const turn = raw[index]!;
      turns.push(turn && { tokens: turn.tokens, heard: heardIn(turn, index, raw, order), silenced: turn.silenced });
    }
    return { turns, order };

    function read(text: string, role: 'agent' | 'client', tokens: Tokens): HitsOfTurn {
      tokenise(text, tokens);
      markNames(tokens, agentNames, clientNames);
      match(tokens, role, hits);
      const found: Heard[] = [];
      for (let i = 0; i < hits.count; i++)
        found.push({ phrase: rules.phrases[hits.phrase[i]!]!, from: hits.from[i]!, to: hits.to[i]! });
      return { tokens, found };
    }
  };

  function tokensFor(turn: number): Tokens {
    const known = pool[turn];
    if (known && known.id.length <= pooledTokens) return known;
    const fresh = emptyTokens();
    if (turn < pooled) pool[turn] = fresh;
    return fresh;
  }

  function rawTurn(hitsOfTurn: HitsOfTurn, index: number, order: TurnOrder): RawTurn {
    const { tokens, found } = hitsOfTurn;
    if (found.length === 0)
      return { hitsOfTurn, tokens, standing: nothing, simple: nothing, depending: nothing, silenced: noNames };
    const standing: Heard[] = [];
    let depending: Heard[] | undefined;
    let silenced: string[] | undefined;
    let hasExceptions = false;
    for (const heard of found) {
      const { phrase } = heard;
      if (phrase.isException) {
        silenced ??= [];
        if (!silenced.includes(phrase.hears)) silenced.push(phrase.hears);
      }
      const { when } = phrase;
      if (when?.turns && !order.stands(index, when.turns)) continue;
      if (when && (when.after || when.with || when.without)) {
        depending ??= [];
        depending.push(heard);
        continue;
      }
      standing.push(heard);
      if (phrase.isException) hasExceptions = true;
    }
    return {
      hitsOfTurn,
      tokens,
      standing,
      simple: hasExceptions ? withoutExceptions(standing) : standing,
      depending: depending ?? nothing,
      silenced: silenced ?? noNames,
    };
  }

  /** What stands on its own feet decides the conditions of the rest. */
  function heardIn(turn: RawTurn, index: number, raw: readonly (RawTurn | null)[], order: TurnOrder): readonly Heard[] {
    if (turn.depending.length === 0) return turn.simple;
    const rest = turn.depending.filter(({ phrase }) => holds(phrase.when!, index, raw, order));
    return rest.length === 0 ? turn.simple : withoutExceptions([...turn.standing, ...rest]);
  }

  function holds(when: Conditions, index: number, raw: readonly (RawTurn | null)[], order: TurnOrder): boolean {
    if (when.with && !carries(raw[index]!, when.with)) return false;
    if (when.without && carries(raw[index]!, when.without)) return false;
    return !when.after || order.before(index).some((other) => carries(raw[other]!, when.after!));
  }

  function carries(turn: RawTurn, names: readonly string[]): boolean {
    for (const name of names)
      if (name === 'question') {
        if (asks(turn.tokens, interrogatives)) return true;
      } else for (const { phrase } of turn.simple) if (phrase.hears === name) return true;
    return false;
  }
}

/** Drops the exceptions and every hit of their marker that overlaps one. */
function withoutExceptions(heard: readonly Heard[]): readonly Heard[] {
  const exceptions = heard.filter(({ phrase }) => phrase.isException);
  if (exceptions.length === 0) return heard;
  return heard.filter(
    (hit) =>
      !hit.phrase.isException &&
      !exceptions.some((x) => x.phrase.hears === hit.phrase.hears && x.from < hit.to && hit.from < x.to),
  );
}

/** Whether a turn asks: a question mark, or a question word near the start of an unpunctuated turn. */
function asks(tokens: Tokens, interrogatives: ReadonlySet<number>): boolean {
  for (let i = 0; i < tokens.count; i++) {
    const id = tokens.id[i]!;
    if (id === token.question || (i < 4 && interrogatives.has(id))) return true;
  }
  return false;
}

function words(rules: Rules) {
  const byWord = new Map<string, readonly number[]>(rules.words.map((word, index) => [word, [index + firstWordId]]));
  for (const [form, ids] of Object.entries(rules.aliases)) byWord.set(form, ids);
  const french = wordFilter(Buffer.from(rules.french, 'base64'));
  return vocabulary(
    rules,
    repairer({ ids: (word) => byWord.get(word), words: rules.words, firstId: firstWordId }, french),
  );
}

const particles = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'van',
  'von',
  'el',
  'al',
  'ben',
  'monsieur',
  'madame',
  'mme',
  'mr',
  'mlle',
  'dr',
]);
/** Hashes of the words of a name, as the tokeniser hashes words. */
function nameHashes(name: string | undefined): readonly number[] {
  if (!name) return [];
  return fold(name)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part.length >= 2 && !particles.has(part))
    .map(hashText);
}

function markNames(tokens: Tokens, agentNames: readonly number[], clientNames: readonly number[]): void {
  if (agentNames.length === 0 && clientNames.length === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!;
    if (hash === 0) continue;
    if (agentNames.includes(hash)) tokens.marks[i]! |= mark.agentName;
    if (clientNames.includes(hash)) tokens.marks[i]! |= mark.clientName;
  }
}
