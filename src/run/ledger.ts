// The account of a run: every record read was judged or set aside, none is lost, and every reason is counted.
import type { Problem } from '../model/place.ts';

/** How many records a run has read, judged and set aside, and why. */
export interface Ledger {
  readonly read: number;
  readonly judged: number;
  readonly setAside: number;
  /** By kind of reason, in the order in which they were met. */
  readonly reasons: Readonly<Record<string, Reason>>;
}

/** Why records were set aside. */
export interface Reason {
  readonly count: number;
  /** The first of them. */
  readonly first: Problem;
}

/** The account of a run that has not begun. */
export const emptyLedger: Ledger = { read: 0, judged: 0, setAside: 0, reasons: {} };

/** What more kinds there are counts as one. */
const mostKinds = 50;
const otherKinds = 'other';

/** The account after some more records. */
export function added(ledger: Ledger, judged: number, problems: readonly Problem[]): Ledger {
  const setAside = problems.length;
  return {
    read: ledger.read + judged + setAside,
    judged: ledger.judged + judged,
    setAside: ledger.setAside + setAside,
    reasons: setAside === 0 ? ledger.reasons : withReasons(ledger.reasons, problems),
  };
}

function withReasons(known: Ledger['reasons'], problems: readonly Problem[]): Ledger['reasons'] {
  // Without a prototype even `__proto__` is a name like any other.
  const reasons: Record<string, Reason> = Object.assign(Object.create(null), known);
  for (const problem of problems) {
    const kind = kindOf(problem.reason);
    const key = Object.hasOwn(reasons, kind) || Object.keys(reasons).length < mostKinds ? kind : otherKinds;
    const before = Object.hasOwn(reasons, key) ? reasons[key] : undefined;
    reasons[key] = { count: (before?.count ?? 0) + 1, first: before?.first ?? problem };
  }
  return reasons;
}

/** The reason without what is particular to one record: numbers, what was found, what would have been allowed. */
function kindOf(reason: string): string {
  return reason
    .replace(/^turn \d+(?: is|:) /, '')
    .replace(/"(?:[^"\\]|\\.)*"?/g, (quoted) => (/^"(?:turns|text)"$/.test(quoted) ? quoted : '"…"'))
    .replace(/(?:[:;({]| among | after ).*$/s, '')
    .replace(/\d+/g, '…')
    .trim();
}
