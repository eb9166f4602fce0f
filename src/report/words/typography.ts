// French typography for our own sentences: narrow no-break spaces before ; ! ? and %, no-break ones inside « » and before a colon.
// Transcripts are quoted as they are and never pass through here.

const narrow = '\u202f';
const wide = '\u00a0';

/** The sentence with the spaces that French printing wants; written with plain spaces in the sources. */
export function typographic(text: string): string {
  return text
    .replace(/ ([;!?%])/g, `${narrow}$1`)
    .replace(/ :/g, `${wide}:`)
    .replace(/« /g, `«${wide}`)
    .replace(/ »/g, `${wide}»`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${narrow}`)
    .replace(/ (—|–) /g, `${wide}$1 `)
    .replace(/'/g, '’');
}

/** The same for every sentence of a list of words, those that are made by functions included. */
export function typeset<T>(words: T): T {
  if (typeof words === 'string') return typographic(words) as T;
  if (typeof words === 'function') {
    const say = words as unknown as (...given: unknown[]) => unknown;
    return ((...given: unknown[]) => typeset(say(...given))) as T;
  }
  if (Array.isArray(words)) return words.map(typeset) as T;
  if (words !== null && typeof words === 'object')
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeset(value)])) as T;
  return words;
}
