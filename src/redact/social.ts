// Social-security numbers: the French one (NIR) and the Canadian one (SIN, NAS).
import { matches, type Span } from './mask.ts';
import { digitsOf, passesLuhn } from './payment.ts';

const gap = '[ \\u00a0\\u202f.-]?';
const french = new RegExp(
  `(?<!\\d)[1-478]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[AB])${gap}\\d{3}${gap}\\d{3}(?:${gap}\\d{2})?(?!\\d)`,
  'gi',
);
const canadian = /(?<!\d)[1-79]\d{2}[ \u00a0\u202f-]?\d{3}[ \u00a0\u202f-]?\d{3}(?!\d)/g;

/** French numbers, with or without their key; a wrong key is taken for a slip of the one who gave it. */
export function frenchNumbers(text: string): readonly Span[] {
  return matches(text, french);
}

/** Canadian numbers, which bear a check digit. */
export function canadianNumbers(text: string): readonly Span[] {
  return matches(text, canadian, (found) => passesLuhn(digitsOf(found)));
}
