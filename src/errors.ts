// What went wrong, where: the only two errors that ecoute throws on purpose.

/** One fault of a lexicon, scorecard or mapping file. Lines and columns from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found, and what is allowed. */
  readonly message: string;
}

/** Rule files that cannot be used; holds every fault at once. Exit code 2. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`).join('\n'));
    this.faults = faults;
  }
}

/** An input or output that cannot be opened or understood at all (a single bad record is a Problem instead). */
export class IoError extends Error {
  override readonly name = 'IoError';
  /** Exit code: 66 an input that cannot be opened, 65 one that cannot be understood, 74 an output that cannot be written. */
  readonly exitCode: 65 | 66 | 74;
  constructor(message: string, exitCode: 65 | 66 | 74) {
    super(message);
    this.exitCode = exitCode;
  }
}
