// Brings labels and conversations together, and tells what does not fit before anything is measured.
import type { Conversation } from '../model/conversation.ts';
import type { HumanLabels } from '../model/human-labels.ts';
import { markerSpeaker } from '../model/marker.ts';
import { type Problem, showPlace } from '../model/place.ts';

/** Labels by conversation, and the conversations that were labelled twice. */
export function labelsById(labels: readonly HumanLabels[]): {
  readonly byId: ReadonlyMap<string, HumanLabels>;
  readonly problems: readonly Problem[];
} {
  const byId = new Map<string, HumanLabels>();
  const problems: Problem[] = [];
  for (const one of labels) {
    const first = byId.get(one.id);
    if (first === undefined) byId.set(one.id, one);
    else problems.push(problem(one, `conversation "${one.id}" is labelled twice, first at ${showPlace(first.place)}`));
  }
  return { byId, problems };
}

/** What keeps labels from being compared with their conversation; empty where they fit. */
export function misfits(labels: HumanLabels, conversation: Conversation): readonly Problem[] {
  const { turns } = conversation;
  const where = `conversation "${labels.id}"`;
  if (labels.turns.length !== turns.length)
    return [
      problem(
        labels,
        `${where} has ${labels.turns.length} labelled turns, but ${turns.length} turns at ${showPlace(conversation.from)}`,
      ),
    ];
  const faults: string[] = [];
  const seen = new Set<number>();
  for (const { index, markers, emotion } of labels.turns) {
    const turn = turns[index];
    if (turn === undefined || seen.has(index)) {
      faults.push(`turn ${index} is ${turn === undefined ? `beyond the last, ${turns.length - 1}` : 'labelled twice'}`);
      continue;
    }
    seen.add(index);
    // A guessed role may itself be the error: such labels are measured as they are.
    if (conversation.roles === 'guessed') continue;
    for (const marker of markers)
      if (markerSpeaker(marker) !== turn.role)
        faults.push(`turn ${index}: "${marker}" belongs to the ${markerSpeaker(marker)}, but the ${turn.role} speaks`);
    if (emotion !== undefined && turn.role !== 'client')
      faults.push(`turn ${index}: emotion is for turns of the client, but the ${turn.role} speaks`);
  }
  for (const { from, to } of labels.flags)
    if (from > to || to >= turns.length)
      faults.push(`flag ${from}-${to}: allowed are turns 0 to ${turns.length - 1}, first end first`);
  return faults.map((fault) => problem(labels, `${where}, ${fault}`));
}

/** Labels whose conversation never came, or could not be read. */
export function unmatched(
  byId: ReadonlyMap<string, HumanLabels>,
  met: ReadonlySet<string>,
  setAside: readonly Problem[],
): readonly Problem[] {
  return [...byId.values()]
    .filter((labels) => !met.has(labels.id))
    .map((labels) => {
      const unread = setAside.find(({ id }) => id === labels.id);
      const why =
        unread === undefined
          ? 'is in none of the transcripts'
          : `cannot be read at ${showPlace(unread.place)}: ${unread.reason}`;
      return problem(labels, `conversation "${labels.id}" is labelled, but ${why}`);
    });
}

function problem(labels: HumanLabels, reason: string): Problem {
  return { place: labels.place, reason, id: labels.id };
}
