// What the writing of a turn shows of feeling: capitals, bursts of marks, stretched letters, dots that trail off.

/** Counts of the marks of feeling in one turn; speech-to-text and plain writers show none. */
export interface Typography {
  /** Words shouted in capitals. */
  readonly shouted: number;
  readonly exclamations: number;
  /** « !! » and longer. */
  readonly outbursts: number;
  /** « ?? » and longer, « ?! ». */
  readonly bewildered: number;
  readonly questions: number;
  readonly trailing: number;
  readonly stretched: number;
  /** Words of the other side thrown back in quotation marks. */
  readonly quoted: number;
}

/** Short words that are written in capitals without a shout. */
const acronym =
  /^(?:[A-Z]{2,3}|[B-DF-HJ-NP-TV-XZ]+|AGENT|CONSEILLER|NOM|IBAN|SMS|RIB|RIO|PDF|CAF|APL|RSA|TER|TGV|NAS|ETA|CAP|IRM|BTS|PUK|PIN|LED|CPE|CDI|CDD)$/;

/** The typography of a turn that shows none. */
export const plain: Typography = {
  shouted: 0,
  exclamations: 0,
  outbursts: 0,
  bewildered: 0,
  questions: 0,
  trailing: 0,
  stretched: 0,
  quoted: 0,
};

/** What a first look at the characters finds: each is worth a closer look. */
const look = { capitals: 1, marks: 2, dots: 4, stretched: 8, quotes: 16 } as const;
const everything = 31;

/** Reads the typography of a turn. */
export function typography(text: string): Typography {
  const found = firstLook(text);
  if (found === 0) return plain;
  countMarks((found & look.marks) === 0 ? '' : text);
  return {
    exclamations: marks.exclamations,
    outbursts: marks.outbursts,
    bewildered: marks.bewildered,
    questions: marks.questions,
    shouted: (found & look.capitals) === 0 ? 0 : shouts(text),
    trailing: (found & look.dots) === 0 ? 0 : (text.match(/…|\.{3,}/g) ?? []).length,
    stretched: (found & look.stretched) === 0 ? 0 : (text.match(/(\p{L})\1\1/giu) ?? []).length,
    quoted: (found & look.quotes) === 0 ? 0 : (text.match(/["«“][^"»”]{2,40}["»”]/g) ?? []).length,
  };
}

const marks = { exclamations: 0, outbursts: 0, bewildered: 0, questions: 0 };

/** Counts the runs of marks; spaces between marks do not part them. */
function countMarks(text: string): void {
  marks.exclamations = 0;
  marks.outbursts = 0;
  marks.bewildered = 0;
  marks.questions = 0;
  let exclamations = 0;
  let questions = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code === exclamation) exclamations++;
    else if (code === question) questions++;
    else if (exclamations + questions > 0 && !isSpace(code)) {
      if (exclamations > 0) marks.exclamations++;
      if (exclamations > 1) marks.outbursts++;
      if (questions > 0) marks.questions++;
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
  for (const [word] of text.matchAll(/\p{Lu}[\p{Lu}'’-]+(?![\p{L}\p{N}])/gu)) {
    if (word.length < 3 || acronym.test(word)) continue;
    shouted++;
  }
  return shouted;
}

/** Bits of `look`. Characters beyond those of French are worth every closer look. */
function firstLook(text: string): number {
  let found = 0;
  let before = 0;
  let secondBefore = 0;
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff && code !== rightQuote && code !== ellipsis && code !== euro && code !== smallOe) return everything;
    // Letters differ from their capitals by this bit alone, and a few signs with them, which costs one look too many.
    const lower = code > 64 ? code | 32 : code;
    if (lower === before && lower === secondBefore) found |= code === 46 ? look.dots : look.stretched;
    secondBefore = before;
    before = lower;
    const isCapital = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
    // A capital, then capitals, apostrophes and hyphens.
    const goesOn = capitals > 0 && (code === 39 || code === rightQuote || code === 45);
    capitals = isCapital || goesOn ? capitals + 1 : 0;
    if (capitals >= 3) found |= look.capitals;
    if (code === exclamation || code === question) found |= look.marks;
    else if (code === ellipsis) found |= look.dots;
    else if (code === 34 || code === 0xab) found |= look.quotes;
  }
  return found;
}

const exclamation = 33;
const question = 63;
const noBreakSpace = 0xa0;
const rightQuote = 0x2019;
const ellipsis = 0x2026;
const euro = 0x20ac;
const smallOe = 0x153;
