// Conversations that share id and date without being one: two exports that both count from 1. Each keeps a name of its own.
import type { Assessment } from '../model/assessment.ts';
import type { AssessmentStore, Stored } from './assessment-store.ts';
import { type ConversationIndex, conversationKey } from './conversation-index.ts';

/** More than this of one name are taken for the same. */
const mostTwins = 50;

/** Puts an assessment into the index; the name that tells it apart, or null where it was met before. */
export function placedAs(
  index: ConversationIndex,
  store: AssessmentStore,
  { assessment: a, ...place }: Stored,
): string | null {
  const isHard = a.flags.some(({ polarity }) => polarity === 'negative');
  for (let twin = 1; twin <= mostTwins; twin++) {
    const id = twinName(a.id, twin);
    const key = conversationKey(id, a.started_at);
    if (index.add(key, { ...place, isHard }) !== null) return id;
    if (isSame(store.read(index.entry(index.find(key)!)), a)) return null;
  }
  return null;
}

/** Every conversation in the index that bears this id and date. */
export function* twins(
  index: ConversationIndex,
  id: string,
  startedAt: string | undefined,
): Generator<{ readonly number: number; readonly id: string }> {
  for (let twin = 1; twin <= mostTwins; twin++) {
    const name = twinName(id, twin);
    const number = index.find(conversationKey(name, startedAt));
    if (number === null) return;
    yield { number, id: name };
  }
}

function twinName(id: string, twin: number): string {
  return twin === 1 ? id : `${id} (${twin})`;
}

// Scored twice, perhaps by other rules: who spoke and how long stays.
function isSame(a: Assessment, b: Assessment): boolean {
  return a.agent_id === b.agent_id && a.agent_name === b.agent_name && a.turns === b.turns && a.channel === b.channel;
}
