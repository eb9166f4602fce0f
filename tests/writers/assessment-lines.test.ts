import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { behaviourIds, verdicts } from '../../src/model/behaviour.ts';
import type { Turn } from '../../src/model/conversation.ts';
import { markerIds } from '../../src/model/marker.ts';
import { linesUpTo, putLine } from '../../src/writers/assessment-lines.ts';
import { anAssessment } from './an-assessment.ts';

const lines = (assessments: readonly Assessment[], turns?: readonly Turn[]): Uint8Array =>
  linesUpTo(assessments.reduce((end, assessment) => putLine(end, assessment, turns), 0));
const written = (assessments: readonly Assessment[], turns?: readonly Turn[]) =>
  Buffer.from(lines(assessments, turns)).toString('utf8');
const stringified = (assessments: readonly Assessment[]) => assessments.map((a) => `${JSON.stringify(a)}\n`).join('');

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const count = fc.oneof(fc.nat({ max: 1100 }), fc.nat());
const places = fc.array(count);
const judgement = fc.oneof(
  fc.record({ verdict: fc.constantFrom(...verdicts), evidence: places }),
  fc.record({ verdict: fc.constantFrom(...verdicts), searched: places }),
);
const evidence = fc.record({
  marker: fc.constantFrom(...markerIds),
  turn: count,
  start: count,
  end: count,
  quote: text,
  because: fc.oneof(text, fc.constantFrom('fr/greeting.yaml:5', 'ear:thanks 0.91 « ok »')),
});
const flag = fc.record({
  from: count,
  to: count,
  polarity: fc.constantFrom('negative' as const, 'positive' as const),
  peak: fc.integer({ min: -3, max: 3 }),
  recovered: fc.boolean(),
});
const any: fc.Arbitrary<Assessment> = fc.record({
  id: text,
  channel: fc.constantFrom('chat' as const, 'call' as const),
  started_at: fc.option(text),
  agent_id: fc.option(text),
  agent_name: fc.option(text),
  language: fc.constantFrom('fra', 'und'),
  rules: text,
  turns: count,
  quality: fc.option(fc.oneof(count, fc.double())),
  judged: count,
  critical: fc.uniqueArray(fc.constantFrom(...behaviourIds)),
  behaviours: fc.dictionary(fc.constantFrom(...behaviourIds), judgement, { noNullPrototype: true }),
  evidence: fc.array(evidence),
  emotion: fc.array(fc.option(fc.integer({ min: -3, max: 3 }))),
  flags: fc.array(flag),
  alerts: fc.uniqueArray(fc.constantFrom('abuse' as const, 'churn-threat' as const)),
  notes: fc.uniqueArray(fc.constantFrom('bilingual' as const, 'not-french' as const)),
});

test('the bytes are those of JSON.stringify, whatever the assessment', () => {
  fc.assert(
    fc.property(fc.array(any), (assessments) => {
      expect(written(assessments)).toBe(stringified(assessments));
    }),
  );
});

test('every character is written as JSON.stringify does, halves of pairs included', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 0xffff }), (id, unit) => {
      const one = anAssessment({ id: id + String.fromCharCode(unit) + id });
      expect(written([one])).toBe(stringified([one]));
    }),
    { numRuns: 2000 },
  );
});

test('quotes are the same where they are read from the turns, even those that begin or end within a character', () => {
  const cut = fc.tuple(text, fc.nat({ max: 12 }), fc.nat({ max: 12 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(cut, evidence), { minLength: 1 }), (cuts) => {
      const turns = cuts.map(([[said]], index): Turn => ({ index, role: 'client', text: said }));
      const quotes = cuts.map(([[said, start, length], found], turn) => {
        const quote = said.slice(start, start + length);
        return {
          ...found,
          turn,
          quote,
          start: Math.min(start, said.length),
          end: Math.min(start, said.length) + quote.length,
        };
      });
      const one = anAssessment({ evidence: quotes });
      expect(written([one], turns)).toBe(stringified([one]));
    }),
  );
});

test('behaviours come in the order of the assessment, whatever that of the one before', () => {
  const [first, second, third] = behaviourIds;
  const shown = { verdict: 'shown', evidence: [1, 2] } as const;
  const missed = { verdict: 'missed', searched: [] } as const;
  const some = [
    anAssessment({ behaviours: { [first!]: shown, [second!]: missed } }),
    anAssessment({ behaviours: { [third!]: missed, [first!]: shown } }),
    anAssessment({ behaviours: {} }),
    anAssessment({ behaviours: { [second!]: shown } }),
  ];
  expect(written(some)).toBe(stringified(some));
});

test('numbers keep their form', () => {
  for (const quality of [0, -0, 9, 10, 66.7, 99, 100, 999, 1000, -9, -10, 1e21, 2 ** 31, Number.NaN, null]) {
    const one = anAssessment({ quality });
    expect(written([one])).toBe(stringified([one]));
  }
});

test('earlier lines stay as they were when more are written', () => {
  const first = lines([anAssessment()]);
  lines([anAssessment({ id: 'b'.repeat(200_000) })]);
  expect(Buffer.from(first).toString()).toBe(stringified([anAssessment()]));
});
