import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactShare, kappa, quadraticKappa } from '../../src/agreement/kappa.ts';

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(20), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );

const transposed = (table: readonly (readonly number[])[]) => table.map((_, b) => table.map((row) => row[b]!));

describe('kappa', () => {
  test('the grant-proposal table of the textbooks gives 0.4', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    expect(kappa(table)).toBeCloseTo(0.4, 10);
    expect(exactShare(table)).toBeCloseTo(0.7, 10);
  });

  test('three categories, worked by hand', () => {
    // observed 70/100; chance (50·50 + 30·30 + 20·20)/100² = 0.38; κ = 0.32/0.62
    const table = [
      [40, 5, 5],
      [5, 20, 5],
      [5, 5, 10],
    ];
    expect(kappa(table)).toBeCloseTo(0.32 / 0.62, 10);
  });

  test('quadratic weights, worked by hand', () => {
    // rows [2,1,0] [0,1,1] [0,0,1]: cost seen 1+1 = 2; margins rows 3,2,1 columns 2,2,2 of 6:
    // cost expected = (3·2·1 + 3·2·4 + 2·2·1 + 2·2·1 + 1·2·4 + 1·2·1)/6 = 48/6 = 8
    const table = [
      [2, 1, 0],
      [0, 1, 1],
      [0, 0, 1],
    ];
    expect(quadraticKappa(table)).toBeCloseTo(1 - 2 / 8, 10);
  });

  test('judges who never differ agree at 1, and who only use one category tell nothing', () => {
    expect(
      kappa([
        [3, 0],
        [0, 4],
      ]),
    ).toBe(1);
    expect(
      kappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(exactShare([[0]])).toBeNull();
  });

  test('it does not matter who is called first', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const measure of [kappa, quadraticKappa]) {
          const [one, other] = [measure(table), measure(transposed(table))];
          if (one === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(one, 9);
        }
      }),
    );
  });

  test('it does not matter how often the same is seen, nor in what order categories come (unweighted)', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 7 }), (table, times) => {
        const value = kappa(table);
        if (value === null) return;
        expect(kappa(table.map((row) => row.map((n) => n * times)))).toBeCloseTo(value, 9);
        expect(kappa([...table].reverse().map((row) => [...row].reverse()))).toBeCloseTo(value, 9);
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(-1);
      }),
    );
  });
});
