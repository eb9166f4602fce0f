import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, emptyLedger } from '../../src/run/ledger.ts';

const problemOf = (reason: string, line = 1) => ({ place: { file: 'a.ndjson', line }, reason });

test('reasons that differ in what was found count as one, with the first of them', () => {
  const { reasons, setAside } = added(emptyLedger, 4, [
    problemOf('turn 3: speaker "chef"; one of agent, client is expected', 7),
    problemOf('turn 12: speaker "sup"; one of agent, client is expected', 9),
    problemOf('not JSON: Unexpected token', 11),
    problemOf('not JSON: Unexpected end', 12),
    problemOf('no "turns"; a list is expected', 13),
  ]);
  expect(Object.entries(reasons).map(([kind, { count, first }]) => [kind, count, first.place.line])).toEqual([
    ['speaker "…"', 2, 7],
    ['not JSON', 2, 11],
    ['no "turns"', 1, 13],
  ]);
  expect(setAside).toBe(5);
});

test('whatever the reasons are, the account adds up and stays small', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 40 }), { maxLength: 10 }), (pieces) => {
      const ledger = pieces.reduce(
        (sum, reasons) =>
          added(
            sum,
            2,
            reasons.map((r) => problemOf(r)),
          ),
        emptyLedger,
      );
      const counts = Object.values(ledger.reasons).map(({ count }) => count);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(ledger.setAside);
      expect(ledger.read).toBe(ledger.judged + ledger.setAside);
      expect(counts.length).toBeLessThanOrEqual(51);
    }),
  );
});

test('a reason named like a property of every object is counted like any other', () => {
  const { setAside, reasons } = added(emptyLedger, 0, [problemOf('constructor'), problemOf('__proto__')]);
  expect([setAside, Object.keys(reasons)]).toEqual([2, ['constructor', '__proto__']]);
  expect(added(emptyLedger, 0, [problemOf('constructor')]).reasons.constructor).toMatchObject({ count: 1 });
});
