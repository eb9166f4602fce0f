// What the phrase matcher runs on: all phrases as one program of numbers, and where to look for each of them.

/** Instructions of the phrase program: `[op, a, b]` triples. A phrase starts at its `entry` and runs to `accept`. */
export const op = {
  accept: 0,
  /** a: word id. */
  word: 1,
  /** a: index of a set of word ids. */
  set: 2,
  /** Any one token but a sentence mark. */
  any: 3,
  /** a: bits of `mark` of which one must be set. */
  mark: 4,
  /** a: index of a set; any one token outside it but a sentence mark. */
  not: 5,
  /** Try a, then b (program counters). */
  split: 6,
  /** A clause starts here. */
  start: 7,
  /** A clause ends here. */
  end: 8,
  /** The clause that is being read ends in a question mark. */
  question: 9,
  /** a: program counter. */
  jump: 10,
  /** In quick code alone: some tokens but sentence marks, as few as will do. a: fewest << 16 | most, b: program counter. */
  gap: 11,
} as const;

/** Numbers of an instruction of the program. */
export const programWidth = 3;

/**
 * Numbers of an instruction of the quick code: those of the program and, for a gap or a choice, the set that the token
 * after the gap or at the choice must be in, -1 where it is not known.
 */
export const codeWidth = 4;

/** Where in its record each number of an anchor stands. */
export const anchor = {
  phrase: 0,
  entry: 1,
  /** Fewest and most tokens of the phrase before the word. */
  fewest: 2,
  most: 3,
  /** The set that the first token of the phrase must be in, -1 where it is not known. */
  head: 4,
  /** 1 where the clause must end in a question mark. */
  asks: 5,
} as const;

/** Numbers of an anchor's record. */
export const anchorWidth = 6;

/** The words that hold the phrases of one speaker: the records of word `w` are numbered `first[w] .. first[w + 1]`. */
export interface Anchors {
  readonly first: Int32Array;
  /** Records of `anchorWidth` numbers: see `anchor`. */
  readonly records: Int32Array;
}

/**
 * Which words belong to which sets: one row of bits for all the words that belong to the same ones. A row begins with
 * pairs, one for every 1,024 sets: which of their 32 numbers have a bit at all, and where the first of these stands.
 */
export interface Membership {
  /** Where the row of a word begins in `bits`. */
  readonly row: Int32Array;
  readonly bits: Int32Array;
}

/** All phrases, made ready to be found. */
export interface Matching {
  readonly program: Int32Array;
  /** The program made quick: gaps are one instruction. */
  readonly code: Int32Array;
  readonly sets: Membership;
  readonly anchors: { readonly agent: Anchors; readonly client: Anchors };
}
