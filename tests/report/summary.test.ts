// What the figures of the pages may say, and what they must not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { chosen } from '../../src/report/summary/chosen.ts';
import { emptyGathering, gather } from '../../src/report/summary/gathering.ts';
import { type Summaries, summarise } from '../../src/report/summary/summarise.ts';
import { grid, scored } from './scored.ts';

function summed(...assessments: readonly Assessment[]): Summaries {
  const all = emptyGathering();
  assessments.forEach((one, at) => {
    gather(all, one, { id: one.id, file: 0, offset: at, length: 1 });
  });
  return summarise(all, grid.scorecard, { read: assessments.length, repeated: 0, unreadable: 0 });
}

const many = (n: number, said: Parameters<typeof scored>[0]): Assessment[] =>
  Array.from({ length: n }, (_, at) => scored({ ...said, quality: (said?.quality ?? 80) + (at % 3) - 1 }));

const agentOf = (summaries: Summaries, key: string) => summaries.agents.find((one) => one.key === key)!.summary;

test('below five judged conversations nobody is compared or ranked', () => {
  const found = agentOf(
    summed(...many(4, { agent: 'A1', quality: 10 }), ...many(30, { agent: 'A2', quality: 95 })),
    'A1',
  );
  expect(found.standing).toBe('too-few');
  expect(found.rank).toBeNull();
  expect(found.consistency.verdict).toBe('unknown');
  expect(found.improves.verdict).toBe('unknown');
});

test('two equal scores do not make a certainty', () => {
  const found = summed(
    scored({ agent: 'A1', quality: 80 }),
    scored({ agent: 'A1', quality: 80 }),
    ...[60, 95, 70, 90, 80, 65].map((quality) => scored({ agent: 'A2', quality })),
  );
  const { low, high } = agentOf(found, 'A1').quality.interval!;
  expect(high - low).toBeGreaterThan(10);
});

test('an agent clearly under the team is told so, and the place is a range that the figures allow', () => {
  const found = summed(
    ...many(12, { agent: 'A1', quality: 50 }),
    ...many(12, { agent: 'A2', quality: 90 }),
    ...many(12, { agent: 'A3', quality: 90 }),
  );
  expect(agentOf(found, 'A1')).toMatchObject({ standing: 'below', rank: { best: 3, worst: 3, of: 3 } });
  expect(agentOf(found, 'A2').rank).toEqual({ best: 1, worst: 2, of: 3 });
});

test('quality that rises week after week is a trend; the same qualities shuffled are none', () => {
  const on = (day: number, quality: number) =>
    scored({ at: new Date(Date.UTC(2026, 0, 5 + day)).toISOString(), quality });
  const rising = Array.from({ length: 20 }, (_, at) => on(at * 3, 40 + at * 2));
  const shuffled = Array.from({ length: 20 }, (_, at) => on(at * 3, 40 + ((at * 7) % 20) * 2));
  const trend = agentOf(summed(...rising), 'A1').improves;
  expect(trend.verdict).toBe('improves');
  expect(trend.per_week).toBeCloseTo(4.67, 1);
  expect(trend.interval!.low).toBeGreaterThan(0);
  expect(agentOf(summed(...shuffled), 'A1').improves.verdict).toBe('steady');
});

test('a behaviour missed where the others show it is a priority; one shown where the others miss it is a strength', () => {
  const found = summed(
    ...many(8, { agent: 'A1', verdicts: { warmth: 'missed', 'asks-opinion': 'shown' } }),
    ...many(40, { agent: 'A2', verdicts: { warmth: 'shown', 'asks-opinion': 'missed' } }),
  );
  const { strengths, priorities } = agentOf(found, 'A1');
  expect(priorities[0]).toMatchObject({ behaviour: 'warmth', against: 'team', certainty: 'clear' });
  expect(strengths[0]).toMatchObject({ behaviour: 'asks-opinion', against: 'team', certainty: 'clear' });
});

