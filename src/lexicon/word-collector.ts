// Collects the words that phrases use while they are compiled, through the very tokeniser that will read transcripts.

import { tokeniser } from '../text/tokeniser.ts';
import { emptyTokens } from '../text/tokens.ts';
import { firstWordId, type Vocabulary } from '../text/vocabulary.ts';

export interface WordCollector {
  /** Token ids of a piece of phrase; unknown words become known. */
  ids(text: string): number[];
  /** Declares what a spoken or typed form stands for; later texts read it so. */
  alias(form: string, ids: readonly number[]): void;
  readonly words: readonly string[];
  readonly aliases: Readonly<Record<string, readonly number[]>>;
}

export function wordCollector(): WordCollector {
  const words: string[] = [];
  const byWord = new Map<string, number>();
  const aliases: Record<string, readonly number[]> = {};
  const aliasRuns: Int32Array[] = [];

  const collecting: Vocabulary = {
    words,
    aliases: aliasRuns,
    find(units, length) {
      const word = String.fromCharCode(...units.subarray(0, length));
      let id = byWord.get(word);
      if (id === undefined) {
        words.push(word);
        id = words.length - 1 + firstWordId;
        byWord.set(word, id);
      }
      return id;
    },
  };
  const tokenise = tokeniser(collecting);
  const tokens = emptyTokens();

  return {
    words,
    aliases,
    ids(text) {
      tokenise(text, tokens);
      return Array.from(tokens.id.subarray(0, tokens.count));
    },
    alias(form, ids) {
      aliases[form] = ids;
      aliasRuns.push(Int32Array.from(ids));
      byWord.set(form, -aliasRuns.length);
    },
  };
}
