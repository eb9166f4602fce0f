import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from '../../src/writers/json-bytes.ts';

const written = (values: readonly unknown[]) => Buffer.from(jsonLines(values)).toString('utf8');

test('the bytes are those of JSON.stringify, whatever the data', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      expect(written(values)).toBe(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    }),
  );
});

test('every character is written as JSON.stringify does, halves of pairs included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 0xffff }), (text, unit) => {
      const value = { [text]: text + String.fromCharCode(unit) + text };
      expect(written([value])).toBe(`${JSON.stringify(value)}\n`);
    }),
    { numRuns: 2000 },
  );
});

test('what is undefined is left out, numbers keep their form', () => {
  const value = { a: undefined, b: -0, c: 1e21, d: 66.7, e: 100, f: 99, g: [undefined, Number.NaN], h: 9.5 };
  expect(written([value])).toBe(`${JSON.stringify(value)}\n`);
});

test('earlier lines stay as they were when more are written', () => {
  const first = jsonLines(['a']);
  jsonLines(['b'.repeat(200_000)]);
  expect(Buffer.from(first).toString()).toBe('"a"\n');
});
