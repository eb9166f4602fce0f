import { expect, test } from 'vitest';
import { gradeMeaning, pointsVerdict } from '../../src/agreement/grades.ts';

test.each([
  ['OK', 'shown'],
  ['  Conforme ', 'shown'],
  ['Maîtrisé', 'shown'],
  ['oui', 'shown'],
  ['NOK', 'missed'],
  ['Non-conforme', 'missed'],
  ['non maîtrisé', 'missed'],
  ['Partiel', 'missed'],
  ['maîtrisé avec difficulté', 'missed'],
  ['SI', 'violated'],
  ['violated', 'violated'],
  ['N/A', 'na'],
  ['NA', 'na'],
  ['Non évaluable', 'na'],
  ['', 'na'],
  ['—', 'na'],
])('« %s » means %s', (written, verdict) => {
  expect(gradeMeaning(written)).toEqual({ kind: 'verdict', verdict });
});

test.each([
  ['2', { points: 2 }],
  ['1,5', { points: 1.5 }],
  ['3/5', { points: 3, full: 5 }],
  ['3 / 5', { points: 3, full: 5 }],
  ['60 %', { points: 60, full: 100 }],
  ['2 pts', { points: 2 }],
])('« %s » is points', (written, meaning) => {
  expect(gradeMeaning(written)).toEqual({ kind: 'points', ...meaning });
});

test.each(['x', 'peut-être', '-1', '3/', 'A+'])('« %s » is not understood', (written) => {
  expect(gradeMeaning(written)).toBeUndefined();
});

test('half marks are not shown, more than half is', () => {
  expect([0, 1, 2].map((points) => pointsVerdict(points, 2))).toEqual(['missed', 'missed', 'shown']);
  expect(pointsVerdict(0, 0)).toBe('missed');
});
