// Numbers of bank cards (Luhn) and of bank accounts (IBAN).
import { isValidIBAN } from 'ibantools';
import { matches, type Span } from './mask.ts';

const card = /(?<![\d])\d(?:[ \u00a0\u202f.-]?\d){12,18}(?![\d])/g;
const iban = /(?<![A-Z0-9])[A-Z]{2}[ -]?\d{2}(?:[ \u00a0\u202f-]?[A-Z0-9]){11,30}/gi;
/** France alone has 27; no country has fewer than 15. */
const shortestIban = 15;

/** Bank cards, with or without blanks. */
export function cards(text: string): readonly Span[] {
  return /\d/.test(text) ? matches(text, card, (found) => passesLuhn(digitsOf(found))) : [];
}

/** Bank accounts; words after the number do not hide it. */
export function ibans(text: string): readonly Span[] {
  return [...text.matchAll(iban)].flatMap((match) => {
    for (let end = match[0].length; end >= shortestIban; end--) {
      const tried = match[0].slice(0, end);
      if (!/[A-Z0-9]$/i.test(tried)) continue;
      if (isValidIBAN(tried.replace(/[^A-Z0-9]/gi, '').toUpperCase()))
        return [{ start: match.index, end: match.index + end }];
    }
    return [];
  });
}

/** The digits of a text alone. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Luhn's check, as bank cards and Canadian social insurance numbers bear it. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}
