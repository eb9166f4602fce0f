// Text → tokens with their places. Hyphens and spaces part words, an apostrophe ends an elision, sentence marks are
// tokens that no phrase crosses; `ne` and hesitations drop out, spoken and typed forms become the words they stand for.
import { foldTable, unit } from './fold.ts';
import { signs } from './signs.ts';
import { mark, push, type Tokens } from './tokens.ts';
import { hashUnits, token, type Vocabulary } from './vocabulary.ts';

/** Function words that a stutter repeats (« je je », « de de »); `vous vous` is grammar and stays. */
const stutters = [
  'je',
  'le',
  'la',
  'les',
  'de',
  'un',
  'une',
  'et',
  'que',
  'ce',
  'est',
  'on',
  'il',
  'pour',
  'a',
  'pas',
  'mais',
  'donc',
];

const maxWord = 128;
const letterX = 120;
const letterC = 99;
const letterM = 109;

/** Makes a tokeniser over a vocabulary: `tokenise(text, tokens)` fills `tokens` anew. */
export function tokeniser(vocabulary: Vocabulary): (text: string, tokens: Tokens) => void {
  const units = new Uint16Array(maxWord);
  const idOf = (word: string) => {
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i);
    return vocabulary.find(units, word.length, hashUnits(units, word.length));
  };
  const stuttered = new Set(stutters.map(idOf).filter((id) => id > 0));
  const monsieur = idOf('monsieur');
  const ce = idOf('ce');
  const est = idOf('est');
  const sign = signs(vocabulary);

  return function tokenise(text: string, tokens: Tokens): void {
    tokens.count = 0;
    const n = text.length;
    let i = 0;
    while (i < n) {
      const folded = foldTable[text.charCodeAt(i)]!;
      if (folded >= 48 || folded === unit.oe || folded === unit.ae) i = word(text, i, n, tokens);
      else if (folded === unit.separator || folded === unit.invisible || folded === unit.apostrophe) i++;
      else i = sign(text, i, n, folded, tokens);
    }
    tokens.id[tokens.count] = token.break;
  };

  function word(text: string, from: number, n: number, tokens: Tokens): number {
    const first = foldTable[text.charCodeAt(from)]!;
    if (first >= 48 && first <= 57) return number(text, from, n, tokens);
    let i = from;
    let length = 0;
    let capitals = 0;
    let letters = 0;
    let onlyX = true;
    for (; i < n; i++) {
      const code = text.charCodeAt(i);
      const folded = foldTable[code]!;
      if (folded === unit.invisible) continue;
      if (folded === unit.oe || folded === unit.ae) {
        if (length < maxWord - 1) {
          units[length++] = folded === unit.oe ? 111 : 97;
          units[length++] = 101;
        }
      } else if (folded > 57) {
        if (length < maxWord) units[length++] = folded;
      } else break;
      letters++;
      if (folded !== letterX) onlyX = false;
      if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)) capitals++;
    }
    if (onlyX && letters >= 2) {
      push(tokens, token.redacted, from, i, 0, 0);
      return i;
    }
    const hash = hashUnits(units, length);
    const marks =
      (capitals > 0 && isCapital(text.charCodeAt(from)) ? mark.capital : 0) |
      (capitals >= 2 && capitals === letters ? mark.allCapitals : 0);
    const next = i < n ? foldTable[text.charCodeAt(i)]! : unit.separator;
    if (length === 1 && units[0] === letterM && next === unit.period) {
      push(tokens, monsieur, from, i + 1, hash, marks);
      return i + 1;
    }
    if (length === 1 && units[0] === letterC) {
      push(tokens, ce, from, i, hash, marks);
      if (!standsBeforeE(text, i, n)) push(tokens, est, from, i, hash, marks);
      return i;
    }
    const value = vocabulary.find(units, length, hash);
    if (value >= 0) {
      const last = tokens.count - 1;
      if (last >= 0 && value > 0 && tokens.id[last] === value && stuttered.has(value)) tokens.end[last] = i;
      else push(tokens, value, from, i, hash, marks);
    } else for (const id of vocabulary.aliases[-1 - value]!) push(tokens, id, from, i, hash, marks);
    return i;
  }

  function number(text: string, from: number, n: number, tokens: Tokens): number {
    let i = from;
    while (i < n) {
      const folded = foldTable[text.charCodeAt(i)]!;
      if (folded >= 48 && folded <= 57) i++;
      else if (isDigit(text, i + 1, n) && (folded === unit.period || text.charCodeAt(i) === 44)) i += 2;
      else break;
    }
    push(tokens, token.number, from, i, 0, 0);
    return i;
  }
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

function isDigit(text: string, at: number, n: number): boolean {
  if (at >= n) return false;
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Whether what follows « c » is « 'est », « était »…: then it is the elided pronoun, else the chat form of « c'est ». */
function standsBeforeE(text: string, from: number, n: number): boolean {
  let i = from;
  if (i < n && foldTable[text.charCodeAt(i)] === unit.apostrophe) return true;
  while (i < n && text.charCodeAt(i) === 32) i++;
  return i < n && foldTable[text.charCodeAt(i)] === 101;
}
