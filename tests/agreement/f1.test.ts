import { expect, test } from 'vitest';
import { f1, macroF1, overlapF1 } from '../../src/agreement/f1.ts';

test('6 hits, 2 misses, 4 false alarms: precision 0.6, recall 0.75, F1 2/3', () => {
  const score = f1(6, 2, 4);
  expect(score).toMatchObject({ support: 8, found: 10, misses: 2, false_alarms: 4, precision: 0.6, recall: 0.75 });
  expect(score.f1).toBeCloseTo(2 / 3, 10);
});

test('nothing marked and nothing found is nothing to say, never 0', () => {
  expect(f1(0, 0, 0)).toMatchObject({ precision: null, recall: null, f1: null });
});

test('false alarms on something never marked, and misses of something never found, give F1 0', () => {
  expect(f1(0, 0, 3)).toMatchObject({ precision: 0, recall: null, f1: 0 });
  expect(f1(0, 3, 0)).toMatchObject({ precision: null, recall: 0, f1: 0 });
});

test('one found flag may answer two marked ones', () => {
  expect(overlapF1(2, 1, 0, 1)).toMatchObject({ support: 2, found: 2, precision: 0.5, recall: 1 });
});

test('the macro mean leaves out what the person never marked', () => {
  expect(macroF1([f1(1, 0, 0), f1(0, 2, 0), f1(0, 0, 5)])).toBe(0.5);
  expect(macroF1([f1(0, 0, 5)])).toBeNull();
});
