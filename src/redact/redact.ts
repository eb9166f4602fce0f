// Hides what tells who a person is: names, telephones, addresses, cards, bank accounts, social-security numbers.
import type { Conversation, Turn } from '../model/conversation.ts';
import { addresses, emails, phones } from './contact.ts';
import { mask } from './mask.ts';
import { names } from './names.ts';
import { cards, ibans } from './payment.ts';
import { canadianNumbers, frenchNumbers } from './social.ts';

/** Hides in texts; each stays as long as it was, so that places in it hold. */
export interface Redactor {
  readonly conversation: (conversation: Conversation) => Conversation;
  /** A text on its own, with the names of those who are known to take part. */
  readonly text: (text: string, people: readonly string[]) => string;
}

/** What a redactor knows beforehand. */
export interface RedactorChoices {
  /** First names, folded. */
  readonly firstNames: ReadonlySet<string>;
}

const numbers = [emails, ibans, cards, frenchNumbers, canadianNumbers, phones, addresses];

/** A redactor. */
export function redactor({ firstNames }: RedactorChoices): Redactor {
  const text: Redactor['text'] = (said, people) =>
    mask(said, [...numbers.flatMap((find) => find(said)), ...names(said, { people, firstNames })]);
  return {
    text,
    conversation: (conversation) => {
      const people = peopleOf(conversation);
      return {
        ...conversation,
        turns: conversation.turns.map((turn): Turn => ({ ...turn, text: text(turn.text, people) })),
      };
    },
  };
}

/** Everybody whom the export names. */
export function peopleOf({ agent, client, turns }: Conversation): readonly string[] {
  const speakers = turns.filter(({ role }) => role !== 'bot' && role !== 'system').map(({ speaker }) => speaker);
  const all = [client?.name, agent.name, ...speakers].filter((name) => name !== undefined && name !== null);
  return [...new Set(all as readonly string[])];
}
