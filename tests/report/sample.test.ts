import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Flag } from '../../src/model/assessment.ts';
import type { BehaviourId, Verdict } from '../../src/model/behaviour.ts';
import { sampler, sharesOf } from '../../src/report/sample.ts';
import { made } from '../agreement/pairs.ts';

const plain = made('x', 2, {}, {}).assessment;

function assessment(id: string, agent: string, quality: number, more: Partial<Assessment> = {}): Assessment {
  return { ...plain, id, agent_id: agent, agent_name: `Nom ${agent}`, quality, judged: 10, ...more };
}

const verdict = (id: BehaviourId, value: Verdict) => ({ [id]: { verdict: value } });
const flag = (polarity: Flag['polarity'], peak: number, recovered: boolean): Flag => ({
  ...{ from: 0, to: 1, polarity, peak, recovered },
});

function drawnFrom(assessments: readonly Assessment[], perAgent: number, seed = 1) {
  const draw = sampler({ perAgent, seed });
  for (const one of assessments) draw.add(one);
  return draw.sample();
}

const idsOf = (sample: ReturnType<typeof drawnFrom>) =>
  sample.agents.map(({ draws }) => draws.map(({ id, kind }) => `${kind} ${id}`));

const crowd = Array.from({ length: 200 }, (_, i) => assessment(`c${i}`, `A${i % 4}`, 60 + ((i * 7) % 20)));

describe('a sample', () => {
  test('gives each agent the same number, and no conversation twice', () => {
    const { agents } = drawnFrom(crowd, 5);
    expect(agents.map(({ agent_id, conversations, draws }) => [agent_id, conversations, draws.length])).toEqual([
      ['A0', 50, 5],
      ['A1', 50, 5],
      ['A2', 50, 5],
      ['A3', 50, 5],
    ]);
    for (const { draws } of agents) expect(new Set(draws.map(({ id }) => id)).size).toBe(5);
  });

  test('finds the few bad and the few excellent ones in a crowd, and says why', () => {
    const odd = [
      assessment('bad', 'A0', 30, { critical: ['calm'], behaviours: verdict('calm', 'violated') }),
      assessment('lost', 'A0', 70, { flags: [flag('negative', -3, false)], alerts: ['churn-threat'] }),
      assessment('best', 'A0', 95, { flags: [flag('negative', -2, true), flag('positive', 3, true)] }),
    ];
    const [first] = drawnFrom([...crowd, ...odd], 5).agents;
    expect(first!.draws.slice(0, 3)).toMatchObject([
      {
        id: 'bad',
        kind: 'likely-bad',
        signs: [
          { kind: 'critical', behaviours: ['calm'] },
          { kind: 'quality', quality: 30 },
        ],
      },
      {
        id: 'lost',
        kind: 'likely-bad',
        signs: [
          { kind: 'unrecovered', peak: -3 },
          { kind: 'alert', alert: 'churn-threat' },
        ],
      },
      {
        id: 'best',
        kind: 'likely-excellent',
        signs: [
          { kind: 'quality', quality: 95 },
          { kind: 'recovered', peak: -2 },
          { kind: 'delight', peak: 3 },
        ],
      },
    ]);
    expect(first!.draws.slice(3).map(({ kind }) => kind)).toEqual(['random', 'random']);
  });

  test('draws the same again from the same seed, in whatever order conversations come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(crowd, { minLength: crowd.length }), fc.integer({ min: 1 }), (shuffled, seed) => {
        expect(idsOf(drawnFrom(shuffled, 4, seed))).toEqual(idsOf(drawnFrom(crowd, 4, seed)));
      }),
      { numRuns: 20 },
    );
  });

  test('another seed draws others', () => {
    expect(idsOf(drawnFrom(crowd, 5, 1))).not.toEqual(idsOf(drawnFrom(crowd, 5, 2)));
  });

  test('chance favours nobody: over many seeds every conversation comes up about as often', () => {
    const times = new Map<string, number>();
    const few = crowd.filter(({ agent_id }) => agent_id === 'A0').slice(0, 10);
    for (let seed = 1; seed <= 2000; seed++)
      for (const { draws } of drawnFrom(few, 1, seed).agents)
        for (const { id } of draws) times.set(id, (times.get(id) ?? 0) + 1);
    expect(times.size).toBe(10);
    for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
  });

  test('where nothing could be judged there is nothing to draw', () => {
    expect(drawnFrom([assessment('c', 'A0', 0, { quality: null, judged: 0 })], 5)).toMatchObject({
      agents: [],
      not_judged: 1,
    });
  });

  test('the anger of an abusive client alone accuses no agent', () => {
    const [agent] = drawnFrom([assessment('c', 'A0', 85, { alerts: ['abuse', 'repeat-contact'] })], 5).agents;
    expect(agent!.draws.map(({ kind }) => kind)).not.toContain('likely-bad');
  });
});

test('two in five places are for the likely bad, one in five for the likely excellent', () => {
  expect(sharesOf(5)).toEqual({ 'likely-bad': 2, 'likely-excellent': 1, random: 2 });
  expect(sharesOf(1)).toEqual({ 'likely-bad': 0, 'likely-excellent': 0, random: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
      expect(Object.values(sharesOf(n)).reduce((a, b) => a + b, 0)).toBe(n);
    }),
  );
});
