import { expect, test } from 'vitest';
import { disagreements } from '../../src/agreement/disagreements.ts';
import { made } from './pairs.ts';

const kinds = (
  ...views: Parameters<typeof made> extends [string, number, infer P, infer E, ...unknown[]] ? [P, E] : never
) => disagreements([made('a', 4, ...views)]).map((one) => `${one.kind} ${one.about}`);

test('misses come before false alarms, markers in the order of the guide, then verdicts, emotion, flags', () => {
  expect(
    kinds(
      {
        markers: [['farewell'], ['thanks']],
        emotion: [null, -2, null, 1],
        behaviours: { calm: 'shown' },
        flags: [{ from: 1, to: 1, polarity: 'negative' }],
      },
      {
        markers: [['greeting'], ['thanks'], ['farewell']],
        emotion: [null, 0, null, 0],
        behaviours: { calm: 'missed' },
        flags: [{ from: 3, to: 3, polarity: 'negative' }],
      },
    ),
  ).toEqual([
    'false-alarm greeting',
    'miss farewell',
    'false-alarm farewell',
    'verdict calm',
    'emotion emotion',
    'flag flags',
    'flag flags',
  ]);
});

test('whoever agrees has no list, and one step of emotion is no disagreement', () => {
  const same = { markers: [['greeting' as const]], behaviours: { calm: 'na' as const } };
  expect(kinds({ ...same, emotion: [null, -2] }, { ...same, emotion: [null, -1] })).toEqual([]);
});
