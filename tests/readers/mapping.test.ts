import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RuleError } from '../../src/errors.ts';
import { inspect, suggestMapping } from '../../src/readers/inspect.ts';
import { mappingOf } from '../../src/readers/mapping/mapping-file.ts';
import { folderWith } from './folder.ts';
import { readingOf, said } from './reading.ts';

const samples = fileURLToPath(new URL('../../samples/mapping/', import.meta.url));

function faultsOf(source: string): string[] {
  try {
    mappingOf(source, 'm.yaml');
    return [];
  } catch (error) {
    return (error as RuleError).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

test('any table is read as its mapping says', async () => {
  const { conversations, notices, problems } = await readingOf([`${samples}journal.csv`], {
    map: `${samples}journal.map.yaml`,
  });
  expect(conversations.map((c) => [c.id, c.agent.id, said(c)])).toEqual([
    ['K77', 'G1', ['agent: Bonjour, Lionel du guichet.', "client: Bonjour, c'est pour une carte."]],
    ['K78', 'G2', ['client: Mon dossier avance ?', 'agent: Oui, il est signé.']],
  ]);
  expect(problems).toEqual([]);
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'dropped', count: 1 }));
});

test('any JSON is read as its mapping says: paths, constants, filters', async () => {
  const calls = {
    lot: [
      {
        ref: 1,
        etat: 'clos',
        qui: { code: 'A1' },
        dit: [
          { p: 'op', m: { t: 'Oui bonjour' }, s: 0.5 },
          { p: 'cl', m: { t: 'Allô' }, s: 2 },
        ],
      },
      { ref: 2, etat: 'test', dit: [{ p: 'op', m: { t: 'un deux' } }] },
      { ref: 3, etat: 'clos', dit: [] },
    ],
  };
  const map =
    'each: conversation\nrecords: lot\nturns: dit\nfields: { conversation: ref, speaker: p, text: m.t, start: s, agent_id: qui.code }\n' +
    'speakers: { agent: op, client: [cl] }\nconstants: { channel: call }\nonly: { etat: clos }\n';
  const folder = folderWith({ 'a.json': JSON.stringify(calls), 'm.yaml': map });
  const { conversations, problems } = await readingOf([`${folder}/a.json`], { map: `${folder}/m.yaml` });
  expect(conversations).toMatchObject([
    { id: '1', channel: 'call', agent: { id: 'A1' }, turns: [{ startMs: 500 }, { startMs: 2000 }] },
  ]);
  expect(problems).toMatchObject([{ id: '3' }]);
});

test('columns can be named by number where there is no header', async () => {
  const folder = folderWith({
    'a.csv': 'c1,1767603600000,expert,Bonjour\nc1,1767603660000,client,Salut\n',
    'm.yaml': 'delimiter: ","\nfields: { conversation: 1, at: 2, speaker: 3, text: 4 }\n',
  });
  const { conversations } = await readingOf([`${folder}/a.csv`], { map: `${folder}/m.yaml` });
  expect(conversations.map(said)).toEqual([['agent: Bonjour', 'client: Salut']]);
});

test('a mapping that does not fit its file says what was there', async () => {
  const folder = folderWith({ 'm.yaml': 'fields: { text: Phrase }\n' });
  const { problems } = await readingOf([`${samples}journal.csv`], { map: `${folder}/m.yaml` });
  expect(problems[0]!.reason).toMatch(/Phrase; found: Réf échange/);
});

test('every fault of a mapping is told at once, with its line and what is allowed', () => {
  const faults = faultsOf('each: phrase\nfields:\n  txt: a\n  at: [b]\nspeakers:\n  chef: x\nfilter: {}\n');
  for (const expected of [
    /^1:7 each: phrase; one of message, conversation/,
    /^3:3 unknown key "txt"; one of conversation/,
    /^4:7 a text is expected/,
    /^\d+:\d+ fields: no text/,
    /^6:3 unknown key "chef"; one of agent, client, bot, system/,
    /^7:1 unknown key "filter"; one of each/,
  ])
    expect(faults).toContainEqual(expect.stringMatching(expected));
  expect(faults).toHaveLength(6);
  expect(faultsOf('- a\n- b\n')[0]).toMatch(/^1:1 a mapping is expected/);
  expect(faultsOf('fields: {text: a\n')[0]).toMatch(/^\d+:\d+ /);
  expect(faultsOf('')[0]).toMatch(/^1:1 /);
});

test('a draft of a mapping can be read as it is, once the speakers are in their place', async () => {
  const draft = (await suggestMapping([`${samples}journal.csv`]))!;
  const folder = folderWith({
    'm.yaml': draft.replace('agent: [L12, U, L15]', 'agent: [L12, L15]').replace('client: []', 'client: [U]'),
  });
  const { conversations } = await readingOf([`${samples}journal.csv`], { map: `${folder}/m.yaml` });
  expect(conversations.map((c) => c.turns.length)).toEqual([3, 2]);
});

test('a draft finds its way in JSON', async () => {
  const folder = folderWith({
    'a.json': JSON.stringify({
      lot: [{ ref: 'r1', dit: [{ qui: 'agent', phrase: 'Bonjour à vous, Luc à votre service' }] }],
    }),
  });
  const draft = await suggestMapping([`${folder}/a.json`]);
  expect(draft).toContain('records: lot\nturns: dit\n');
  expect(draft).toMatch(/speaker: qui\n {2}text: phrase/);
});

test('an inspection tells how a file was understood', async () => {
  const seen: string[] = [];
  const { files, span, sample, ...rest } = await inspect([`${samples}../csv/interleaved-windows-1252.csv`], {
    onConversation: ({ id }) => seen.push(id),
  });
  expect(files).toMatchObject([{ format: 'csv', encoding: 'windows-1252' }]);
  expect(rest).toMatchObject({
    conversations: 2,
    channels: { chat: 2, call: 0 },
    turns: { agent: 2, client: 2 },
    agents: [
      { agent: 'Noémie', conversations: 1 },
      { agent: 'Bruno', conversations: 1 },
    ],
    roles: [{ what: 'given by the export', count: 2 }],
    problems: 2,
  });
  expect(span).toEqual({ from: '2026-02-03T10:00:00', to: '2026-02-03T10:00:00' });
  expect(sample).toHaveLength(2);
  expect(seen).toEqual(['9', '8']);
});
