// Text → tokens with their places. Hyphens and spaces part words, an apostrophe ends an elision, sentence marks are
// tokens that no phrase crosses; `ne` and hesitations drop out, spoken and typed forms become the words they stand for.
import { foldTable, unit } from './fold.ts';
import { hashUnits, token, type Vocabulary } from './vocabulary.ts';

/** What the spelling of a token shows. */
export const mark = { capital: 1, allCapitals: 2, agentName: 4, clientName: 8, stretched: 16 } as const;

/** The tokens of one turn, as parallel arrays of which the first `count` entries hold. Reused. */
export interface Tokens {
  count: number;
  /** Word ids or `token.*`; after the last one stands a `token.break`. */
  id: Int32Array;
  /** Places in the text, UTF-16 units. */
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded word as written. */
  hash: Int32Array;
  /** `mark.*` bits. */
  marks: Uint8Array;
}

export function emptyTokens(capacity = 64): Tokens {
  return {
    count: 0,
    id: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    marks: new Uint8Array(capacity),
  };
}

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
  const euros = idOf('euros');

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

  function sign(text: string, from: number, n: number, folded: number, tokens: Tokens): number {
    switch (folded) {
      case unit.period: {
        let i = from + 1;
        while (i < n && text.charCodeAt(i) === 46) i++;
        const inside = i < n && foldTable[text.charCodeAt(i)]! >= 48;
        if (i === from + 1 && !inside) stop(tokens, token.break, from, i);
        return i;
      }
      case unit.question:
      case unit.exclamation:
        stop(tokens, folded === unit.question ? token.question : token.exclamation, from, from + 1);
        return from + 1;
      case unit.newline:
        stop(tokens, token.break, from, from + 1);
        return from + 1;
      case unit.colon:
        return emoticon(text, from, n, tokens);
      case unit.surrogate: {
        const end = Math.min(n, from + (text.charCodeAt(from) < 0xdc00 ? 2 : 1));
        pushWord(text, from, end, tokens);
        return end;
      }
      case unit.symbol:
        pushWord(text, from, from + 1, tokens);
        return from + 1;
      case unit.euro:
        push(tokens, euros, from, from + 1, 0, 0);
        return from + 1;
      case unit.bracket:
        return placeholder(text, from, n, tokens);
      case unit.underscore:
      case unit.star:
        return masked(text, from, n, tokens);
      default:
        return from + 1;
    }
  }

  /** `:)`, `:-(`, `:D`, `:/`… are words of their own. */
  function emoticon(text: string, from: number, n: number, tokens: Tokens): number {
    const nose = text[from + 1] === '-' ? 1 : 0;
    const mouth = text[from + 1 + nose];
    const end = from + 2 + nose;
    if (mouth === undefined || !')(DPp/|'.includes(mouth) || (text[end] === mouth && mouth === '/')) return from + 1;
    if (/[Pp D]/.test(mouth) && end < n && foldTable[text.charCodeAt(end)]! >= 48) return from + 1;
    units[0] = 58;
    units[1] = mouth.charCodeAt(0);
    push(tokens, vocabulary.find(units, 2, hashUnits(units, 2)), from, end, 0, 0);
    return end;
  }

  /** `[NOM]`, `<PRENOM>`, `[PII 3]`: one token for what was masked. */
  function placeholder(text: string, from: number, n: number, tokens: Tokens): number {
    const close = text[from] === '[' ? ']' : '>';
    const end = text.indexOf(close, from + 1);
    if (end < 0 || end > from + 30 || end >= n || !/^[\p{L}\d_ -]+$/u.test(text.slice(from + 1, end))) return from + 1;
    push(tokens, token.redacted, from, end + 1, 0, 0);
    return end + 1;
  }

  /** `_Name1_`, `***`, `____`. */
  function masked(text: string, from: number, n: number, tokens: Tokens): number {
    let end = from + 1;
    while (end < n && text[end] === text[from]) end++;
    if (end - from >= 2) {
      push(tokens, token.redacted, from, end, 0, 0);
      return end;
    }
    if (text[from] !== '_') return end;
    const close = text.indexOf('_', end);
    if (close < 0 || close > from + 30 || !/^[\p{L}\d]+$/u.test(text.slice(end, close))) return end;
    push(tokens, token.redacted, from, close + 1, 0, 0);
    return close + 1;
  }

  function pushWord(text: string, from: number, end: number, tokens: Tokens): void {
    for (let i = from; i < end; i++) units[i - from] = text.charCodeAt(i);
    const hash = hashUnits(units, end - from);
    const value = vocabulary.find(units, end - from, hash);
    push(tokens, Math.max(value, 0), from, end, hash, 0);
  }
}

function stop(tokens: Tokens, id: number, from: number, end: number): void {
  const last = tokens.count - 1;
  const before = last >= 0 ? tokens.id[last]! : 0;
  if (before < token.break || before > token.exclamation) {
    push(tokens, id, from, end, 0, 0);
    return;
  }
  // « ?! » and « !? » ask; « !!! » is one mark.
  if (id === token.question || (id === token.exclamation && before === token.break)) tokens.id[last] = id;
  tokens.end[last] = end;
}

function push(tokens: Tokens, id: number, start: number, end: number, hash: number, marks: number): void {
  if (tokens.count + 1 >= tokens.id.length) enlarge(tokens);
  const at = tokens.count++;
  tokens.id[at] = id;
  tokens.start[at] = start;
  tokens.end[at] = end;
  tokens.hash[at] = hash;
  tokens.marks[at] = marks;
}

function enlarge(tokens: Tokens): void {
  for (const key of ['id', 'start', 'end', 'hash'] as const) {
    const larger = new Int32Array(tokens[key].length * 2);
    larger.set(tokens[key]);
    tokens[key] = larger;
  }
  const marks = new Uint8Array(tokens.marks.length * 2);
  marks.set(tokens.marks);
  tokens.marks = marks;
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
