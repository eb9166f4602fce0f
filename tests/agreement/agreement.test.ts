import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement, measured } from '../../src/agreement/agreement.ts';
import type { Pair } from '../../src/model/agreement.ts';
import { behaviourIds, verdicts } from '../../src/model/behaviour.ts';
import { markerIds } from '../../src/model/marker.ts';
import { made, mayCarry, type View } from './pairs.ts';

const turns = 6;
const view: fc.Arbitrary<View> = fc.record({
  markers: fc
    .array(fc.subarray([...markerIds], { maxLength: 4 }), { minLength: turns, maxLength: turns })
    .map((all) => all.map((markers, turn) => markers.filter((marker) => mayCarry(marker, turn)))),
  emotion: fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: turns, maxLength: turns })
    .map((all) => all.map((e, turn) => (turn % 2 === 1 ? e : null))),
  flags: fc.subarray([
    { from: 1, to: 2, polarity: 'negative' as const },
    { from: 2, to: 3, polarity: 'positive' as const },
    { from: 5, to: 5, polarity: 'negative' as const },
  ]),
  behaviours: fc
    .array(fc.constantFrom(...verdicts), { minLength: behaviourIds.length, maxLength: behaviourIds.length })
    .map((all) => Object.fromEntries(behaviourIds.map((id, at) => [id, all[at]!]))),
});

const pairsOf = (views: readonly (readonly [View, View])[]): Pair[] =>
  views.map(([person, ecoute], at) => made(`c${at}`, turns, person, ecoute));

describe('agreement', () => {
  test('counts a marker once a turn, whatever the number of its quotes', () => {
    const pair = made('c', 2, { markers: [['greeting'], ['thanks']] }, { markers: [['greeting', 'greeting'], []] });
    const { markers, micro, headlines } = agreement([pair]).overall;
    expect(markers.greeting).toMatchObject({ support: 1, found: 1, f1: 1 });
    expect(markers.thanks).toMatchObject({ support: 1, found: 0, f1: 0 });
    expect(micro).toMatchObject({ precision: 1, recall: 0.5 });
    expect(headlines.macro_f1).toBe(0.5);
  });

  test('a flag is found by one shared turn of the same polarity', () => {
    const person: View = { flags: [{ from: 1, to: 3, polarity: 'negative' }] };
    const touching = made('a', 6, person, { flags: [{ from: 3, to: 5, polarity: 'negative' }] });
    const opposite = made('b', 6, person, { flags: [{ from: 1, to: 3, polarity: 'positive' }] });
    expect(agreement([touching]).overall.flags).toMatchObject({ precision: 1, recall: 1 });
    expect(agreement([opposite]).overall.flags).toMatchObject({ precision: 0, recall: 0 });
  });

  test('a calm conversation is one that the person did not flag', () => {
    const alarm: View = { flags: [{ from: 1, to: 1, polarity: 'positive' }] };
    const pairs = [made('a', 2, {}, alarm), made('b', 2, {}, {}), made('c', 2, alarm, alarm)];
    expect(agreement(pairs).overall.calm).toEqual({ conversations: 2, flagged: 1, share: 0.5 });
  });

  test('behaviours that the person did not judge are not measured; those ecoute lacks are na', () => {
    const pair = made('a', 2, { behaviours: { calm: 'na', warmth: 'shown' } }, { behaviours: { listening: 'shown' } });
    const { behaviours, behaviours_overall } = agreement([pair]).overall;
    expect(behaviours.listening).toEqual({ pairs: 0, exact: null, kappa: null });
    expect(behaviours.calm.exact).toBe(1);
    expect(behaviours.warmth.exact).toBe(0);
    expect(behaviours_overall.pairs).toBe(2);
  });

  test('groups by source, channel and variety; what has no variety is —', () => {
    const pairs = [
      made('a', 2, {}, {}, { source: 'boutique' }),
      made('b', 2, {}, {}, { source: 'banque' }),
      made('c', 2, {}, {}, { source: 'banque' }),
    ];
    const { by } = agreement(pairs, ['source', 'variety']);
    expect(Object.keys(by)).toEqual(['source', 'variety']);
    expect(by.source).toMatchObject({ banque: { conversations: 2 }, boutique: { conversations: 1 } });
    expect(by.variety).toMatchObject({ '—': { conversations: 3 } });
  });

  test('nothing measured is null everywhere, and no error', () => {
    const { overall, intervals } = agreement([]);
    expect(overall).toMatchObject({ conversations: 0, headlines: { macro_f1: null }, calm: { share: null } });
    expect(overall.micro.f1).toBeNull();
    expect(intervals.micro_f1).toBeNull();
  });

  test('whoever repeats the person exactly has every figure at 1', () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 4 }), (views) => {
        const overall = measured(pairsOf(views.map((v) => [v, v])));
        for (const figure of Object.values(overall.headlines)) expect(figure === null || figure === 1).toBe(true);
        expect(overall.behaviours_overall.exact).toBe(1);
        expect([1, null]).toContain(overall.behaviours_overall.kappa);
        expect(overall.calm.flagged).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('exchanging person and ecoute exchanges precision and recall, and moves no F1 and no kappa', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(view, view), { minLength: 1, maxLength: 4 }), (views) => {
        const there = measured(pairsOf(views));
        const back = measured(pairsOf(views.map(([person, ecoute]) => [ecoute, person])));
        expect(back.micro.precision).toBe(there.micro.recall);
        expect(back.micro.f1 ?? -9).toBeCloseTo(there.micro.f1 ?? -9, 9);
        expect(back.flags.precision).toBe(there.flags.recall);
        expect(back.emotion.kappa ?? -9).toBeCloseTo(there.emotion.kappa ?? -9, 9);
        expect(back.behaviours_overall.kappa ?? -9).toBeCloseTo(there.behaviours_overall.kappa ?? -9, 9);
      }),
      { numRuns: 30 },
    );
  });

  test('the order of conversations does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(view, view), { minLength: 2, maxLength: 5 }), (views) => {
        expect(measured(pairsOf([...views].reverse()))).toEqual(measured(pairsOf(views)));
      }),
      { numRuns: 20 },
    );
  });
});
