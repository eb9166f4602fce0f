// Salesforce LiveChatTranscript: the whole chat as a piece of HTML in one field.
import { type JsonObject, moment, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';
import { htmlText } from '../text/html-text.ts';

/** `( 1m 12s ) Léa: Bonjour` */
const line = /^\(\s*(?:(\d+)h\s*)?(?:(\d+)m\s*)?(\d+)s\s*\)\s*([^:]{1,80}?)\s*:\s*(.*)$/;
const agentLine = /^(?:Agent|Chat Agent|Conseiller|Conseillère)\s+(?!:)(\S.*)$/i;

/** `Body` names who answered (`Agent Léa`); everybody else is the client. */
export const salesforceLiveChat = conversationReader({
  id: 'salesforce-live-chat',
  lists: ['records'],
  isRecord: (record) => /\(\s*(?:\d+m\s*)?\d+s\s*\)/.test(text(record, 'Body') ?? ''),
  draft,
});

function draft(record: JsonObject, { from, drop }: Context): Draft {
  const turns: (DraftTurn & { text: string })[] = [];
  const agents = new Set<string>();
  const owner = text(record, 'Owner.Name', 'OwnerName');
  if (owner !== undefined) agents.add(owner);
  for (const words of htmlText(text(record, 'Body') ?? '').split('\n')) {
    const found = line.exec(words);
    const agent = found === null ? agentLine.exec(words)?.[1] : undefined;
    if (agent !== undefined) agents.add(agent);
    else if (found === null && turns.length > 0) turns.at(-1)!.text += ` ${words}`;
    else if (found === null) drop('event');
    else {
      const [, h = '0', m = '0', s = '0', speaker, said] = found;
      const startMs = ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000;
      turns.push({ role: undefined, speaker: speaker!, text: said!, startMs });
    }
  }
  const isAgent = (speaker: string): boolean =>
    [...agents].some((name) => name === speaker || name.split(' ')[0] === speaker);
  const isKnown = turns.some(({ speaker }) => isAgent(speaker!));
  return {
    id: text(record, 'ChatKey', 'Name', 'Id'),
    channel: 'chat',
    startedAt: moment(record, 'StartTime', 'RequestTime', 'CreatedDate'),
    client: clientOf(text(record, 'ContactId', 'LiveChatVisitorId'), text(record, 'Contact.Name')),
    turns: isKnown
      ? turns.map((turn) =>
          isAgent(turn.speaker!)
            ? { ...turn, role: 'agent', agent: { id: text(record, 'OwnerId'), name: turn.speaker } }
            : { ...turn, role: 'client' },
        )
      : turns,
    from,
  };
}
