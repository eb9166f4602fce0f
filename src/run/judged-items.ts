// Items in, assessments and problems out: a record that cannot be judged is set aside and never stops a run.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import type { Item } from '../readers/read-inputs.ts';

/** A conversation with several agents is judged once for each: together with the agent its id is its own. */
export function idOf({ id, agent_id }: Assessment): string {
  return agent_id === null ? id : `${id} (${agent_id})`;
}

/** What some items came to, in their order. */
export interface JudgedItems {
  readonly assessments: readonly Assessment[];
  readonly problems: readonly Problem[];
}

/** Judges items; whatever goes wrong with one of them becomes its problem. */
export function judgedItems(items: readonly Item[], judge: (conversation: Conversation) => Assessment): JudgedItems {
  const problems: Problem[] = [];
  const assessments = items.flatMap((item) => judgedItem(item, judge, problems) ?? []);
  return { assessments, problems };
}

/** Judges an item, or adds what was wrong with it to `problems`. */
export function judgedItem(
  item: Item,
  judge: (conversation: Conversation) => Assessment,
  problems: Problem[],
): Assessment | undefined {
  if (item.kind === 'problem') {
    problems.push(item.problem);
    return undefined;
  }
  const { conversation } = item;
  try {
    return judge(conversation);
  } catch (error) {
    const reason = `could not be judged: ${(error as Error).message}`;
    problems.push({ place: conversation.from, reason, id: conversation.id });
    return undefined;
  }
}
