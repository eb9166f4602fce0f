// The files of a lexicon directory, as the compiler is given them.

/** A file of the lexicon directory; `path` relative to it, with `/`. */
export interface LexiconText {
  readonly path: string;
  readonly text: string;
}
