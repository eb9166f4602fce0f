import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordCollector } from '../../src/lexicon/word-collector.ts';
import { tokeniser } from '../../src/text/tokeniser.ts';
import { emptyTokens, mark } from '../../src/text/tokens.ts';
import { firstWordId, token, type Vocabulary } from '../../src/text/vocabulary.ts';

/** Words of a text as the tokeniser sees them: kinds in capitals. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  const ids = new Map<string, number>();
  const vocabulary: Vocabulary = {
    words,
    aliases: [Int32Array.of()],
    find(units, length) {
      const word = String.fromCharCode(...units.subarray(0, length));
      if (word === 'ne' || word === 'euh') return -1;
      if (!ids.has(word)) ids.set(word, words.push(word) - 1 + firstWordId);
      return ids.get(word)!;
    },
  };
  const tokens = emptyTokens();
  tokeniser(vocabulary)(text, tokens);
  const kinds = Object.fromEntries(Object.entries(token).map(([name, id]) => [id, name.toUpperCase()]));
  return Array.from(tokens.id.subarray(0, tokens.count), (id) =>
    id >= firstWordId ? words[id - firstWordId]! : kinds[id]!,
  );
}

test('case, accents, ligatures, apostrophes and hyphens do not matter', () => {
  expect(wordsOf('Cœur ÉTÉ aujourd’hui')).toEqual(['coeur', 'ete', 'aujourd', 'hui']);
  expect(wordsOf('Puis-je RAPPELER')).toEqual(['puis', 'je', 'rappeler']);
  expect(wordsOf('e\u0301te\u0301')).toEqual(wordsOf('été'));
});

test('« ne » and hesitations drop out, a stutter collapses, « vous vous » stays', () => {
  expect(wordsOf('je ne euh je je peux')).toEqual(['je', 'peux']);
  expect(wordsOf('vous vous trompez')).toEqual(['vous', 'vous', 'trompez']);
});

test('« c » before « est » is the pronoun, elsewhere it is « c’est »', () => {
  expect(wordsOf("c'est c est")).toEqual(['ce', 'est', 'ce', 'est']);
  expect(wordsOf('c pas grave')).toEqual(['ce', 'est', 'pas', 'grave']);
});

test('« M. » is a title and ends no clause', () => {
  expect(wordsOf('M. Petit est là. Oui')).toEqual(['monsieur', 'petit', 'est', 'la', 'BREAK', 'oui']);
});

test('numbers, masked names and question marks are tokens of their own', () => {
  expect(wordsOf('48h et 1 250,50 € ?')).toEqual(['NUMBER', 'h', 'et', 'NUMBER', 'NUMBER', 'euros', 'QUESTION']);
  expect(wordsOf('Bonjour [NOM], XXXX et _Name1_')).toEqual(['bonjour', 'REDACTED', 'REDACTED', 'et', 'REDACTED']);
});

test('marks run together count once, and a question wins', () => {
  expect(wordsOf('quoi ?!! non...oui')).toEqual(['quoi', 'QUESTION', 'non', 'oui']);
});

test('smileys are words, « : » before a word is not', () => {
  expect(wordsOf('merci :) 😊 Note:Paul')).toEqual(['merci', ':)', '😊', 'note', 'paul']);
});

test('capitals are remembered', () => {
  const collector = wordCollector();
  const tokens = emptyTokens();
  const vocabulary: Vocabulary = {
    words: [],
    aliases: [],
    find: (units, length) => collector.ids(String.fromCharCode(...units.subarray(0, length)))[0] ?? 0,
  };
  tokeniser(vocabulary)('Rose MERCI rose', tokens);
  expect(Array.from(tokens.marks.subarray(0, 3))).toEqual([mark.capital, mark.capital | mark.allCapitals, 0]);
});

test('tokens lie in the text, in order, whatever the text', () => {
  const collector = wordCollector();
  const vocabulary: Vocabulary = {
    words: [],
    aliases: [],
    find: (units, length) => Math.max(0, collector.ids(String.fromCharCode(...units.subarray(0, length)))[0] ?? 0),
  };
  const tokenise = tokeniser(vocabulary);
  const tokens = emptyTokens(4);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      tokenise(text, tokens);
      let last = 0;
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.start[i]!).toBeGreaterThanOrEqual(Math.min(last, tokens.start[i]!));
        expect(tokens.end[i]!).toBeGreaterThan(tokens.start[i]!);
        expect(tokens.end[i]!).toBeLessThanOrEqual(text.length);
        last = tokens.start[i]!;
      }
    }),
    { numRuns: 500 },
  );
});
