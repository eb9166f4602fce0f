// Ways to reach a person: e-mail and postal addresses, telephone numbers, written or spoken.
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { eitherCase, matches, type Span } from './mask.ts';
import { digitsOf } from './payment.ts';

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*\s?(?:@|\(at\)|\[at\]|\barobase\b|\barobas\b|\ba commercial\b)\s?[\p{L}\p{N}-]+(?:(?:\.|\s?\bpoint\b\s?)[\p{L}\p{N}-]+)+/giu;

const ways =
  'rue|avenue|av\\.?|boulevard|boul\\.?|bd|blvd|chemin|impasse|allées?|place|pl\\.|quai|route|rte|cours|square|passage|rang|montée|côte|sentier|lotissement|résidence|ruelle|faubourg|chaussée|esplanade|promenade|venelle|cité|hameau|lieu[- ]dit';
const link = `(?:(?:${eitherCase("de la|de l['’]|des|de|du|la|les|le|aux?|d['’]|l['’]")})\\s?)*`;
const nameOfWay = "\\p{L}[\\p{L}'’.-]*(?:[ -]\\p{Lu}[\\p{L}'’-]*)*";
const numbered = new RegExp(
  `(?<![\\p{L}\\d])\\d{1,5}\\s?(?:${eitherCase('bis|ter|quater')}|[a-dA-D])?,?\\s(?:${eitherCase(ways)})\\s${link}${nameOfWay}`,
  'gu',
);
const named = new RegExp(
  `(?<!\\p{L})(?:${eitherCase(ways)})\\s${link}\\p{Lu}[\\p{L}'’.-]*(?:[ -]\\p{Lu}[\\p{L}'’-]*)*`,
  'gu',
);
const frenchTown =
  /(?<!\d)(?:\d{2}\s?\d{3}|[1-9]\d{3})\s\p{Lu}[\p{L}'’]+(?:[- ](?:(?:sur|sous|en|lès|le|la|les|de|du|des)[- ])*\p{Lu}[\p{L}'’]+)*/gu;
const canadianCode = /(?<![\p{L}\d])[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]?\d[abceghj-nprstv-z]\d(?![\p{L}\d])/giu;

/** Addresses of e-mail, written or said aloud. */
export function emails(text: string): readonly Span[] {
  return matches(text, email);
}

/** Postal addresses: a number and a street, a street with a name, a postcode and its town. */
export function addresses(text: string): readonly Span[] {
  return [numbered, named, frenchTown, canadianCode].flatMap((pattern) => matches(text, pattern));
}

const countries = ['FR', 'CA', 'BE', 'CH'] as const;
const fewestDigits = 8;
/** Ten digits from 0 on, or three-three-four, whether in use or not: a slip does not make it public. */
const shaped =
  /(?<!\d)(?:0[1-9](?:[ \u00a0\u202f.-]?\d{2}){4}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\+\d{2}(?:[ \u00a0\u202f.()-]{0,2}\d){8,11})(?!\d)/g;
const date = /^(?:\d{4}-\d\d-\d\d|\d\d[/.-]\d\d[/.-]\d{4})/;
const numberWord =
  '(?:zéro|zero|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|double)';
const spoken = new RegExp(`(?<!\\p{L})${numberWord}(?:[\\s,.-]+(?:et[\\s-]+)?${numberWord}){4,}(?!\\p{L})`, 'giu');

/** What may be a number: the library looks at nothing else, as long texts would take it very long. */
const numeric = /(?<![\d+])\+?\(?\d[\d \u00a0\u202f()./-]{5,26}\d(?!\d)/g;

/** Telephone numbers of the French-speaking countries and international ones, and digits said aloud one after the other. */
export function phones(text: string): readonly Span[] {
  const said = matches(text, spoken);
  const known = matches(text, numeric).flatMap(({ start, end }) => {
    const part = text.slice(start, end);
    if (date.test(part) || digitsOf(part).length < fewestDigits) return [];
    return countries.flatMap((country) =>
      findPhoneNumbersInText(part, country).map(({ startsAt, endsAt }) => ({
        start: start + startsAt,
        end: start + endsAt,
      })),
    );
  });
  return [...said, ...matches(text, shaped), ...known];
}
