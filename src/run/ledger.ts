// The account of a run: every record read was judged or set aside, none is lost.

/** How many records a run has read, judged and set aside. */
export interface Ledger {
  readonly read: number;
  readonly judged: number;
  readonly setAside: number;
}

/** The account of a run that has not begun. */
export const emptyLedger: Ledger = { read: 0, judged: 0, setAside: 0 };

/** The account after some more records. */
export function added(ledger: Ledger, judged: number, setAside: number): Ledger {
  return {
    read: ledger.read + judged + setAside,
    judged: ledger.judged + judged,
    setAside: ledger.setAside + setAside,
  };
}
