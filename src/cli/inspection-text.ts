// How inputs were understood, as a page for a terminal.
import type { InspectedInputs, Terminal } from '../index.ts';
import { type InspectMessages, inspectMessages } from './messages/inspect.ts';
import { toldIn } from './messages/told.ts';

type Counted = InspectedInputs['roles'][number];

const shownFiles = 10;
const shownAgents = 8;

/** The words of the page in the language of its reader. */
interface Words {
  readonly m: InspectMessages;
  readonly told: (sentence: string) => string;
  readonly number: (n: number) => string;
}

/** The page of an inspection. */
export async function inspectionText(inspection: InspectedInputs, terminal: Terminal): Promise<string> {
  const { displayWidth, pad, printable, showPlace, wrap } = await import('../index.ts');
  const isFrench = terminal.lang === 'fr';
  const words: Words = {
    m: inspectMessages[terminal.lang],
    told: toldIn(terminal.lang),
    number: (n) => n.toLocaleString(isFrench ? 'fr-FR' : 'en-GB'),
  };
  const { m, told, number } = words;
  const bold = (text: string): string => (terminal.hasColours ? `\u001b[1m${text}\u001b[0m` : text);
  const broken = (text: string, columns: number): string[] =>
    wrap(text, columns).map(({ start, end }) => text.slice(start, end));
  const setIn = (text: string): string[] => broken(printable(text), terminal.columns - 2).map((line) => `  ${line}`);

  const titled = ([title, text]: readonly [string, string]): string[] => {
    const [first = '', ...rest] = broken(printable(`${title}${isFrench ? ' :' : ':'} ${text}`), terminal.columns - 2);
    return [bold(first.slice(0, title.length)) + first.slice(title.length), ...rest.map((line) => `  ${line}`)];
  };
  const aside = inspection.firstProblems.flatMap(({ place, reason }) => setIn(`${showPlace(place)} ${told(reason)}`));
  const more = inspection.problems - inspection.firstProblems.length;
  const width = Math.max(...inspection.sample.map(({ role }) => displayWidth(m.speakers[role])));
  const sample = inspection.sample.flatMap(({ role, text }) =>
    broken(printable(text), Math.max(20, terminal.columns - width - 4)).map(
      (line, i) => `  ${pad(i === 0 ? m.speakers[role] : '', width)}  ${line}`,
    ),
  );
  const lines = [
    ...inspection.files.slice(0, shownFiles).flatMap((file) => titled(fileFact(file, words))),
    ...(inspection.files.length > shownFiles ? [m.more(inspection.files.length - shownFiles)] : []),
    ...facts(inspection, words).flatMap(titled),
    ...(inspection.problems > 0 ? titled([m.titles.aside, number(inspection.problems)]) : []),
    ...aside,
    ...(more > 0 ? setIn(m.more(more)) : []),
    ...(sample.length > 0 ? ['', bold(m.titles.sample), ...sample] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function fileFact({ file, format, encoding }: InspectedInputs['files'][number], { m, told }: Words): [string, string] {
  return [file, [format ?? m.unknown, ...(encoding === null ? [] : [told(encoding)])].join(', ')];
}

function facts(inspection: InspectedInputs, { m, told, number }: Words): (readonly [string, string])[] {
  const { conversations, channels, turns, agents, span } = inspection;
  const list = (counted: readonly Counted[], word: (what: string) => string): string =>
    counted.map(({ what, count }) => `${word(what)} (${number(count)})`).join(', ');
  const byChannel = (['chat', 'call'] as const).filter((channel) => channels[channel] > 0);
  const byRole = (['agent', 'client', 'bot', 'system'] as const).filter((role) => turns[role] > 0);
  const named = agents.slice(0, shownAgents).map(({ agent, conversations: count }) => ({ what: agent, count }));
  const others = agents.length > shownAgents ? ` ${m.more(agents.length - shownAgents)}` : '';
  const channelList = byChannel.map((channel) => m.channels[channel](channels[channel])).join(', ');
  const all: (readonly [string, string])[] = [
    [m.titles.conversations, conversations === 0 ? m.nothing : `${number(conversations)} (${channelList})`],
    [
      m.titles.turns,
      list(
        byRole.map((role) => ({ what: role, count: turns[role] })),
        (role) => m.speakers[role as (typeof byRole)[number]],
      ),
    ],
    [m.titles.roles, list(inspection.roles, told)],
    [m.titles.agents, list(named, String) + others],
    [m.titles.languages, list(inspection.languages, (code) => m.languages[code] ?? code)],
    [m.titles.span, span === null ? '' : span.from === span.to ? span.from : m.span(span.from, span.to)],
    [m.titles.dropped, list(inspection.dropped, told)],
  ];
  return all.filter(([, text]) => text !== '');
}
