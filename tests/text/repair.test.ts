import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { isOneSlip, repairer } from '../../src/text/repair.ts';
import { wordFilter, wordFilterBits } from '../../src/text/word-filter.ts';

const words = ['je', 'le', 'de', 'merci', 'comprends', 'ai', 'accord', 'est', 'agent', 'rembourser', 'impossible'];
const french = ['lune', 'comprendre', 'importable', 'cest', 'desole'];
const firstId = 10;
const repair = repairer(
  { ids: (word) => (words.includes(word) ? [words.indexOf(word) + firstId] : undefined), words, firstId },
  wordFilter(wordFilterBits(french, french.length)),
);
const meaning = (word: string) => repair(word)?.map((id) => words[id - firstId]) ?? null;

test('stretched letters shrink', () => {
  expect(meaning('merciiii')).toEqual(['merci']);
});

test('a lost apostrophe is found again', () => {
  expect(meaning('jai')).toEqual(['je', 'ai']);
  expect(meaning('daccord')).toEqual(['de', 'accord']);
  expect(meaning('lagent')).toEqual(['le', 'agent']);
  expect(meaning('nest')).toEqual(['est']);
});

test('one slip in a long word is forgiven, two are not', () => {
  expect(meaning('comprneds')).toEqual(['comprends']);
  expect(meaning('imposible')).toEqual(['impossible']);
  expect(meaning('imposibl')).toBeNull();
});

test('another French word is never taken for a slip, nor split', () => {
  expect(meaning('importable')).toBeNull();
  expect(meaning('comprendre')).toBeNull();
  expect(meaning('lune')).toBeNull();
});

test('short words and strange letters stay unknown', () => {
  expect(meaning('mrci')).toBeNull();
  expect(meaning('日本語')).toBeNull();
});

test('one slip is an insertion, a deletion, a substitution or a swap', () => {
  expect(isOneSlip('rembourser', 'rembourse')).toBe(true);
  expect(isOneSlip('rembuorser', 'rembourser')).toBe(true);
  expect(isOneSlip('rembours', 'rembourser')).toBe(false);
  expect(isOneSlip('rembourser', 'rembourser')).toBe(false);
});

test('the filter never loses a word of its list', () => {
  const list = Array.from({ length: 2000 }, (_, i) => fold(`mot${i}é`));
  const filter = wordFilter(wordFilterBits(list, list.length));
  expect(list.every((word) => filter.has(word))).toBe(true);
  const strangers = Array.from({ length: 2000 }, (_, i) => `xyz${i}`).filter((word) => filter.has(word));
  expect(strangers.length).toBeLessThan(100);
});
