// What a trained ear heard in conversations held out of its training → its agreement with people on all that is judged.
import { measured } from '../agreement/agreement.ts';
import { assessed } from '../analyse.ts';
import type { HeldOutTurn } from '../ear/train.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { HumanLabels } from '../model/human-labels.ts';
import type { MarkerId } from '../model/marker.ts';
import type { Rules } from '../model/rules.ts';

/** A conversation and what a person heard in it. */
export interface LabelledConversation {
  readonly conversation: Conversation;
  readonly labels: HumanLabels;
}

/** Measures what was heard before or after: markers, emotion, and the behaviours and flags that follow from them. */
export function heldOutAgreement(
  conversations: readonly LabelledConversation[],
  heldOut: readonly HeldOutTurn[],
  kind: 'before' | 'after',
  rules: Rules,
): Agreement {
  const turnsOf = new Map<string, HeldOutTurn[]>(conversations.map(({ conversation }) => [conversation.id, []]));
  for (const one of heldOut) turnsOf.get(one.turn.group)?.push(one);
  return measured(
    conversations.map(({ conversation, labels }) => {
      const evidence: Evidence[] = [];
      const emotion = conversation.turns.map(({ role }): number | null => (role === 'client' ? 0 : null));
      for (const { turn, [kind]: heard } of turnsOf.get(conversation.id)!) {
        for (const marker of heard.markers) evidence.push(wholeTurn(conversation, turn.index, marker));
        emotion[turn.index] = heard.emotion;
      }
      const said = { language: 'fra', isFrench: true, notes: [], evidence, emotion };
      return { conversation, labels, assessment: assessed(conversation, said, rules), source: '' };
    }),
  );
}

/** The words do not matter here, only the turn. */
function wholeTurn({ turns }: Conversation, turn: number, marker: MarkerId): Evidence {
  const { text } = turns[turn]!;
  return { marker, turn, start: 0, end: text.length, quote: text, because: 'ear' };
}
