import { expect, test } from 'vitest';
import { parseLine } from '../../src/readers/parse-line.ts';

const place = { file: 'dossier/appels.ndjson', line: 7 };
const turn = (speaker: unknown, text: unknown, more: object = {}): object => ({ speaker, text, ...more });
const line = (record: object): string => JSON.stringify(record);
const conversationOf = (record: object) => {
  const item = parseLine(line(record), place);
  if (item.kind === 'problem') throw new Error(item.problem.reason);
  return item.conversation;
};
const reasonOf = (text: string): string => {
  const item = parseLine(text, place);
  if (item.kind === 'conversation') throw new Error('a problem is expected');
  expect(item.problem.place).toEqual(place);
  return item.problem.reason;
};

test('a whole record becomes a conversation, seconds become milliseconds', () => {
  const record = {
    id: 'k1',
    channel: 'call',
    variety: 'QC',
    started_at: '2026-02-03T10:00:00',
    agent_id: 'A9',
    agent_name: 'Maude',
    client_name: 'Réjean',
    turns: [turn('agent', 'Bonjour!', { start: 0.5, end: 1.25 }), turn('client', 'Oui allô', { start: 1.3, end: 2 })],
  };
  expect(conversationOf(record)).toEqual({
    id: 'k1',
    channel: 'call',
    variety: 'QC',
    startedAt: '2026-02-03T10:00:00',
    agent: { id: 'A9', name: 'Maude' },
    client: { name: 'Réjean' },
    roles: 'given',
    turns: [
      { index: 0, role: 'agent', text: 'Bonjour!', startMs: 500, endMs: 1250 },
      { index: 1, role: 'client', text: 'Oui allô', startMs: 1300, endMs: 2000 },
    ],
    from: place,
  });
});

test('every field but the turns may be missing or null', () => {
  const bare = conversationOf({ turns: [turn('client', 'ça marche pas')] });
  expect(bare).toMatchObject({ id: 'appels.ndjson:7', channel: 'chat', agent: { id: null } });
  const nulls = { id: null, channel: null, variety: null, started_at: null, agent_id: null, agent_name: null };
  expect(conversationOf({ ...nulls, client_name: null, turns: [turn('client', 'ça marche pas')] })).toEqual(bare);
});

test('turns with start and end make a call where no channel is told', () => {
  expect(conversationOf({ turns: [turn('agent', 'Oui ?', { start: 0, end: 1 })] }).channel).toBe('call');
});

test.each([
  ['2026-05-04T23:59:30', '2026-05-05T00:00:10', 40_000],
  ['2026-05-04T10:00:00+02:00', '2026-05-04T08:01:00Z', 60_000],
  ['14:05', '14:07', 120_000],
  ['23:59:50', '00:00:05', 15_000],
  ['14h05', '14h06', 60_000],
])('delays follow from the times of messages: %s then %s', (a, b, ms) => {
  const { turns } = conversationOf({ turns: [turn('client', 'a', { at: a }), turn('agent', 'b', { at: b })] });
  expect(turns.map((t) => t.startMs)).toEqual([0, ms]);
  expect(turns.map((t) => t.at)).toEqual([a, b]);
});

test.each([
  [line({ id: 'x', turns: [turn('conseiller', 'Bonjour')] }), /speaker "conseiller".*agent, client, bot, system/],
  [line({ id: 'x', turns: [turn('agent', 'Bonjour'), turn(null, 'oui')] }), /turn 2: no speaker.*agent, client/],
  [line({ id: 'x', turns: [turn('agent', 12)] }), /"text" is a number/],
  [line({ id: 'x', turns: [turn('agent', undefined)] }), /"text" is missing/],
  [line({ id: 'x', turns: [turn('constructor', 'a')] }), /speaker "constructor"/],
  [line({ id: 'x', turns: [] }), /empty/],
  [line({ id: 'x' }), /no "turns"/],
  [line({ id: 'x', turns: 'Bonjour' }), /"turns" is a string/],
  [line({ id: 'x', channel: 'fax', turns: [turn('agent', 'a')] }), /channel "fax".*chat, call/],
  ['[1, 2]', /a list found/],
  ['null', /null found/],
  ['{"id": "x", "turns": [', /not JSON/],
])('what cannot be used is told with what is allowed: %s', (text, reason) => {
  expect(reasonOf(text)).toMatch(reason);
});

test('a broken line still tells the id it shows', () => {
  expect(parseLine('{"id": "C-12", "turns": [{"spea', place)).toMatchObject({ problem: { id: 'C-12' } });
});

test('a byte order mark before the first line does not matter', () => {
  expect(parseLine(`\ufeff${line({ id: 'b', turns: [turn('agent', 'a')] })}`, place).kind).toBe('conversation');
});
