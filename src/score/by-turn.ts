// Things heard, grouped by the turn they were heard in, in arrays that are kept from conversation to conversation.

/** The things of turn `t` are the numbers `item[first[t]] .. item[first[t + 1] - 1]`, in their order. */
export interface ByTurn {
  first: Int32Array;
  item: Int32Array;
}

export function noTurns(): ByTurn {
  return { first: new Int32Array(64), item: new Int32Array(64) };
}

/** Groups things of so many turns. */
export function groupByTurn(things: readonly { readonly turn: number }[], turns: number, groups: ByTurn): void {
  if (groups.first.length < turns + 2) groups.first = new Int32Array((turns + 2) * 2);
  if (groups.item.length < things.length) groups.item = new Int32Array(things.length * 2);
  const { first, item } = groups;
  // As a rule they come turn by turn.
  let turn = 0;
  first[0] = 0;
  for (let i = 0; i < things.length; i++) {
    const own = things[i]!.turn;
    if (own < turn) {
      sortByTurn(things, turns, groups);
      return;
    }
    while (turn < own) first[++turn] = i;
    item[i] = i;
  }
  while (turn < turns) first[++turn] = things.length;
}

function sortByTurn(things: readonly { readonly turn: number }[], turns: number, { first, item }: ByTurn): void {
  first.fill(0, 0, turns + 2);
  // Counted one place further on, so that filling the groups leaves their beginnings where they belong.
  for (let i = 0; i < things.length; i++) first[things[i]!.turn + 2]!++;
  for (let turn = 0; turn <= turns; turn++) first[turn + 1]! += first[turn]!;
  for (let i = 0; i < things.length; i++) item[first[things[i]!.turn + 1]!++] = i;
}
