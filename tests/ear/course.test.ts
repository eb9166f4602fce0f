import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blend, type CourseTurn, fitCourse } from '../../src/ear/course.ts';
import { agentMarkers, clientMarkers } from '../../src/model/marker.ts';

function turn(isClient: boolean, raw: number): CourseTurn {
  const odds = new Float64Array((isClient ? clientMarkers : agentMarkers).length).fill(-4);
  return { isClient, odds, raw, felt: 0 };
}

test('a turn of the client gets one score, whoever speaks between', () => {
  const anything = fc.array(fc.record({ isClient: fc.boolean(), raw: fc.double({ min: -3, max: 3, noNaN: true }) }));
  const weights = fitCourse([{ turns: [turn(true, 1)], labels: [1] }]);
  fc.assert(
    fc.property(anything, (talk) => {
      const scores = blend(
        talk.map(({ isClient, raw }) => turn(isClient, raw)),
        weights,
      );
      expect(scores.length).toBe(talk.filter(({ isClient }) => isClient).length);
      expect(scores.every(Number.isFinite)).toBe(true);
    }),
  );
});

test('what the turns around say is learned: here each turn feels like the one before it', () => {
  const talk = (seed: number) => {
    const raw = Array.from({ length: 6 }, (_, i) => (((seed * 7 + i * i * 3) % 7) - 3) / 1.5);
    const turns = raw.flatMap((score) => [turn(true, score), turn(false, 0)]);
    return { turns, labels: raw.map((_, i) => raw[i - 1] ?? 0) };
  };
  const weights = fitCourse(Array.from({ length: 200 }, (_, i) => talk(i)));
  const { turns, labels } = talk(1000);
  blend(turns, weights).forEach((score, i) => {
    if (i > 0) expect(Math.abs(score - labels[i]!)).toBeLessThan(0.5);
  });
});

test('a conversation of a hundred thousand turns is blended in no time', () => {
  const turns = Array.from({ length: 100_000 }, (_, i) => turn(i % 2 === 0, 0));
  const weights = fitCourse([{ turns: turns.slice(0, 4), labels: [0, 0] }]);
  expect(blend(turns, weights).length).toBe(50_000);
});
