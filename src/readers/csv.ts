// CSV with one row a message: columns found by name, rows of one conversation next to each other.
import type { Conversation, Role, Turn } from '../model/conversation.ts';
import { type Columns, columnNames, columnsOf, roleOfSpeaker, speakerWords } from './csv-columns.ts';
import { csvRows, type Row, separatorOf } from './csv-rows.ts';
import { type Item, problemAt, type Reader } from './reader.ts';
import { momentOf } from './times.ts';

export const csv = {
  id: 'csv',
  detects({ text }) {
    const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
    const columns = columnsOf(cellsOf(header));
    return columns.text !== undefined && columns.speaker !== undefined ? 0.9 : 0;
  },
  async *read({ file, text }) {
    const { header, whole } = await takeHeader(text);
    const separator = separatorOf(header);
    let columns: Columns | undefined;
    let open: Group | undefined;
    const closed = new Set<string>();
    for await (const row of csvRows(whole, separator)) {
      if ('reason' in row) {
        yield problemAt(file, row.line, row.reason);
        continue;
      }
      if (!columns) {
        columns = columnsOf(row.cells);
        const missing = (['speaker', 'text'] as const).filter((id) => columns![id] === undefined);
        if (missing.length === 0) continue;
        yield problemAt(
          file,
          row.line,
          `found the columns ${row.cells.join(', ')}; missing: ${missing.map((id) => `${id} (${columnNames[id].join(', ')})`).join(' and ')}`,
        );
        return;
      }
      const cell = (id: keyof Columns) =>
        columns![id] === undefined ? undefined : row.cells[columns![id]]?.trim() || undefined;
      const id = cell('id') ?? file;
      if (open && open.id !== id) {
        closed.add(open.id);
        yield conversationOf(open, file);
        open = undefined;
      }
      const speaker = cell('speaker');
      const role = speaker === undefined ? undefined : roleOfSpeaker(speaker);
      if (role === undefined) {
        yield problemAt(file, row.line, `found speaker "${speaker ?? ''}"; allowed: ${speakerWords}`, id);
        continue;
      }
      if (!open && closed.has(id)) {
        yield problemAt(
          file,
          row.line,
          `found conversation ${id} again after another one; rows of a conversation stand together`,
          id,
        );
        continue;
      }
      open ??= {
        id,
        line: row.line,
        rows: [],
        agentId: undefined,
        agentName: undefined,
        clientName: undefined,
        channel: undefined,
      };
      open.rows.push({
        row,
        role,
        text: row.cells[columns.text!] ?? '',
        at: cell('at'),
        start: cell('start'),
        end: cell('end'),
      });
      open.agentId ??= cell('agentId');
      open.agentName ??= cell('agentName');
      open.clientName ??= cell('clientName');
      open.channel ??= cell('channel');
    }
    if (open) yield conversationOf(open, file);
  },
} as const satisfies Reader;

interface Group {
  readonly id: string;
  readonly line: number;
  readonly rows: Message[];
  agentId: string | undefined;
  agentName: string | undefined;
  clientName: string | undefined;
  channel: string | undefined;
}

interface Message {
  readonly row: Row;
  readonly role: Role;
  readonly text: string;
  readonly at: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

function conversationOf(group: Group, file: string): Item {
  const first = group.rows[0]!.at === undefined ? undefined : momentOf(group.rows[0]!.at);
  const turns = group.rows.map(({ role, text, at, start, end }, index): Turn => {
    const moment = at === undefined ? undefined : momentOf(at);
    const startMs = secondsOf(start) ?? (moment && first ? moment.ms - first.ms : undefined);
    const endMs = secondsOf(end);
    return {
      index,
      role,
      text,
      ...(startMs !== undefined && { startMs }),
      ...(endMs !== undefined && { endMs }),
      ...(at !== undefined && { at: moment?.iso ?? at }),
    };
  });
  const isCall =
    group.channel === undefined
      ? turns.some((turn) => turn.endMs !== undefined)
      : /appel|call|voix|voice|t[eé]l|phone/i.test(group.channel);
  const conversation: Conversation = {
    id: group.id,
    channel: isCall ? 'call' : 'chat',
    ...(first?.iso !== undefined && { startedAt: first.iso }),
    agent: { id: group.agentId ?? null, ...(group.agentName !== undefined && { name: group.agentName }) },
    ...(group.clientName !== undefined && { client: { name: group.clientName } }),
    roles: 'given',
    turns,
    from: { file, line: group.line },
  };
  return { kind: 'conversation', conversation };
}

/** Seconds with a decimal comma or point → milliseconds. */
function secondsOf(text: string | undefined): number | undefined {
  const seconds = text === undefined ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}

function cellsOf(header: string): string[] {
  return header.split(separatorOf(header)).map((cell) => cell.replace(/^"|"$/g, ''));
}

/** Reads as far as the end of the first line, and gives the whole text back. */
async function takeHeader(text: AsyncIterable<string>): Promise<{ header: string; whole: AsyncGenerator<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  while (!head.includes('\n')) {
    const { done, value } = await iterator.next();
    if (done) break;
    head += value;
  }
  async function* whole() {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { header: head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '', whole: whole() };
}
