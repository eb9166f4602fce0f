// What the phrases hear in each turn of a conversation: raw hits first, then conditions and exceptions decide.
import type { Conversation } from '../model/conversation.ts';
import type { Heard, HeardTurn, Hearing, TurnOrder } from '../model/hearing.ts';
import type { Conditions, Rules } from '../model/rules.ts';
import { fold } from '../text/fold.ts';
import { repairer } from '../text/repair.ts';
import { emptyTokens, keepTokens, mark, type Tokens, tokeniser } from '../text/tokens.ts';
import { firstWordId, hashText, token, vocabulary } from '../text/vocabulary.ts';
import { wordFilter } from '../text/word-filter.ts';
import { emptyHits, matcher } from './matcher.ts';
import { turnOrder } from './turn-order.ts';

const nothing: readonly Heard[] = [];
const noNames: readonly string[] = [];

/** Makes `hear(conversation)`. */
export function hearer(rules: Rules): (conversation: Conversation) => Hearing {
  const tokenise = tokeniser(words(rules));
  const match = matcher(rules);
  const scratch = emptyTokens();
  const hits = emptyHits();
  const interrogatives = new Set(rules.classes.Interrogatif ?? []);

  return function hear(conversation) {
    const order = turnOrder(conversation);
    const agentNames = nameHashes(conversation.agent.name);
    const clientNames = nameHashes(conversation.client?.name);
    const raw = conversation.turns.map((turn) => {
      if (turn.role !== 'agent' && turn.role !== 'client') return null;
      tokenise(turn.text, scratch);
      markNames(scratch, agentNames, clientNames);
      match(scratch, turn.role, hits);
      const heard: Heard[] = [];
      for (let i = 0; i < hits.count; i++)
        heard.push({ phrase: rules.phrases[hits.phrase[i]!]!, from: hits.from[i]!, to: hits.to[i]! });
      return { tokens: keepTokens(scratch), heard };
    });

    // What stands on its own feet decides the conditions of the rest.
    const simple = raw.map((turn, index) =>
      turn
        ? withoutExceptions(
            turn.heard.filter(({ phrase }) => isSimple(phrase.when) && standsRight(index, phrase.when, order)),
          )
        : nothing,
    );
    const carries = (turn: number, names: readonly string[]): boolean =>
      names.some((name) =>
        name === 'question'
          ? asks(raw[turn]!.tokens, interrogatives)
          : simple[turn]!.some(({ phrase }) => !phrase.isException && phrase.hears === name),
      );
    const turns = raw.map((turn, index): HeardTurn | null => {
      if (!turn) return null;
      const rest = turn.heard.filter(({ phrase }) => !isSimple(phrase.when) && holds(index, phrase.when!));
      const heard =
        rest.length === 0
          ? simple[index]!
          : withoutExceptions([
              ...turn.heard.filter(({ phrase }) => isSimple(phrase.when) && standsRight(index, phrase.when, order)),
              ...rest,
            ]);
      const exceptions = turn.heard.filter(({ phrase }) => phrase.isException).map(({ phrase }) => phrase.hears);
      return { tokens: turn.tokens, heard, silenced: exceptions.length > 0 ? [...new Set(exceptions)] : noNames };
    });
    return { turns, order };

    function holds(turn: number, when: Conditions): boolean {
      if (!standsRight(turn, when, order)) return false;
      if (when.with && !carries(turn, when.with)) return false;
      if (when.without && carries(turn, when.without)) return false;
      return !when.after || order.before(turn).some((other) => carries(other, when.after!));
    }
  };
}

function isSimple(when: Conditions | undefined): boolean {
  return !when || (!when.after && !when.with && !when.without);
}

function standsRight(turn: number, when: Conditions | undefined, order: TurnOrder): boolean {
  return !when?.turns || order.stands(turn, when.turns);
}

/** Drops the exceptions and every hit of their marker that overlaps one. */
function withoutExceptions(heard: readonly Heard[]): readonly Heard[] {
  const exceptions = heard.filter(({ phrase }) => phrase.isException);
  if (exceptions.length === 0) return heard.length === 0 ? nothing : heard;
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
