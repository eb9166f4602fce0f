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

const { exclamation: exclaims, bewildered: isBewildered, capitals, dots, stretched, quotes, beyond } = sign;

/** What in the signs of a turn makes its typography worth a look. */
export const worthALook = exclaims | isBewildered | capitals | dots | stretched | quotes | beyond;

/** Reads the typography of a turn whose writing shows some signs: only what they hint at is looked for. */
export function typography(text: string, signs: number): Typography {
  const hints = (signs & beyond) === 0 ? signs : worthALook;
  countMarks((hints & (exclaims | isBewildered)) === 0 ? '' : text);
  return {
    exclamations: marks.exclamations,
    outbursts: marks.outbursts,
    bewildered: marks.bewildered,
    shouted: (hints & capitals) === 0 ? 0 : shouts(text),
    trailing: (hints & dots) === 0 ? 0 : (text.match(/…|\.{3,}/g) ?? []).length,
    stretched: (hints & stretched) === 0 ? 0 : (text.match(/(\p{L})\1\1/giu) ?? []).length,
    quoted: (hints & quotes) === 0 ? 0 : (text.match(/["«“][^"»”]{2,40}["»”]/g) ?? []).length,
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

function shouts(text: string): number {
  let shouted = 0;
  for (const word of text.match(/\p{Lu}[\p{Lu}'’-]+(?![\p{L}\p{N}])/gu) ?? [])
    if (word.length >= 3 && !acronym.test(word)) shouted++;
  return shouted;
}

const exclamation = 33;
const question = 63;
const noBreakSpace = 0xa0;
