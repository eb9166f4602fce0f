// Plain text: `Conseillère : …` / `Client : …`, one conversation a file, or several below headings and ruled lines.
import type { Role } from '../../model/conversation.ts';
import { type Input, type Item, problem, type Reader } from '../reader.ts';
import type { DraftTurn } from '../settle/draft.ts';
import { idFromPlace } from '../settle/place-id.ts';
import { settle, tell } from '../settle/settle.ts';
import { framed, type Heading, headingOf, isAbout, isTitle, namesOf } from '../text/heading.ts';
import { type SpokenLine, spokenLine } from '../text/spoken-lines.ts';
import { isOffsetTag, tagged } from '../text/time-tags.ts';
import { toldLines } from '../text/told-lines.ts';

/** Lines that name their speaker. */
export const plainText = {
  id: 'text',
  detects: ({ text, speakers }) => {
    const beginning = text.split('\n', 400).filter((line) => line.trim() !== '');
    const spoken = beginning.flatMap((line) => spokenLine(line, speakers, noNames) ?? []);
    const known = spoken.filter(({ role }) => role !== undefined);
    if (new Set(known.map(({ role }) => role)).size > 1 || known.length > 2) return true;
    // `SPEAKER_00` or first names: nearly every line, and some of them again and again.
    const counts = new Map<string, number>();
    for (const { speaker } of spoken) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    const again = [...counts.values()].filter((count) => count > 1);
    return again.length > 1 && spoken.length > beginning.length * 0.7 && counts.size <= Math.max(3, spoken.length / 3);
  },
  read,
} as const satisfies Reader;

const noNames: ReadonlyMap<string, Role> = new Map();
const aside = /^\s*(?:\([^()]*\)|\[[^[\]]*\]|\*[^*]*\*)\s*$/;
/** `Client : M. Perrin`, not « Client : Bonjour ». */
const personLine =
  /^[^:]{1,40}:\s*(?!Bonjour|Bonsoir|All[oô]|Oui|Salut)(?:(?:M|Mme|Mlle|Dr)\.?\s+)?\p{Lu}[\p{L}'’.-]*(?:\s+(?:de\s+|d['’])?\p{Lu}[\p{L}'’.-]*){0,3}\s*$/u;
/** No conversation has more turns; beyond, it is told and cut off. */
const mostTurns = 200_000;

interface Open {
  readonly heading: Heading;
  readonly names: ReadonlyMap<string, Role>;
  readonly line: number;
  readonly turns: (SpokenLine & { text: string })[];
}

async function* read(input: Input): AsyncGenerator<Item> {
  const { speakers } = input.head;
  const strangers = recurring(input.head.text, input);
  let block: string[] = [];
  let open: Open = fresh([], 1);
  let record = 0;
  let isBlank = true;
  const close = (isLast: boolean): Item[] => {
    if (open.turns.length === 0) return isLast && record === 0 ? [nothing(input, open.line)] : [];
    record += 1;
    return conversation(open, input, isLast && record === 1 ? undefined : record);
  };
  function fresh(lines: readonly string[], line: number): Open {
    const heading = headingOf(lines, speakers);
    return { heading, names: namesOf(heading), line, turns: [] };
  }
  for await (const { text, line } of toldLines(input)) {
    if (text.trim() === '') {
      isBlank = true;
      continue;
    }
    const inside = framed(text);
    const opens = inside !== undefined || (isBlank && (isTitle(text) || (isAbout(text) && open.turns.length > 0)));
    if (opens && (open.turns.length > 0 || block.length === 0)) {
      yield* close(false);
      block = [];
      open = fresh([], line);
    }
    if (opens || (open.turns.length === 0 && isHeadLine(text, isBlank ? [] : block))) {
      if ((inside ?? text) !== '') block.push(text);
      open = fresh(block, open.line);
      isBlank = inside !== undefined;
      continue;
    }
    isBlank = false;
    const spoken = spokenLine(text, speakers, open.names);
    const isSpoken = spoken !== undefined && (spoken.role !== undefined || strangers.has(spoken.speaker.toLowerCase()));
    if (isSpoken) open.turns.push({ ...spoken });
    else if (aside.test(text)) tell(input, 'dropped', 'stage direction');
    else if (open.turns.length === 0) tell(input, 'dropped', 'line before the first turn');
    else open.turns.at(-1)!.text += ` ${text.trim()}`;
    if (open.turns.length > mostTurns) {
      yield problem(
        { file: input.file, line: open.line },
        `more than ${mostTurns} turns without a heading between them`,
      );
      open = fresh([], line);
      record += 1;
    }
  }
  yield* close(true);
}

/** Below a line that can only be about the conversation, `Conseiller : Aurélie` names the agent. */
function isHeadLine(text: string, block: readonly string[]): boolean {
  return isAbout(text) || (text.length < 100 && block.some((line) => isAbout(line)) && personLine.test(text));
}

/** Labels that are no known role, but open a line again and again: first names, `SPEAKER_00`. */
function recurring(text: string, { head }: Input): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let spokenLines = 0;
  for (const line of text.split('\n')) {
    const spoken = spokenLine(line, head.speakers, noNames);
    if (spoken === undefined || isAbout(line)) continue;
    spokenLines += 1;
    if (spoken.role === undefined) {
      const label = spoken.speaker.toLowerCase();
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, n]) => n >= 2 && n * 8 >= spokenLines).map(([label]) => label));
}

function conversation({ heading, turns, line }: Open, input: Input, record: number | undefined): Item[] {
  const from = { file: input.file, line };
  const { id, startedAt, channel, agent, clientName } = heading;
  return settle(
    {
      id: id ?? idFromPlace(record === undefined ? { file: input.file } : { file: input.file, record }),
      channel: channel ?? (isOffsetTag(turns.find(({ time }) => time !== undefined)?.time) ? 'call' : undefined),
      startedAt,
      agent,
      client: clientName === undefined ? undefined : { name: clientName },
      turns: tagged(turns, startedAt).map((turn): DraftTurn => ({ ...turn, speaker: turn.speaker })),
      from,
    },
    input,
  );
}

function nothing({ file }: Input, line: number): Item {
  return problem({ file, line }, 'no line names its speaker (« Conseiller : … », « Client : … »)');
}
