// What each code unit of a turn is: a letter of a folded word, and a sign of how the turn is written.
import { foldTable, unit } from '../text/fold.ts';

/** What the writing of a turn shows, as bits. Only the first three are certain; the others are worth a closer look. */
export const sign = {
  digit: 1 << 6,
  question: 1 << 7,
  exclamation: 1 << 8,
  emoticon: 1 << 9,
  pictograph: 1 << 10,
  mask: 1 << 11,
  /** Typography that may show feeling: see emotion-typography.ts. */
  capitals: 1 << 12,
  dots: 1 << 13,
  stretched: 1 << 14,
  quotes: 1 << 15,
  /** Characters beyond those of French, which may be any of it. */
  beyond: 1 << 16,
} as const;

/** Bits of single characters that mean something beside others. */
export const trait = {
  /** A capital, or what may stand between capitals. */
  capital: 1 << 17,
  dot: 1 << 18,
  /** No letter of the alphabet as it stands: accented, a digit, invisible. */
  accented: 1 << 19,
  /** Beyond the letters and signs that French is written with. */
  foreign: 1 << 20,
} as const;

/** The lowest bits: 0 parts words, up to `symbols` is a folded letter (from 1) or digit (from 27), the rest: see here. */
export const symbolMask = 63;
export const symbols = 36;
export const special = { letter: 37, invisible: 38, oe: 39, ae: 40, parting: 41 } as const;

/** Letters from here on are not Latin, or hardly. */
const latin = 0x180;
const smallOe = 0x153;
/** The one Latin letter whose lower case is two. */
const dottedI = 0x130;
/** Signs that French is written with come before. */
const firstPictograph = 0x203c;

/** What each code unit is: one of the above, and bits of `sign` and `trait`. */
export const kinds: Int32Array = kindTable();

/** The symbol of a folded letter or digit; 0 for others. */
export function symbolOf(folded: number): number {
  if (folded >= 97 && folded <= 122) return folded - 96;
  return folded >= 48 && folded <= 57 ? folded - 21 : 0;
}

/** The letter or digit of a symbol. */
export function letterOf(symbol: number): string {
  return String.fromCharCode(symbol + (symbol <= 26 ? 96 : 21));
}

function kindTable(): Int32Array {
  const table = new Int32Array(0x10000);
  for (let code = 0; code < latin; code++) table[code] = latinKind(code);
  const foreign = trait.foreign | trait.accented | sign.beyond;
  const { invisible } = unit;
  for (let code = latin; code < table.length; code++) {
    const folded = foldTable[code]!;
    let kind = code < firstPictograph ? foreign : foreign | sign.pictograph;
    if (folded >= 48) kind |= special.letter;
    else kind |= folded === invisible ? special.invisible : special.parting;
    table[code] = kind;
  }
  const add = (characters: string, bits: number) => {
    for (const character of characters) table[character.charCodeAt(0)]! |= bits;
  };
  for (const french of '’…€') table[french.charCodeAt(0)] = trait.accented;
  add('©®', sign.pictograph);
  add('?', sign.question);
  add('!', sign.exclamation);
  add(':;', sign.emoticon);
  add('[<*', sign.mask);
  add('"«', sign.quotes);
  add('…', sign.dots);
  add("'’-", trait.capital);
  add('.', trait.dot);
  return table;
}

function latinKind(code: number): number {
  const folded = foldTable[code]!;
  const isDigit = code >= 48 && code <= 57;
  const isCapital = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
  let bits = isCapital ? trait.capital : 0;
  if (isDigit) bits |= sign.digit;
  if (isDigit || code > 127) bits |= trait.accented;
  // Typography knows the letters of Latin-1 and a few more.
  if (code > 0xff && code !== smallOe) bits |= sign.beyond;
  if (code === dottedI) return bits | trait.foreign | special.letter;
  if (folded === unit.invisible) return bits | special.invisible;
  if (folded === unit.oe) return bits | special.oe;
  if (folded === unit.ae) return bits | special.ae;
  if (folded < 48) return bits;
  const symbol = symbolOf(folded);
  return symbol > 0 ? bits | symbol : bits | special.letter;
}
