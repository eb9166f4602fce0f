// Plain text: a line a turn, « Conseiller : … », « Client : … »; several conversations parted by heading lines.
import type { Conversation, Role, Turn } from '../model/conversation.ts';
import { roleOfSpeaker } from './csv-columns.ts';
import { type Item, problemAt, type Reader } from './reader.ts';
import { textLines } from './text-lines.ts';
import { momentOf } from './times.ts';

/** `[00:01:23] Conseiller : texte`, `Client (14:05) - texte`, `TC> texte`. */
const turnLine =
  /^\s*(?:[[(]?(\d{1,2}[:hH]\d{2}(?::\d{2})?)[\])]?\s*[-–]?\s*)?([\p{L}][\p{L}\p{M}.' _-]{0,40}?\d{0,3})\s*(?:[[(](\d{1,2}[:hH]\d{2}(?::\d{2})?)[\])])?[ \u00a0\u202f]*(?::|>|\s[-–]\s)\s*(.*)$/u;
const heading = /^\s*(?:={3,}|#{1,3}\s)\s*(.*?)\s*=*\s*$/;
const rule = /^\s*(?:-{3,}|={3,}|\*{3,})\s*$/;

interface Draft {
  readonly line: number;
  heading: string;
  readonly turns: { role: Role; text: string; time: string | undefined }[];
}

export const plainText = {
  id: 'text',
  detects({ text }) {
    const lines = text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, 40);
    const spoken = lines.filter((line) => speakerLine(line) !== undefined).length;
    return lines.length > 0 && spoken >= Math.max(1, lines.length * 0.3) ? 0.8 : 0;
  },
  async *read({ file, text }) {
    let draft: Draft | undefined;
    let count = 0;
    const close = function* (): Generator<Item> {
      if (draft && draft.turns.length > 0) yield conversationOf(draft, file, ++count);
      draft = undefined;
    };
    for await (const { number, text: line } of textLines(text)) {
      if (line.trim() === '') continue;
      const head = rule.test(line) ? { 1: '' } : heading.exec(line);
      if (head) {
        yield* close();
        draft = { line: number, heading: head[1] ?? '', turns: [] };
        continue;
      }
      draft ??= { line: number, heading: '', turns: [] };
      const spoken = speakerLine(line, draft.heading);
      if (spoken) draft.turns.push(spoken);
      else if (draft.turns.length > 0) draft.turns[draft.turns.length - 1]!.text += `\n${line.trim()}`;
      else
        yield problemAt(
          file,
          number,
          `found a line without a speaker: ${JSON.stringify(line.trim().slice(0, 40))}; lines start with « Conseiller : » or « Client : »`,
        );
    }
    yield* close();
  },
} as const satisfies Reader;

/** A line that names its speaker; names of the heading stand for their roles. */
function speakerLine(line: string, head = ''): { role: Role; text: string; time: string | undefined } | undefined {
  const match = turnLine.exec(line);
  if (!match) return undefined;
  const role = roleOfSpeaker(match[2]!) ?? roleInHeading(match[2]!, head);
  return role && { role, text: match[4]!.trim(), time: match[1] ?? match[3] };
}

function roleInHeading(name: string, head: string): Role | undefined {
  for (const part of head.split('|')) {
    const [label, value] = part.split(/\s*:\s*/);
    if (value?.trim().toLowerCase() === name.trim().toLowerCase()) return roleOfSpeaker(label!);
  }
  return undefined;
}

function conversationOf({ line, heading: head, turns: spoken }: Draft, file: string, count: number): Item {
  const names: Partial<Record<Role, string>> = {};
  let startedAt: string | undefined;
  for (const part of head.split('|')) {
    const moment = momentOf(part);
    if (moment?.iso) startedAt = moment.iso;
    const named = /^\s*([^:]+?)\s*:\s*(.+)$/.exec(part);
    const role = named && roleOfSpeaker(named[1]!);
    if (role) names[role] = named[2]!.trim();
  }
  const clock = (time: string | undefined) => (time === undefined ? undefined : momentOf(time)?.ms);
  const first = clock(spoken.find((turn) => turn.time !== undefined)?.time);
  const turns = spoken.map(({ role, text, time }, index): Turn => {
    const ms = clock(time);
    return {
      index,
      role,
      text,
      ...(ms !== undefined && first !== undefined && { startMs: ms - first }),
      ...(time !== undefined && { at: time }),
    };
  });
  const conversation: Conversation = {
    id: `${file.split('/').at(-1)}#${count}`,
    channel: 'chat',
    ...(startedAt !== undefined && { startedAt }),
    agent: { id: names.agent ?? null, ...(names.agent !== undefined && { name: names.agent }) },
    ...(names.client !== undefined && { client: { name: names.client } }),
    roles: 'given',
    turns,
    from: { file, line },
  };
  return { kind: 'conversation', conversation };
}
