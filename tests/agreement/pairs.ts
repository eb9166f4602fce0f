// Conversations, labels and assessments made up for the tests of agreement.
import type { Pair } from '../../src/model/agreement.ts';
import type { Flag } from '../../src/model/assessment.ts';
import type { BehaviourId, Verdict } from '../../src/model/behaviour.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import type { LabelledFlag } from '../../src/model/human-labels.ts';
import { type MarkerId, markerSpeaker } from '../../src/model/marker.ts';

/** One side's view of a conversation, turn by turn; agent turns and client turns take turns, the agent first. */
export interface View {
  readonly markers?: readonly (readonly MarkerId[])[];
  readonly emotion?: readonly (number | null)[];
  readonly flags?: readonly LabelledFlag[];
  readonly behaviours?: Partial<Record<BehaviourId, Verdict>>;
}

export function made(id: string, turns: number, person: View, ecoute: View, more: Partial<Pair> = {}): Pair {
  const from = { file: 'made.jsonl', line: 1 };
  const conversation: Conversation = {
    id,
    channel: 'chat',
    agent: { id: 'A1' },
    roles: 'given',
    turns: Array.from({ length: turns }, (_, index) => ({
      index,
      role: index % 2 === 0 ? 'agent' : 'client',
      text: `tour numéro ${index}`,
    })),
    from,
  };
  return {
    conversation,
    source: 'made',
    labels: {
      id,
      place: { file: 'made.labels.jsonl', line: 1 },
      flags: person.flags ?? [],
      behaviours: person.behaviours ?? {},
      turns: conversation.turns.map(({ index }) => {
        const emotion = person.emotion?.[index];
        return { index, markers: person.markers?.[index] ?? [], ...(typeof emotion === 'number' ? { emotion } : {}) };
      }),
    },
    assessment: {
      id,
      channel: 'chat',
      started_at: null,
      agent_id: 'A1',
      agent_name: null,
      language: 'fra',
      rules: '0123456789',
      turns,
      quality: null,
      judged: 0,
      critical: [],
      behaviours: Object.fromEntries(
        Object.entries(ecoute.behaviours ?? {}).map(([behaviour, verdict]) => [behaviour, { verdict }]),
      ),
      evidence: (ecoute.markers ?? []).flatMap((markers, turn) =>
        markers.map((marker) => ({ marker, turn, start: 0, end: 4, quote: 'tour', because: `fr/${marker}.yaml:3` })),
      ),
      emotion: ecoute.emotion ?? conversation.turns.map(() => null),
      flags: (ecoute.flags ?? []).map((flag): Flag => ({ ...flag, peak: -2, recovered: false })),
      alerts: [],
      notes: [],
    },
    ...more,
  };
}

/** The speaker rule, so that wild views stay possible ones. */
export function mayCarry(marker: MarkerId, turn: number): boolean {
  return markerSpeaker(marker) === (turn % 2 === 0 ? 'agent' : 'client');
}
