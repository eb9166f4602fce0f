// What the phrases hear in each turn of a conversation: raw hits first, then conditions and exceptions decide.
import type { Conversation } from '../model/conversation.ts';
import type { Heard, HeardBefore, HeardTurn, Hearing, Hits, HitsOfTurn } from '../model/hearing.ts';
import type { Phrase, Rules } from '../model/rules.ts';
import { repairer } from '../text/repair.ts';
import { tokeniser } from '../text/tokeniser.ts';
import { emptyTokens, mark, type Tokens } from '../text/tokens.ts';
import { firstWordId, vocabulary } from '../text/vocabulary.ts';
import { wordFilter } from '../text/word-filter.ts';
import { nameWords } from './name-words.ts';
import { type SettledTurn, settler, unsettled } from './standing.ts';
import { emptyFindings, turnFinder } from './turn-finder.ts';
import { turnOrder } from './turn-order.ts';

/** Turns whose arrays are kept for the next conversation; longer conversations make more and drop them. */
const pooled = 512;
/** Longest turn whose arrays are kept, in tokens. */
const pooledTokens = 4096;

/**
 * Makes `hear(conversation)`. The turns of a hearing are valid until the next conversation is heard, unless a memory is
 * given: then of its turns only those are read that it does not hold yet.
 */
export function hearer(rules: Rules): (conversation: Conversation, before?: HeardBefore) => Hearing {
  const tokenise = tokeniser(words(rules));
  const find = turnFinder(rules);
  const settle = settler(rules);
  const pool: HeldTurn[] = [];
  // What all turns share lies apart, so that they are objects of one shape.
  const shared = {
    get heard(): readonly Heard[] {
      const turn = this as unknown as HeldTurn;
      turn.made ??= heardOf(turn.hits, rules.phrases);
      return turn.made;
    },
  };

  return function hear(conversation, before) {
    const order = turnOrder(conversation);
    const agentNames = nameWords(conversation.agent.name).hashes;
    const clientNames = nameWords(conversation.client?.name).hashes;
    const turns: (HeldTurn | null)[] = [];
    for (const { text, role } of conversation.turns) {
      const index = turns.length;
      const known = before?.turns[index];
      if (known === null || (role !== 'agent' && role !== 'client')) turns.push(null);
      else if (known) turns.push(heldTurn(known));
      else {
        const turn = before ? heldTurn(nothing()) : turnFor(index);
        turn.made = null;
        tokenise(text, turn.tokens);
        markNames(turn.tokens, agentNames, clientNames);
        find(turn.tokens, role, turn);
        turns.push(turn);
      }
    }
    if (before) for (let index = before.turns.length; index < turns.length; index++) before.turns.push(turns[index]!);
    settle(turns, order);
    return { turns, order };
  };

  function heldTurn(of: HitsOfTurn): HeldTurn {
    return Object.assign(Object.create(shared), unsettled(of), { made: null });
  }

  function turnFor(index: number): HeldTurn {
    const known = pool[index];
    if (known && known.tokens.id.length <= pooledTokens) return known;
    const fresh = heldTurn(nothing());
    if (index < pooled) pool[index] = fresh;
    return fresh;
  }
}

function nothing(): HitsOfTurn {
  return { tokens: emptyTokens(), ...emptyFindings() };
}

/** A turn, with what is known of it on the way to what is heard. */
interface HeldTurn extends SettledTurn, HeardTurn {
  readonly tokens: Tokens;
  readonly silenced: string[];
  hits: Hits;
  /** `heard`, once it was asked for. */
  made: readonly Heard[] | null;
}

function heardOf({ count, phrase, from, to }: Hits, phrases: readonly Phrase[]): readonly Heard[] {
  const heard: Heard[] = [];
  for (let i = 0; i < count; i++) heard.push({ phrase: phrases[phrase[i]!]!, from: from[i]!, to: to[i]! });
  return heard;
}

function words(rules: Rules) {
  const byWord = new Map<string, readonly number[]>(rules.words.map((word, index) => [word, [index + firstWordId]]));
  for (const [form, ids] of Object.entries(rules.aliases)) byWord.set(form, ids);
  const french = wordFilter(rules.french);
  return vocabulary(
    rules,
    repairer({ ids: (word) => byWord.get(word), words: rules.words, firstId: firstWordId }, french),
  );
}

function markNames(tokens: Tokens, agentNames: readonly number[], clientNames: readonly number[]): void {
  if (agentNames.length === 0 && clientNames.length === 0) return;
  let bits = 0;
  for (const name of agentNames) bits |= 1 << (name & 31);
  for (const name of clientNames) bits |= 1 << (name & 31);
  const { count, hash, marks } = tokens;
  for (let i = 0; i < count; i++) {
    const of = hash[i]!;
    if ((bits & (1 << (of & 31))) === 0 || of === 0) continue;
    if (agentNames.includes(of)) marks[i]! |= mark.agentName;
    if (clientNames.includes(of)) marks[i]! |= mark.clientName;
  }
}
