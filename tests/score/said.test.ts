import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '../../src/model/conversation.ts';
import { sign } from '../../src/score/characters.ts';
import { hints, isWorthALook, typography } from '../../src/score/emotion-typography.ts';
import { readTurns, said } from '../../src/score/said.ts';
import { spelling } from '../../src/score/word-numbers.ts';
import { foldTable, unit } from '../../src/text/fold.ts';

const client = (...texts: string[]): Turn[] => texts.map((text, index) => ({ index, role: 'client', text }));

const piece = fc.oneof(
  fc.constantFrom(
    'bonjour',
    'Déjà',
    'DÉJÀ',
    'sœur',
    'Œuvre',
    'a\u00adb',
    'a\u200db',
    'x²',
    'ß',
    '24h',
    'anticonstitutionnellement',
    'Ω',
    'naïf',
  ),
  fc.constantFrom("J'", 'XX', '...', '…', '!!', '? !', '« ', '"', 'ooo', 'éÉé', '😀', 'İ', 'Ž', '-', ' ', '\n', '’'),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ unit: fc.constantFrom(...'aeéœlnxX1 .!-') }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** The folded words of a text, one character after the other. */
function foldedWords(whole: string): string[] {
  let folded = '';
  for (let i = 0; i < whole.length; i++) {
    const value = foldTable[whole.charCodeAt(i)]!;
    if (value >= 48) folded += String.fromCharCode(value);
    else if (value === unit.oe) folded += 'oe';
    else if (value === unit.ae) folded += 'ae';
    else if (value !== unit.invisible) folded += ' ';
  }
  return folded.split(' ').filter((word) => word !== '');
}

const letterWords = (whole: string) => whole.toLowerCase().match(/\p{L}+/gu) ?? [];

test('the words of any text are found, each with a number of its own', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      readTurns(client(...texts).map((turn) => (turn.index % 2 === 1 ? { ...turn, role: 'agent' } : turn)));
      texts.forEach((whole, turn) => {
        const words = [...said.words.subarray(said.first[turn], said.first[turn + 1])];
        expect(words.map(spelling)).toEqual(foldedWords(whole));
      });
    }),
    { numRuns: 500 },
  );
});

test('words of letters are counted, and the longer ones that were just said', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      readTurns(client(...texts));
      const long = texts.map((whole) => new Set(letterWords(whole).filter((word) => word.length >= 5)));
      texts.forEach((whole, turn) => {
        const again = [...long[turn]!].filter((word) => long[turn - 1]?.has(word) || long[turn - 2]?.has(word));
        expect([said.letterWords[turn], said.again[turn]]).toEqual([letterWords(whole).length, again.length]);
      });
    }),
    { numRuns: 500 },
  );
});

const everySign = hints | sign.question;

test('the signs hint at whatever typography there is', () => {
  fc.assert(
    fc.property(text, (whole) => {
      readTurns(client(whole));
      const signs = said.signs[0]!;
      expect(typography(whole, signs)).toEqual(typography(whole, everySign));
      if (!isWorthALook(whole, signs)) expect(typography(whole, signs)).toEqual(typography('', 0));
    }),
    { numRuns: 2000 },
  );
});
