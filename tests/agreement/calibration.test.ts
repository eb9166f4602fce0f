import { expect, test } from 'vitest';
import { calibration } from '../../src/agreement/calibration.ts';
import type { Verdict } from '../../src/model/behaviour.ts';
import type { Grade, GradedSheet } from '../../src/model/human-labels.ts';
import { made } from './pairs.ts';

const grade = (conversation: string, verdict: Verdict, by?: string): Grade => ({
  conversation,
  behaviour: 'calm',
  criterion: 'Calme',
  written: verdict,
  verdict,
  place: { file: 'g.csv', line: 2 },
  ...(by === undefined ? {} : { by }),
});

const sheetOf = (grades: readonly Grade[], tellsViolations = false): GradedSheet => ({
  grades,
  tellsViolations,
  scales: [],
});

const judged = (verdictsOf: Readonly<Record<string, Verdict>>) =>
  new Map(
    Object.entries(verdictsOf).map(([id, verdict]) => [
      id,
      made(id, 2, {}, { behaviours: { calm: verdict } }).assessment,
    ]),
  );

test('κ of a criterion is that of its table, and disagreements are listed with the grade', () => {
  const grades = [grade('a', 'shown'), grade('b', 'shown'), grade('c', 'missed'), grade('d', 'missed')];
  const result = calibration(sheetOf(grades), judged({ a: 'shown', b: 'missed', c: 'missed', d: 'missed' }));
  // observed 3/4; chance (2·1 + 2·3)/16 = 1/2
  expect(result.criteria[0]).toMatchObject({
    criterion: 'Calme',
    behaviour: 'calm',
    pairs: 4,
    exact: 0.75,
    kappa: 0.5,
  });
  expect(result.overall.kappa).toBe(0.5);
  expect(result.disagreements).toEqual([{ grade: grades[1], ecoute: 'missed' }]);
  expect(result.criteria[0]!.interval!.low).toBeLessThanOrEqual(0.5);
  expect(result.criteria[0]!.interval!.high).toBe(1);
});

test('a sheet that only knows OK and NOK is not told of violations', () => {
  const assessments = judged({ a: 'violated', b: 'shown' });
  const grades = [grade('a', 'missed'), grade('b', 'shown')];
  expect(calibration(sheetOf(grades), assessments).disagreements).toEqual([]);
  expect(calibration(sheetOf(grades, true), assessments).disagreements).toHaveLength(1);
});

test('grades without an assessment are left out, and an empty sheet has nothing to say', () => {
  expect(calibration(sheetOf([grade('z', 'shown')]), judged({}))).toMatchObject({
    conversations: 0,
    criteria: [],
    overall: { pairs: 0, kappa: null, interval: null },
  });
});
