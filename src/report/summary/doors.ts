// Where clients say that they leave, come back or want a superior, and what the agent had said just before.
import { type Door, type DoorCause, doorCauses, doors } from '../../model/agent-summary.ts';
import type { Assessment } from '../../model/assessment.ts';
import { agentEvidence, feelings } from './heard.ts';

/** How many turns back a cause is looked for. */
const reach = 4;
/** Before its second turn a client reacts to nothing that the agent did. */
const openingTurns = 2;

/** The doors of a conversation, each with what came before. */
export function doorsOf(a: Assessment): readonly { readonly door: Door; readonly cause: DoorCause }[] {
  return doors.flatMap((door) => {
    const first = a.evidence.find(({ marker }) => marker === door);
    return first === undefined ? [] : [{ door, cause: causeOf(a, first.turn) }];
  });
}

function causeOf(a: Assessment, turn: number): DoorCause {
  const said = new Set<string>(agentEvidence(a, Math.max(0, turn - reach), turn - 1).map(({ marker }) => marker));
  const cause = doorCauses.find((one) => said.has(one));
  if (cause !== undefined) return cause;
  const spoken = feelings(a).filter((feeling) => feeling.turn <= turn).length;
  return spoken <= openingTurns ? 'brought-along' : 'other';
}
