import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenIds } from '../../src/run/seen-ids.ts';

test('an id is new the first time, and seen ever after', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 300 }), (ids) => {
      const isSeen = seenIds();
      const known = new Set<string>();
      for (const id of ids) {
        expect(isSeen(id)).toBe(known.has(id));
        known.add(id);
      }
    }),
  );
});

test('many ids are told apart', () => {
  const isSeen = seenIds();
  for (let i = 0; i < 300_000; i++) expect(isSeen(`conversation-${i}`)).toBe(false);
  for (let i = 0; i < 300_000; i += 997) expect(isSeen(`conversation-${i}`)).toBe(true);
});
