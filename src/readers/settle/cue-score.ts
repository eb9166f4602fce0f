// What somebody says → how much likelier it is that the agent says it than the client, as the logarithm of the odds.

/** Words that one side says more often than the other. */
export interface Cues {
  /** Probability that is needed to decide. */
  readonly confidence: number;
  /** Log odds for whoever speaks first in a call. */
  readonly opens: number;
  /** Weights are log odds: over 0 the agent's, under 0 the client's. */
  readonly patterns: readonly { readonly pattern: RegExp; readonly weight: number }[];
}

/** Log odds that the speaker of these turns is the agent rather than the client. */
export function cueScore(texts: readonly string[], opensCall: boolean, cues: Cues): number {
  const folded = texts.map(foldWords);
  let score = opensCall ? cues.opens : 0;
  for (const { pattern, weight } of cues.patterns) {
    let turns = 0;
    for (const text of folded) if (turns < 3 && pattern.test(text)) turns += 1;
    score += turns * weight;
  }
  return score;
}

/** ` bonjour a l appareil `: words apart by one space, without case, accents and punctuation. */
export function foldWords(text: string): string {
  return ` ${text
    .slice(0, 5000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Makes the source of a pattern over folded words from words as `speakers.yaml` writes them. */
export function wordsPattern(words: string): string {
  const source = foldKept(words)
    .replaceAll('(', '(?:')
    .replace(/\*/g, '[^ ]*')
    .replace(/ … /g, '(?: [^ ]+){0,4} ')
    .replace(/ …$/, '(?: [^ ]+)*');
  return ` ${source} `;
}

function foldKept(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*…()|]+/gu, ' ')
    .trim();
}
