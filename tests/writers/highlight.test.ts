import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/text/terminal.ts';
import { highlighted } from '../../src/writers/highlight.ts';
import { ansi, plain } from '../../src/writers/paint.ts';

const at = (start: number, end: number) =>
  ({ marker: 'greeting', turn: 0, start, end, quote: '', because: 'fr/greeting.yaml:1' }) as const;

test('evidence stands in brackets without colours, also where two pieces overlap', () => {
  expect(highlighted('Bonjour madame Roy', [at(0, 7), at(8, 18)], 80, plain)).toEqual(['[Bonjour] [madame Roy]']);
  expect(highlighted('Bonjour madame', [at(0, 9), at(3, 14)], 80, plain)).toEqual(['[Bonjour madame]']);
});

test('colours go on over a line break', () => {
  const lines = highlighted('je comprends votre agacement', [at(3, 18)], 12, ansi);
  expect(lines[0]).toBe('je \u001b[1;33mcomprends\u001b[0m');
  expect(lines[1]).toContain('\u001b[1;33mvotre\u001b[0m');
});

test('without its colours a highlighted turn is the turn', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.array(fc.tuple(fc.nat(80), fc.nat(80))), (text, places) => {
      const evidence = places
        .map(([x, y]) => at(Math.min(x, y, text.length), Math.min(Math.max(x, y), text.length)))
        .filter(({ start, end }) => start < end);
      const lines = highlighted(text, evidence, 30, ansi);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that were put in
      const bare = lines.join('').replaceAll(/\u001b\[[\d;]*m/g, '');
      expect(bare.replaceAll(' ', '')).toBe(printable(text).replaceAll(' ', ''));
    }),
  );
});
