import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idNumbers } from '../../src/readers/settle/id-numbers.ts';

test('ids are numbered as a map would number them', () => {
  const id = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('\ud800', '\ud801', 'é'),
    fc.constant('x'.repeat(40_000)),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
      const numberOf = idNumbers();
      const known = new Map<string, number>();
      for (const one of ids) {
        if (!known.has(one)) known.set(one, known.size);
        expect(numberOf(one)).toBe(known.get(one));
      }
    }),
  );
});

test('many ids are told apart, and found again', () => {
  const numberOf = idNumbers();
  const many = 200_000;
  for (let i = 0; i < many; i++) if (numberOf(`c-${i}`) !== i) throw new Error(`c-${i} is taken for another`);
  for (let i = 0; i < many; i += 97) expect(numberOf(`c-${i}`)).toBe(i);
});
