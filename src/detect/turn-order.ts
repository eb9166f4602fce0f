// Who spoke when: places of a turn among its speaker's turns, and what the other side said just before.
import type { Conversation, Role } from '../model/conversation.ts';
import type { TurnOrder } from '../model/hearing.ts';

/** How many of the speaker's own turns may stand between a turn and what it answers. */
const ownTurnsBetween = 2;

export function turnOrder({ turns }: Conversation): TurnOrder {
  const rank: number[] = [];
  const counts = { agent: 0, client: 0, bot: 0, system: 0 };
  for (const { role } of turns) rank.push(counts[role]++);
  /** What turns answer, once it was asked. */
  const answered: (readonly number[] | undefined)[] = [];

  return {
    stands(turn, where) {
      const fromStart = rank[turn]!;
      const fromEnd = counts[turns[turn]!.role] - 1 - fromStart;
      switch (where.of) {
        case 'first':
          return fromStart < where.n;
        case 'last':
          return fromEnd < where.n;
        case 'not-first':
          return fromStart >= where.n;
        case 'not-last':
          return fromEnd >= where.n;
      }
    },
    before(turn) {
      const known = answered[turn];
      if (known) return known;
      const block = blockBefore(turn);
      answered[turn] = block;
      return block;
    },
    rank: (turn) => ({ fromStart: rank[turn]!, fromEnd: counts[turns[turn]!.role] - 1 - rank[turn]! }),
    next(turn, steps) {
      const role = turns[turn]!.role;
      let left = steps;
      for (let i = turn + 1; i < turns.length; i++) if (turns[i]!.role === role && --left === 0) return i;
      return -1;
    },
  };

  function blockBefore(turn: number): readonly number[] {
    const { role } = turns[turn]!;
    const block: number[] = [];
    let own = 0;
    for (let i = turn - 1; i >= 0; i--) {
      const other = turns[i]!.role;
      if (!speaks(other)) continue;
      if (other === role) {
        if (block.length > 0 || ++own > ownTurnsBetween) break;
      } else block.push(i);
    }
    return block;
  }
}

function speaks(role: Role): boolean {
  return role === 'agent' || role === 'client';
}
