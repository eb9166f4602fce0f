import { expect, test } from 'vitest';
import { bootstrap } from '../../src/agreement/bootstrap.ts';

const mean = (items: readonly number[]) => [items.reduce((a, b) => a + b, 0) / items.length];

test('the interval of a mean is near the theory: ±1.96 σ/√n', () => {
  const items = Array.from({ length: 400 }, (_, i) => i % 2);
  const [interval] = bootstrap(items, mean);
  expect(interval!.low).toBeCloseTo(0.5 - 0.049, 2);
  expect(interval!.high).toBeCloseTo(0.5 + 0.049, 2);
});

test('the same items give the same interval', () => {
  const items = [1, 5, 2, 8, 3, 9];
  expect(bootstrap(items, mean)).toEqual(bootstrap(items, mean));
});

test('what never varies has an interval without width', () => {
  expect(bootstrap([3, 3, 3], mean)).toEqual([{ low: 3, high: 3 }]);
});

test('one item, or a figure that is seldom defined, has no interval', () => {
  expect(bootstrap([3], mean)).toEqual([null]);
  expect(bootstrap([1, 2, 3], () => [null])).toEqual([null]);
});
