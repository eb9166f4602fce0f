import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockMs } from '../../src/readers/settle/clock.ts';

test('a date and time is the moment that Date knows, in leap years and at the ends of months too', () => {
  const moment = fc.date({
    min: new Date('0101-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  const near = fc.constantFrom('1900-02-28', '2000-02-29', '2024-02-29', '2023-12-31', '2100-03-01', '1970-01-01');
  fc.assert(
    fc.property(
      fc.oneof(
        moment.map((date) => date.toISOString()),
        near.map((day) => `${day}T23:59:59.999Z`),
      ),
      (text) => {
        expect(clockMs(text)).toBe(Date.parse(text));
        expect(clockMs(text.slice(0, 19))).toBe(Date.parse(`${text.slice(0, 19)}Z`));
      },
    ),
    { numRuns: 1000 },
  );
});

test('what is no moment is none', () => {
  for (const text of [
    '2026-13-05T08:00:00Z',
    '2026-01-05T08:61:00Z',
    '2026-01-05T0a:00:00Z',
    '2026-01-05T08:00:00.8x0Z',
  ])
    expect(clockMs(text)).toBeUndefined();
});
