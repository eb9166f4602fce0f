// Text → tokens with their places. Hyphens and spaces part words, an apostrophe ends an elision, sentence marks are
// tokens that no phrase crosses; `ne` and hesitations drop out, spoken and typed forms become the words they stand for.
import { foldTable, unit } from './fold.ts';
import { signs } from './signs.ts';
import { mark, push, type Tokens } from './tokens.ts';
import { emptyHash, hashFactor, hashUnits, token, type Vocabulary } from './vocabulary.ts';

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
      let code = text.charCodeAt(i);
      let folded = foldTable[code]!;
      if (folded <= 57) {
        if (folded === unit.separator || folded === unit.apostrophe || folded === unit.invisible) i++;
        else if (folded >= 48) i = number(text, i, n, tokens);
        else if (folded === unit.oe || folded === unit.ae) i = word(text, i, n, tokens);
        else i = sign(text, i, n, folded, tokens);
        continue;
      }
      // Most words are of plain letters: here they are read in one go, the others once more with care.
      const from = i;
      let length = 0;
      let hash = emptyHash;
      let capitals = 0;
      do {
        if (folded !== code && isCapital(code)) capitals++;
        units[length++] = folded;
        hash = Math.imul(hash ^ folded, hashFactor);
        if (++i === n) break;
        code = text.charCodeAt(i);
        folded = foldTable[code]!;
      } while (folded > 57 && length < maxWord);
      if (isSpecial(length) || (i < n && (folded > 57 || joins(folded)))) i = word(text, from, n, tokens);
      else {
        const marks = capitals === 0 ? 0 : marksOf(text.charCodeAt(from), capitals, length);
        add(vocabulary.find(units, length, hash), from, i, hash, marks, tokens);
      }
    }
    tokens.id[tokens.count] = token.break;
  };

  /** Words whose letters alone do not say what they are: « c », « m. », « xxx ». */
  function isSpecial(length: number): boolean {
    const first = units[0];
    return first === letterX || (length === 1 && (first === letterC || first === letterM));
  }

  /** Adds a word as it was found: itself, or what it stands for. */
  function add(value: number, from: number, end: number, hash: number, marks: number, tokens: Tokens): void {
    if (value < 0) {
      for (const id of vocabulary.aliases[-1 - value]!) push(tokens, id, from, end, hash, marks);
      return;
    }
    const last = tokens.count - 1;
    if (last >= 0 && value > 0 && tokens.id[last] === value && stuttered.has(value)) tokens.end[last] = end;
    else push(tokens, value, from, end, hash, marks);
  }

  function word(text: string, from: number, n: number, tokens: Tokens): number {
    const first = foldTable[text.charCodeAt(from)]!;
    if (first >= 48 && first <= 57) return number(text, from, n, tokens);
    let i = from;
    let length = 0;
    let hash = emptyHash;
    let capitals = 0;
    let unseen = 0;
    for (; i < n; i++) {
      const code = text.charCodeAt(i);
      const folded = foldTable[code]!;
      if (folded > 57) {
        if (length < maxWord) {
          units[length++] = folded;
          hash = Math.imul(hash ^ folded, hashFactor);
        }
        // A letter that folds to itself is small.
        if (folded !== code && isCapital(code)) capitals++;
      } else if (folded === unit.oe || folded === unit.ae) {
        if (length < maxWord - 1) {
          const letter = folded === unit.oe ? 111 : 97;
          units[length++] = letter;
          units[length++] = 101;
          hash = Math.imul(Math.imul(hash ^ letter, hashFactor) ^ 101, hashFactor);
        }
        if (isCapital(code)) capitals++;
      } else if (folded === unit.invisible) unseen++;
      else break;
    }
    const letters = i - from - unseen;
    if (units[0] === letterX && letters >= 2 && isOnlyX(text, from, i)) {
      push(tokens, token.redacted, from, i, 0, 0);
      return i;
    }
    hash |= 0;
    const marks = capitals === 0 ? 0 : marksOf(text.charCodeAt(from), capitals, letters);
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
    add(vocabulary.find(units, length, hash), from, i, hash, marks, tokens);
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

function isOnlyX(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const folded = foldTable[text.charCodeAt(i)]!;
    if (folded !== letterX && folded !== unit.invisible) return false;
  }
  return true;
}

function marksOf(first: number, capitals: number, letters: number): number {
  return (isCapital(first) ? mark.capital : 0) | (capitals >= 2 && capitals === letters ? mark.allCapitals : 0);
}

/** Whether a unit that is no plain letter goes on with the word. */
function joins(folded: number): boolean {
  return folded === unit.oe || folded === unit.ae || folded === unit.invisible;
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
