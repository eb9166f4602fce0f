// WhatsApp, a chat exported as text by Android or iOS.

import { type Input, type Item, problem, type Reader } from '../reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { settle, tell } from '../settle/settle.ts';
import { roleOfLabel } from '../settle/speaker-words.ts';
import { toldLines } from '../text/told-lines.ts';

const opening =
  /^[\u200e\u200f\ufeff]*\[?(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[,.]?\s(?:à\s|at\s)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f]([ap])\.?\s?m\.?)?\]?(?:\s[-–]|:)?\s([\s\S]*)$/iu;
const authored = /^[\u200e\u200f~\s]*([^:]{1,60}?)\s?:\s([\s\S]*)$/u;
/** What stands where a picture or a recording was. */
const media =
  /^(?:<[^<>]{0,40}(?:omis|omitted|joint|attached)[^<>]{0,40}>|(?:image|vidéo|video|audio|sticker|gif|document|photo|message vocal|fiche contact)\s(?:absente?|omise?|omitted|non inclus)e?|.{0,80}\((?:fichier joint|file attached)\))$/iu;
/** What WhatsApp itself writes under the name of the other side. */
const notice =
  /^(?:les messages (?:et les appels )?sont chiffrés|messages and calls are end-to-end encrypted|ce compte professionnel|vous discutez avec une entreprise)/iu;
const removed =
  /^(?:ce message a été supprimé|vous avez supprimé ce message|this message was deleted|you deleted this message)\.?$/iu;

/** Business and client both have names only: who is the agent is decided by what they say, or by `--agent`. */
export const whatsapp = {
  id: 'whatsapp',
  detects: ({ text }) => {
    const lines = text.split('\n', 40).filter((line) => line.trim() !== '');
    return lines.filter((line) => opening.test(line)).length >= Math.max(1, lines.length * 0.4);
  },
  read,
} as const satisfies Reader;

interface Sent {
  readonly date: readonly [number, number, number];
  readonly time: string;
  readonly author: string;
  text: string;
}

/** Beyond, told and cut off. */
const mostMessages = 200_000;

async function* read(input: Input): AsyncGenerator<Item> {
  const { file } = input;
  const sent: Sent[] = [];
  let isOpen = false;
  for await (const { text: line } of toldLines(input)) {
    const found = opening.exec(line);
    if (!found) {
      if (isOpen) sent.at(-1)!.text += `\n${line}`;
      else if (line.trim() !== '') tell(input, 'dropped', 'line that no message opens');
      continue;
    }
    const message = authored.exec(found[8]!);
    isOpen = message !== null;
    if (message === null) tell(input, 'dropped', 'event');
    else
      sent.push({
        date: [Number(found[1]), Number(found[2]), Number(found[3])],
        time: timeOf(found),
        author: message[1]!,
        text: message[2]!,
      });
    if (sent.length > mostMessages) {
      yield problem({ file }, `more than ${mostMessages} messages: no single conversation`);
      return;
    }
  }
  const order = dateOrder(sent);
  const turns = sent.flatMap(({ author, date, time, text }): DraftTurn[] => {
    const words = withoutMarks(text);
    if (notice.test(words)) {
      tell(input, 'dropped', 'event');
      return [];
    }
    if (media.test(words) || removed.test(words)) {
      tell(input, 'dropped', media.test(words) ? 'attachment' : 'message that was deleted');
      return [];
    }
    return [
      {
        role: roleOfLabel(author, input.head.speakers),
        speaker: author,
        text: words,
        at: `${isoDate(date, order)}T${time}`,
      },
    ];
  });
  if (turns.length === 0) yield problem({ file }, 'no messages: nobody says anything');
  else yield* settle({ id: idFromPlace({ file }), channel: 'chat', turns, from: { file } }, input);
}

const edited = /<(?:Ce message a été modifié|This message was edited)>$/u;

function withoutMarks(text: string): string {
  return text
    .replace(/[\u200e\u200f]/g, '')
    .trim()
    .replace(edited, '')
    .trimEnd();
}

function timeOf(found: RegExpExecArray): string {
  const [, , , , hours, minutes, seconds = '00', half] = found;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

type DateOrder = 'day first' | 'month first';

/** Day first, as the French write, unless a second number over 12 says otherwise. */
function dateOrder(sent: readonly Sent[]): DateOrder {
  const short = sent.filter(({ date }) => date[0] < 1000);
  return short.some(({ date }) => date[1] > 12) && !short.some(({ date }) => date[0] > 12)
    ? 'month first'
    : 'day first';
}

function isoDate([a, b, c]: readonly [number, number, number], order: DateOrder): string {
  const [year, month, day] = a > 1000 ? [a, b, c] : order === 'day first' ? [c, b, a] : [c, a, b];
  const full = year < 100 ? 2000 + year : year;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
