import { expect, test } from 'vitest';
import { parsePhrase } from '../../src/lexicon/phrase-syntax.ts';

const faultOf = (phrase: string) => {
  const parsed = parsePhrase(phrase);
  return 'fault' in parsed ? parsed.fault : null;
};

test('words, groups, lemmas, classes, gaps and anchors are read', () => {
  const parsed = parsePhrase("^ (je|nous suis) {comprendre} .{0,3} #Contrariété? !pas $ j'ai @question");
  expect('items' in parsed && parsed.items.map((item) => [item.atom.kind, item.min, item.max])).toEqual([
    ['start', 1, 1],
    ['group', 1, 1],
    ['lemma', 1, 1],
    ['any', 0, 3],
    ['class', 0, 1],
    ['not', 1, 1],
    ['end', 1, 1],
    ['words', 1, 1],
    ['question', 1, 1],
  ]);
});

test('groups nest', () => {
  expect(faultOf('(a|(b|c d)? e) f')).toBeNull();
});

test.each([
  ['(bonjour', 0, '"(" without its ")"'],
  ['bonjour)', 7, 'never opened'],
  ['a|b', 1, 'outside parentheses'],
  ['très*', 4, '"*"'],
  ['a ! b', 2, '"!" alone'],
  ['x .{3,1}', 3, 'm ≤ n'],
  ['x .{0,40}', 3, '≤ 12'],
  ['{comprendre', 0, 'without its "}"'],
  ['()', 1, 'empty choice'],
  ['', 0, 'empty phrase'],
  ['bonjour @comma', 8, '@question'],
  ['/x/ y', 0, 'phrases do not use'],
])('« %s » is told at its place', (phrase, at, message) => {
  const fault = faultOf(phrase);
  expect(fault?.message).toContain(message);
  expect(fault?.at).toBe(at);
});
