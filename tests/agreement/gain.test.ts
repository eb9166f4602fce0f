import { expect, test } from 'vitest';
import { gain, type Ranked } from '../../src/agreement/gain.ts';
import { humanQuality, isCalledBad, isCalledExcellent } from '../../src/agreement/human-quality.ts';
import { made } from './pairs.ts';

const ranked = (score: number, isSo: boolean, isDrawn = false, stratum = 'A'): Ranked => ({
  ...{ score, isSo, isDrawn, stratum },
});

test('a ranking that puts all bad ones first finds them as many times better as they are rare', () => {
  const all = Array.from({ length: 40 }, (_, i) => ranked(i, i >= 36));
  expect(gain('likely-bad', all)).toMatchObject({
    labelled: 40,
    so: 4,
    top_tenth: { conversations: 4, hits: 4, lift: 10 },
    top_quarter: { conversations: 10, hits: 4, lift: 4 },
  });
});

test('chance is counted agent by agent, as the draw was', () => {
  const all = [
    ranked(1, true, true, 'A'),
    ranked(0, false, false, 'A'),
    ranked(1, false, true, 'B'),
    ranked(0, false, false, 'B'),
  ];
  expect(gain('likely-bad', all)).toMatchObject({ drawn: 2, hits: 1, by_chance: 0.5 });
});

test('without anything to find there is no gain to tell', () => {
  expect(gain('likely-bad', [ranked(1, false), ranked(2, false)]).top_quarter).toBeNull();
  expect(gain('likely-bad', [])).toMatchObject({ labelled: 0, by_chance: 0, top_tenth: null });
});

test('people call bad what breaks a critical rule or shows less than half; excellent what shows nine tenths unspoilt', () => {
  const rules = [
    { id: 'calm' as const, weight: 1, critical: true },
    { id: 'warmth' as const, weight: 1, critical: false },
    { id: 'ownership' as const, weight: 2, critical: false },
  ];
  const labels = (behaviours: Parameters<typeof made>[2]['behaviours']) => made('a', 2, { behaviours }, {}).labels;
  expect(humanQuality(labels({ calm: 'na', warmth: 'shown', ownership: 'missed' }), rules)).toBeCloseTo(100 / 3);
  expect(humanQuality(labels({}), rules)).toBeNull();
  expect(isCalledBad(labels({ calm: 'violated', warmth: 'shown', ownership: 'shown' }), rules)).toBe(true);
  expect(isCalledBad(labels({ warmth: 'shown', ownership: 'missed' }), rules)).toBe(true);
  expect(isCalledBad(labels({}), rules)).toBe(false);
  expect(isCalledExcellent(labels({ calm: 'shown', warmth: 'shown', ownership: 'shown' }), rules)).toBe(true);
  expect(isCalledExcellent(labels({ calm: 'violated', warmth: 'shown', ownership: 'shown' }), rules)).toBe(false);
});
