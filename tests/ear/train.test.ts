import { expect, test } from 'vitest';
import { chooseBounds, chooseCuts, cutAt, fitPlatt, quadraticKappa } from '../../src/ear/calibrate.ts';
import type { Features } from '../../src/ear/features.ts';
import type { LabelledTurn } from '../../src/ear/labelled-turn.ts';
import { decodeModel, encodeModel } from '../../src/ear/model-file.ts';
import { probabilityOf } from '../../src/ear/probability.ts';
import { type HeldOutTurn, trainEar } from '../../src/ear/train.ts';
import type { MarkerId } from '../../src/model/marker.ts';
import { seeded } from '../../src/seeded.ts';

/** Turns in which feature 7 means a solution and feature 9 means nothing. */
function turns(count: number): LabelledTurn[] {
  const random = seeded(4);
  return Array.from({ length: count }, (_, i) => {
    const isSolution = random() < 0.3;
    const key = Int32Array.from([isSolution ? 7 : 8, random() < 0.5 ? 9 : 10, 100 + Math.floor(random() * 20)]);
    const features: Features = {
      count: 3,
      key,
      value: new Float32Array(3).fill(0.6),
      from: new Int16Array(3),
      to: new Int16Array(3),
    };
    return {
      role: i % 2 ? 'agent' : 'client',
      group: `c${Math.floor(i / 10)}`,
      index: i % 10,
      isChecked: true,
      isInContext: true,
      features,
      markers: new Set(isSolution ? [i % 2 ? 'solution' : 'frustration'] : []),
      emotion: isSolution ? -2 : 0,
      heard: new Set<string>(),
      silenced: new Set<string>(),
      felt: 0,
    };
  });
}

const options = { id: 'test', accusing: new Set([]), maxWeights: { agent: 5000, client: 5000 } } as const;

/** F1 of a marker, before or after, over turns held out. */
function f1(heldOut: readonly HeldOutTurn[], kind: 'before' | 'after', marker: MarkerId): number {
  let [hits, errors] = [0, 0];
  for (const { turn, [kind]: said } of heldOut) {
    const [isTrue, isSaid] = [turn.markers.has(marker), said.markers.has(marker)];
    if (isTrue && isSaid) hits++;
    else if (isTrue !== isSaid) errors++;
  }
  return (2 * hits) / (2 * hits + errors || 1);
}

test('what can be learned is learned, and the report is of conversations held out', () => {
  const { heldOut } = trainEar(turns(600), options);
  expect(f1(heldOut, 'before', 'solution')).toBe(0);
  expect(f1(heldOut, 'after', 'solution')).toBeGreaterThan(0.95);
  const clients = heldOut.filter(({ turn }) => turn.role === 'client');
  expect(clients.every(({ turn, after }) => after.emotion === turn.emotion)).toBe(true);
  expect(heldOut.filter(({ turn }) => turn.role === 'agent').every(({ after }) => after.emotion === null)).toBe(true);
});

test('the same turns give the same bytes, and the file reads back as it was', () => {
  const bytes = encodeModel(trainEar(turns(200), options).model);
  expect(Buffer.from(encodeModel(trainEar(turns(200), options).model)).equals(Buffer.from(bytes))).toBe(true);
  expect(Buffer.from(encodeModel(decodeModel(bytes))).equals(Buffer.from(bytes))).toBe(true);
});

test('a file that is no model, or cut short, is told', () => {
  const bytes = encodeModel(trainEar(turns(100), options).model);
  expect(() => decodeModel(new Uint8Array([1, 2, 3]))).toThrow(/no trained ear/);
  expect(() => decodeModel(bytes.subarray(0, bytes.length - 5))).toThrow(/cut short/);
});

test('Platt’s curve rises with the score and fits the rate', () => {
  const scores = Array.from({ length: 200 }, (_, i) => i / 100 - 1);
  const { slope, offset } = fitPlatt(
    scores,
    scores.map((s) => s > 0.2),
  );
  expect(probabilityOf(0.9 * slope + offset)).toBeGreaterThan(0.95);
  expect(probabilityOf(-0.9 * slope + offset)).toBeLessThan(0.05);
});

test('bounds keep the precision asked for, and too few truths leave the lexicon to decide', () => {
  const random = seeded(1);
  const trials = Array.from({ length: 400 }, () => {
    const isTrue = random() < 0.3;
    return {
      probability: Math.min(1, Math.max(0, (isTrue ? 0.6 : 0.35) + (random() - 0.5) * 0.6)),
      isHeard: false,
      isTrue,
    };
  });
  const { threshold } = chooseBounds(trials, 0.8);
  const said = trials.filter((t) => t.probability >= threshold);
  expect(said.filter((t) => t.isTrue).length / said.length).toBeGreaterThanOrEqual(0.79);
  expect(chooseBounds(trials.slice(0, 20), 0).threshold).toBeGreaterThanOrEqual(0.6);
});

test('cuts turn scores into grades', () => {
  const labels = [-3, -2, -1, 0, 0, 1, 2, 3];
  const scores = labels.map((l) => l * 0.4);
  const cuts = chooseCuts(scores, labels);
  expect(
    quadraticKappa(
      scores.map((s) => cutAt(s, cuts)),
      labels,
    ),
  ).toBeGreaterThan(0.9);
});

test('on top of another ear, what the team does not label stays as it was, and what it labels is learned', () => {
  const base = trainEar(turns(400), options).model;
  const team = turns(300).map((turn) => ({
    ...turn,
    markers: new Set([...turn.markers].map((m) => (m === 'solution' ? 'ownership' : m))),
  }));
  const { heldOut } = trainEar(team, { ...options, base });
  expect(f1(heldOut, 'before', 'ownership')).toBe(0);
  expect(f1(heldOut, 'after', 'ownership')).toBeGreaterThan(0.9);
  expect(f1(heldOut, 'after', 'frustration')).toBeGreaterThan(0.95);
});
