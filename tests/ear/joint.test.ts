import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, jointOdds, jointTable } from '../../src/ear/joint.ts';

test('all outputs at once are decided as each by itself', () => {
  const number = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.oneof(fc.constant(0), number)), (outputs, said) => {
      const odds = Float64Array.from({ length: outputs }, (_, o) => o - 2);
      const weights = Array.from({ length: outputs }, (_, o) => [0.5 * o, ...said.map((_, i) => ((i + o) % 3) - 1)]);
      const values = Float64Array.from(said);
      const decided = new Float64Array(outputs);
      decide(odds, jointTable(weights), values, decided);
      for (let o = 0; o < outputs; o++) expect(decided[o]).toBeCloseTo(jointOdds(odds[o]!, weights[o]!, values), 9);
    }),
  );
});
