import nlp from 'compromise/one';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finder, rulesOf } from './phrases.ts';

const find = (phrase: string, text: string) => finder(rulesOf([phrase]))(text);

test('a lemma stands for its forms, a gap for words between, offsets are those of the text', () => {
  expect(find('je {comprendre} .{0,2} votre', 'Ah, je comprends très bien votre souci')).toEqual([
    'je comprends très bien votre',
  ]);
  expect(find('{désolé}', 'nous sommes désolées')).toEqual(['désolées']);
});

test('elisions, lost apostrophes, dropped « ne » and hesitations read the same', () => {
  for (const text of ["je n'ai pas reçu", 'je nai pas recu', 'j’ai pas reçu', "j'ai euh pas reçu"])
    expect(find("j'ai pas reçu", text)).toHaveLength(1);
});

test('a phrase never crosses a sentence mark, a comma is transparent', () => {
  expect(find('non merci', 'Non. Merci')).toEqual([]);
  expect(find('non merci', 'Non, merci')).toEqual(['Non, merci']);
});

test('clause borders and questions are conditions, not words', () => {
  expect(find('^ bonjour', 'oui bonjour')).toEqual([]);
  expect(find('^ bonjour', 'Oui. Bonjour')).toEqual(['Bonjour']);
  expect(find('ça {aller} @question', 'ça va bien ?')).toEqual(['ça va']);
  expect(find('ça {aller} @question', 'ça va. Et vous ?')).toEqual([]);
  expect(find('voilà $', 'voilà, merci')).toEqual([]);
});

test('negation of a word takes one other word', () => {
  expect(find('c’est !pas possible', "c'est pas possible")).toEqual([]);
  expect(find('c’est !pas possible', "c'est vraiment possible")).toEqual(["c'est vraiment possible"]);
});

test('optional words and choices of several words are taken where they are there', () => {
  expect(find('(je suis|on est) (vraiment|très)? content', 'on est très content')).toEqual(['on est très content']);
});

test('a phrase that more than one word holds is found once from each place', () => {
  expect(find('(alpha bravo|alpha charlie|alpha)', 'alpha bravo')).toEqual(['alpha bravo']);
  expect(find('(alpha|bravo) (alpha|bravo)', 'alpha bravo')).toEqual(['alpha bravo']);
  expect(find('alpha .{0,2} alpha', 'alpha alpha alpha')).toEqual(['alpha alpha', 'alpha alpha']);
});

test('a clause that comes back is heard again, with what else decides', () => {
  const again = finder(rulesOf(['ça {aller} @question', 'voilà $', '#Majuscule content']));
  for (let time = 0; time < 2; time++) {
    expect(again('Voilà. Ça va ? Et ça va. Luc content, luc content')).toEqual(['Ça va', 'Voilà', 'Luc content']);
    expect(again('ça va')).toEqual([]);
    expect(again('Vraiment, ça va ?')).toEqual(['ça va']);
  }
});

test('what was heard before changes nothing', () => {
  const rules = rulesOf(['alpha .{0,2} bravo', '#Majuscule bravo', 'bravo $ @question', '(alpha|delta) charlie?']);
  const used = finder(rules);
  const word = fc.constantFrom('alpha', 'Alpha', 'bravo', 'charlie', 'Delta', 'écho', '.', '?');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join(' ');
      expect(used(text)).toEqual(finder(rules)(text));
    }),
    { numRuns: 100 },
  );
});

// Compromise reads the same notation; on plain unaccented words, where its French is sound, it must agree.
test('agrees with compromise on plain words', () => {
  const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo'];
  const word = fc.constantFrom(...words);
  const atom = fc.oneof(
    word,
    fc.tuple(word, word).map(([a, b]) => `(${a}|${b})`),
    word.map((w) => `${w}?`),
  );
  const phrase = fc
    .tuple(word, fc.array(atom, { maxLength: 2 }), word)
    .map(([a, middle, b]) => [a, ...middle, b].join(' '));
  fc.assert(
    fc.property(phrase, fc.array(word, { minLength: 1, maxLength: 8 }), (pattern, sentence) => {
      const text = sentence.join(' ');
      const theirs = nlp.tokenize(text).match(pattern).found;
      const ours = find(pattern, text).length > 0;
      // Compromise is greedy and does not backtrack: what it finds we must find.
      if (theirs) expect(ours).toBe(true);
      if (!pattern.includes('?')) expect(ours).toBe(theirs);
    }),
    { numRuns: 150 },
  );
});
