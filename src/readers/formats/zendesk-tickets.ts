// Zendesk tickets: the comments of a ticket, with the users who wrote them.
import type { Role } from '../../model/conversation.ts';
import { at, type JsonObject, list, moment, some, text } from '../json/fields.ts';
import { type Context, conversationReader } from '../json/json-reader.ts';
import { clientOf, type Draft, type DraftTurn } from '../settle/draft.ts';
import { htmlText } from '../text/html-text.ts';

const roles: Readonly<Record<string, Role>> = { 'end-user': 'client', agent: 'agent', admin: 'agent' };

/** Comments that are not public are notes among colleagues: left out. */
export const zendeskTickets = conversationReader({
  id: 'zendesk-tickets',
  lists: ['tickets', 'results'],
  isRecord: (record) => some(record, 'comments', (comment) => text(comment, 'author_id') !== undefined),
  draft,
});

function draft(record: JsonObject, { from, drop }: Context): Draft {
  const users = new Map(list(record, 'users').map((user) => [text(user, 'id') ?? '', user]));
  const requester = text(record, 'ticket.requester_id', 'requester_id');
  const roleOf = (author: string): Role | undefined => {
    const known = roles[text(users.get(author), 'role') ?? ''];
    if (known !== undefined || requester === undefined) return known;
    return author === requester ? 'client' : 'agent';
  };
  const turns = list(record, 'comments').flatMap((comment): DraftTurn[] => {
    if (at(comment, 'public') === false) {
      drop('internal note');
      return [];
    }
    const author = text(comment, 'author_id') ?? '';
    const html = text(comment, 'html_body');
    const name = text(users.get(author), 'name');
    const role = roleOf(author);
    return [
      {
        role,
        speaker: name ?? author,
        text: text(comment, 'plain_body', 'body') ?? (html === undefined ? '' : htmlText(html)),
        at: moment(comment, 'created_at'),
        agent: role === 'agent' ? { id: author, name } : undefined,
      },
    ];
  });
  return {
    id: text(record, 'ticket.id', 'ticket_id', 'id'),
    channel: 'chat',
    startedAt: moment(record, 'ticket.created_at', 'created_at'),
    client: clientOf(requester, text(users.get(requester ?? ''), 'name')),
    turns,
    from,
  };
}
