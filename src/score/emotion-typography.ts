// What the writing of a turn shows of feeling: capitals, bursts of marks, stretched letters, dots that trail off.
import { sign } from './characters.ts';

/** Counts of the marks of feeling in one turn; speech-to-text and plain writers show none. */
export interface Typography {
  /** Words shouted in capitals. */
  readonly shouted: number;
  readonly exclamations: number;
  /** « !! » and longer. */
  readonly outbursts: number;
  /** « ?? » and longer, « ?! ». */
  readonly bewildered: number;
  readonly trailing: number;
  readonly stretched: number;
  /** Words of the other side thrown back in quotation marks. */
  readonly quoted: number;
}

/** Short words that are written in capitals without a shout. */
const acronym =
  /^(?:[A-Z]{2,3}|[B-DF-HJ-NP-TV-XZ]+|AGENT|CONSEILLER|NOM|IBAN|SMS|RIB|RIO|PDF|CAF|APL|RSA|TER|TGV|NAS|ETA|CAP|IRM|BTS|PUK|PIN|LED|CPE|CDI|CDD)$/;

const { exclamation: exclaims, question: asks, capitals, dots, stretched, quotes, beyond } = sign;

/** The signs that hint at typography by themselves. */
export const hints = exclaims | capitals | dots | stretched | quotes | beyond;

/** Whether the typography of a turn with some signs is worth a look; a single question mark is not. */
export function isWorthALook(text: string, signs: number): boolean {
  return (signs & hints) !== 0 || ((signs & asks) !== 0 && text.indexOf('?') !== text.lastIndexOf('?'));
}

/** Reads the typography of a turn with some signs: only what they hint at is looked for. */
export function typography(text: string, signs: number): Typography {
  const isBeyond = (signs & beyond) !== 0;
  const has = (hint: number) => isBeyond || (signs & hint) !== 0;
  countMarks(has(exclaims | asks) ? text : '');
  return {
    exclamations: marks.exclamations,
    outbursts: marks.outbursts,
    bewildered: marks.bewildered,
    shouted: isBeyond || ((signs & capitals) !== 0 && isShouted(text)) ? shouts(text) : 0,
    trailing: has(dots) ? (text.match(/…|\.{3,}/g) ?? []).length : 0,
    stretched: has(stretched) ? (text.match(/(\p{L})\1\1/giu) ?? []).length : 0,
    quoted: has(quotes) ? (text.match(/["«“][^"»”]{2,40}["»”]/g) ?? []).length : 0,
  };
}

const marks = { exclamations: 0, outbursts: 0, bewildered: 0 };

/** Counts the runs of marks; spaces between marks do not part them. */
function countMarks(text: string): void {
  marks.exclamations = 0;
  marks.outbursts = 0;
  marks.bewildered = 0;
  let exclamations = 0;
  let questions = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code === exclamation) exclamations++;
    else if (code === question) questions++;
    else if (exclamations + questions > 0 && !isSpace(code)) {
      if (exclamations > 0) marks.exclamations++;
      if (exclamations > 1) marks.outbursts++;
      if (questions > 0 && exclamations + questions > 1) marks.bewildered++;
      exclamations = 0;
      questions = 0;
    }
  }
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === noBreakSpace ||
    (code >= 9 && code <= 13) ||
    (code > 0xff && /\s/.test(String.fromCharCode(code)))
  );
}

/** Whether a capital has two more behind it, or apostrophes and hyphens; for texts without letters beyond those of French. */
function isShouted(text: string): boolean {
  let capitalsInRow = 0;
  for (let i = 0; i < text.length && capitalsInRow < 3; i++) {
    const code = text.charCodeAt(i);
    const isCapital = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
    const goesOn = capitalsInRow > 0 && (code === 39 || code === rightQuote || code === 45);
    capitalsInRow = isCapital || goesOn ? capitalsInRow + 1 : 0;
  }
  return capitalsInRow === 3;
}

function shouts(text: string): number {
  let shouted = 0;
  for (const word of text.match(/\p{Lu}[\p{Lu}'’-]+(?![\p{L}\p{N}])/gu) ?? [])
    if (word.length >= 3 && !acronym.test(word)) shouted++;
  return shouted;
}

const exclamation = 33;
const question = 63;
const noBreakSpace = 0xa0;
const rightQuote = 0x2019;
