// The library of suggestions: whole, in two languages, and fair.
import { expect, test } from 'vitest';
import { loadSuggestions, readSuggestions } from '../../src/lexicon/suggestions.ts';
import { behaviourIds } from '../../src/model/behaviour.ts';

const library = loadSuggestions();

test.each(behaviourIds)('%s has an aim, a reason, an exercise and other words', (id) => {
  const one = library[id]!;
  for (const label of [one.aim, one.keep, one.try]) expect(label.fr.length * label.en.length).toBeGreaterThan(0);
  expect(one.say.length).toBeGreaterThanOrEqual(2);
  expect(one.instead.length).toBeGreaterThanOrEqual(1);
});

test('both a displeased and a calm client can be answered', () => {
  for (const id of behaviourIds)
    for (const mood of ['displeased', 'calm'])
      expect(library[id]!.say.filter(({ when }) => when === mood || when === 'any').length).toBeGreaterThan(0);
});

test('nothing scolds: no « vous auriez dû », no « il fallait », no « jamais »', () => {
  const scolding = /auriez dû|aurait dû|il fallait|should have|ought to have/i;
  for (const id of behaviourIds) {
    const { keep, aim, say, instead, try: exercise } = library[id]!;
    for (const label of [keep, aim, exercise, ...say, ...instead]) {
      expect(label.fr).not.toMatch(scolding);
      expect(label.en).not.toMatch(scolding);
    }
  }
});

test('every fault is told with its place, all at once', () => {
  const { faults } = readSuggestions(
    'suggestions.yaml',
    [
      'warmth:',
      '  keep: { fr: a }',
      '  aim: { fr: a, en: b }',
      '  say: oups',
      '  instead: [{ fr: a, en: b, when: gai }]',
      '  try: { fr: a, en: b }',
      'charme: {}',
    ].join('\n'),
  );
  const told = faults.map(({ line, message }) => `${line} ${message}`);
  expect(told).toEqual([
    expect.stringMatching(/^2 the en of/),
    expect.stringMatching(/^4 "say" of "warmth" must be a list/),
    expect.stringMatching(/^5 "gai" is no mood/),
    expect.stringMatching(/^7 there is no behaviour "charme"/),
  ]);
});
