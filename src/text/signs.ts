// What is no word: sentence marks, emoji and emoticons, amounts, and what was masked.
import { foldTable, unit } from './fold.ts';
import { push, stop, type Tokens } from './tokens.ts';
import { hashUnits, token, type Vocabulary } from './vocabulary.ts';

/** Makes what reads one sign of a text into tokens, and returns where it ends. */
export function signs(
  vocabulary: Vocabulary,
): (text: string, from: number, n: number, folded: number, tokens: Tokens) => number {
  const units = new Uint16Array(2);
  const euros = vocabulary.find(unitsOf('euros'), 5, hashUnits(unitsOf('euros'), 5));
  return sign;

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

function unitsOf(word: string): Uint16Array {
  return Uint16Array.from(word, (letter) => letter.charCodeAt(0));
}