test('a behaviour is never a strength and a priority at once, and only what can be quoted is a strength', () => {
  const verdict = fc.constantFrom('shown', 'missed', 'violated', 'na') as fc.Arbitrary<'shown'>;
  const one = fc.record({ agent: fc.constantFrom('A1', 'A2'), warmth: verdict, calm: verdict, listening: verdict });
  fc.assert(
    fc.property(fc.array(one, { minLength: 6, maxLength: 40 }), (said) => {
      const found = summed(
        ...said.map(({ agent, ...verdicts }) => scored({ agent, verdicts, evidence: [{ marker: 'thanks' }] })),
      );
      for (const { summary } of found.agents) {
        const strong = summary.strengths.map(({ behaviour }) => behaviour);
        expect(strong.filter((id) => summary.priorities.some(({ behaviour }) => behaviour === id))).toEqual([]);
        // « merci » of the client quotes nothing that the agent said.
        expect(strong).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

test('the same assessments in another order give the same choices and moments', () => {
  const all = [
    ...many(9, { agent: 'A1', verdicts: { warmth: 'missed' } }),
    ...many(9, { agent: 'A2', verdicts: { calm: 'missed' } }),
  ];
  const shown = (summaries: Summaries) =>
    summaries.agents.map((agent) =>
      [...chosen(agent).strengths, ...chosen(agent).priorities].map(({ choice, moments }) => [
        choice.behaviour,
        moments.map(({ ref }) => ref.id),
      ]),
    );
  expect(shown(summed(...[...all].reverse()))).toEqual(shown(summed(...all)));
});

test('who leaves, and after what: a refusal before it counts, a threat in the first words was brought along', () => {
  const threat = { marker: 'churn-threat', turn: 3, quote: 'je résilie' } as const;
  const found = summed(
    scored({
      evidence: [{ marker: 'refusal', turn: 2, quote: 'ce n’est pas possible' }, threat],
      alerts: ['churn-threat'],
    }),
    scored({ evidence: [{ ...threat, turn: 1 }], alerts: ['churn-threat'] }),
  ).team.doors['churn-threat'];
  expect(found).toMatchObject({ refusal: 1, 'brought-along': 1, other: 0 });
});

test('a refusal with a softened one in the same turn is softened; its words are counted', () => {
  const refusal = { marker: 'refusal', turn: 2, quote: 'On ne peut pas' } as const;
  const { team } = summed(
    scored({ evidence: [refusal, { ...refusal, marker: 'refusal-softened' }] }),
    scored({ evidence: [refusal] }),
  );
  expect(team.refusals).toEqual({ plain: 1, softened: 1 });
  expect(team.refusal_words).toEqual([{ quote: 'on ne peut pas', plain: 1, softened: 1 }]);
});

test('fine flaws count only where the client gains', () => {
  const report = { marker: 'trend-report', turn: 2, quote: 'je le signale' } as const;
  const gained = scored({
    evidence: [report, { marker: 'thanks', turn: 3, quote: 'merci' }],
    emotion: [null, -2, null, 1],
  });
  const lost = scored({ evidence: [report], emotion: [null, 0, null, -2] });
  expect(agentOf(summed(gained, lost), 'A1').fine_flaws['insisting-inside']).toBe(1);
});

test('every record is accounted for: judged or not, with or without agent and date', () => {
  const { team } = summed(
    scored(),
    scored({ quality: null, notes: ['not-french'] }),
    scored({ quality: null }),
    scored({ agent: null, name: null }),
    scored({ at: null }),
    scored({ at: '2026-13-45' }),
  );
  expect(team).toMatchObject({ conversations: 6, judged: 4, agents: 1 });
  expect(team.ledger.not_judged).toEqual({
    'not-french': 1,
    'no-agent-turns': 0,
    'no-client-turns': 0,
    'nothing-applied': 1,
  });
  expect(team.ledger).toMatchObject({ without_agent: 1, without_date: 2 });
});

test('an agent of whom nothing could be judged has figures that are missing, not zero', () => {
  const found = agentOf(summed(scored({ quality: null })), 'A1');
  expect(found.quality).toEqual({ n: 0, mean: null, interval: null });
  expect(found.behaviours.warmth).toMatchObject({ occasions: 0, shown: null, interval: null });
});

test('intervals hold their mean and stay on the scale', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (qualities) => {
        const { quality } = agentOf(summed(...qualities.map((q) => scored({ quality: q }))), 'A1');
        const { low, high } = quality.interval!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(quality.mean! + 0.06);
        expect(high).toBeGreaterThanOrEqual(quality.mean! - 0.06);
      },
    ),
  );
});
