// Folding, one code unit to one code unit: case, accents and typographic variants vanish, places in the text stay.

/** What a code unit is to the tokeniser, where it is not a folded letter or digit (those are >= 48). */
export const unit = {
  separator: 0,
  /** Combining marks, joiners, direction marks: as if they were not there. */
  invisible: 1,
  apostrophe: 2,
  period: 3,
  question: 4,
  exclamation: 5,
  /** Line feeds and semicolons: a clause ends. */
  newline: 6,
  colon: 7,
  surrogate: 8,
  /** A pictograph of one code unit (hearts, old smileys). */
  symbol: 9,
  underscore: 10,
  bracket: 11,
  /** œ and æ fold to two letters. */
  oe: 12,
  ae: 13,
  euro: 14,
  star: 15,
} as const;

/** Folded value of every UTF-16 code unit. */
export const foldTable: Uint16Array = buildFoldTable();

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 0x2c00; code++) {
    const folded = String.fromCharCode(code).normalize('NFD').toLowerCase();
    const first = folded.charCodeAt(0);
    const isWord = /[\p{L}\p{N}]/u.test(folded[0] ?? '');
    table[code] = isWord && first >= 48 ? first : unit.separator;
  }
  // Scripts beyond Latin, Greek, Cyrillic, Arabic… keep their letters as they are.
  for (let code = 0x2c00; code < 0xd800; code++) table[code] = code;
  table.fill(unit.surrogate, 0xd800, 0xe000);
  table.fill(unit.separator, 0xe000, 0xf900);
  for (let code = 0xf900; code < 0xfe00; code++) table[code] = code;
  table.fill(unit.separator, 0x2000, 0x2070);
  table.fill(unit.symbol, 0x2600, 0x27c0);
  table.fill(unit.separator, 0x3000, 0x3030);
  table.fill(unit.invisible, 0x300, 0x370);
  for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfe0e, 0xfe0f, 0xfeff])
    table[code] = unit.invisible;
  for (let code = 0x202a; code <= 0x202e; code++) table[code] = unit.invisible;
  for (let code = 0x2066; code <= 0x2069; code++) table[code] = unit.invisible;
  // Full-width letters and digits.
  for (let code = 0xff10; code <= 0xff19; code++) table[code] = code - 0xff10 + 48;
  for (let code = 0xff21; code <= 0xff3a; code++) table[code] = code - 0xff21 + 97;
  for (let code = 0xff41; code <= 0xff5a; code++) table[code] = code - 0xff41 + 97;
  const set = (characters: string, value: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  set("'’‘ʼ′`´＇", unit.apostrophe);
  set('.', unit.period);
  set('?？', unit.question);
  set('!！', unit.exclamation);
  set('\n\r;\u2028\u2029', unit.newline);
  set(':', unit.colon);
  set('_', unit.underscore);
  set('[<', unit.bracket);
  set('œŒ', unit.oe);
  set('æÆ', unit.ae);
  set('€', unit.euro);
  set('*', unit.star);
  return table;
}

/** Folds a word for comparison: lower case, no accents, œ as oe. Not offset-preserving; for short strings outside the hot path. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’‘ʼ′`´]/g, "'");
}

/** Whether a text is of ASCII alone, without the grave accent that may stand for an apostrophe. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code === 96) return false;
  }
  return true;
}
