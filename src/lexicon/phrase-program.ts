// Phrase trees → the program that the matcher runs, with the anchors that tell it where to look.
import { phraseAnchors } from './phrase-anchors.ts';
import { phraseCode } from './phrase-code.ts';
import { phraseResolver, type WordSource } from './phrase-resolver.ts';
import type { Item, SyntaxFault } from './phrase-syntax.ts';

/** The program of all phrases, as it grows. */
export interface PhraseProgram {
  /** Adds a phrase; returns its entry, or a fault. */
  add(items: readonly Item[]): { readonly entry: number } | { readonly fault: SyntaxFault };
  readonly code: readonly number[];
  readonly sets: readonly (readonly number[])[];
  /** `[word id, phrase, fewest before, most before]`, flat; phrases are numbered as they were added. */
  readonly anchors: readonly number[];
}

export function phraseProgram(source: WordSource, wordOf: (id: number) => string): PhraseProgram {
  const { code, sets, add } = phraseCode();
  const resolve = phraseResolver(source);
  const anchors: number[] = [];
  let phrases = 0;

  return {
    code,
    sets,
    anchors,
    add(items) {
      try {
        const phrase = items.map(resolve);
        const found = phraseAnchors(phrase, wordOf);
        if (!found) return { fault: anywhere };
        for (const { id, before } of found) anchors.push(id, phrases, before.min, before.max);
        phrases++;
        return { entry: add(phrase) };
      } catch (error) {
        if (!(error instanceof Error) && typeof error === 'object') return { fault: error as SyntaxFault };
        throw error;
      }
    },
  };
}

const anywhere: SyntaxFault = {
  at: 0,
  message: 'no word that must be there: a phrase of gaps and optional words alone is found everywhere',
};
