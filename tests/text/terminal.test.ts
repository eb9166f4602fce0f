import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, displayWidth, pad, printable, wrap } from '../../src/text/terminal.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 200 });

test('wrapped lines hold every word, in order, within the width', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 60 }), (wild, columns) => {
      const shown = printable(wild);
      const lines = wrap(shown, columns).map(({ start, end }) => shown.slice(start, end));
      expect(lines.join('').replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

test('lines break at blanks, and a word breaks only where it is longer than a line', () => {
  const lines = (s: string, n: number) => wrap(s, n).map(({ start, end }) => s.slice(start, end));
  expect(lines('le colis est perdu', 8)).toEqual(['le colis', 'est', 'perdu']);
  expect(lines('anticonstitutionnellement non', 10)).toEqual(['anticonsti', 'tutionnell', 'ement non']);
  expect(lines('', 10)).toEqual(['']);
});

test('what is printable keeps every place, and cannot drive a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (wild) => {
      const shown = printable(wild);
      expect(shown.length).toBe(wild.length);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
      expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('clipping and padding give the width that was asked for', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (wild, columns) => {
      expect(displayWidth(clip(wild, columns))).toBeLessThanOrEqual(columns);
      expect(displayWidth(pad(wild, columns))).toBe(columns);
    }),
  );
});
