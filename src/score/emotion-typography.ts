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

/** Reads the typography of a turn. */
export function typography(text: string): Typography {
  let shouted = 0;
  for (const [word] of text.matchAll(/\p{Lu}[\p{Lu}'’-]+(?![\p{L}\p{N}])/gu)) {
    if (word.length < 3 || acronym.test(word)) continue;
    shouted++;
  }
  const runs = text.replace(/\s+(?=[!?])/g, '').match(/[!?]+/g) ?? [];
  return {
    shouted,
    exclamations: runs.filter((run) => run.includes('!')).length,
    outbursts: runs.filter((run) => /!.*!/.test(run)).length,
    bewildered: runs.filter((run) => /\?.*[?!]|!\?/.test(run)).length,
    questions: runs.filter((run) => run.includes('?')).length,
    trailing: (text.match(/…|\.{3,}/g) ?? []).length,
    stretched: (text.match(/(\p{L})\1\1/giu) ?? []).length,
    quoted: (text.match(/["«“][^"»”]{2,40}["»”]/g) ?? []).length,
  };
}
