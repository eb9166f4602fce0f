import { expect, test } from 'vitest';
import { reading, said } from './reading.ts';

const read = async (text: string) => (await reading(text, { from: 'text' })).conversations;

test.each([
  ['Conseillère : Bonjour\nClient : Salut'],
  ['CONSEILLÈRE: Bonjour\nCLIENT: Salut'],
  ['Conseiller\u00a0: Bonjour\nCliente\u202f: Salut'],
  ['Agent> Bonjour\nVisiteur> Salut'],
  ['TC - Bonjour\nC - Salut'],
  ['Préposée – Bonjour\nAppelant – Salut'],
  ['[00:00:01] Agent : Bonjour\n[00:00:05] Client : Salut'],
  ['(14:05) Opératrice : Bonjour\n(14:06) Usager : Salut'],
  ['14h05 - Conseiller : Bonjour\n14h06 - Abonné : Salut'],
  ['Agent (14:05) : Bonjour\nClient (14:06) : Salut'],
  ['- Agent : Bonjour\n- Client : Salut'],
  ['**Agent** : Bonjour\n**Client** : Salut'],
  ['Agent 1 : Bonjour\nClient 2 : Salut'],
])('speakers are known by what French and English transcripts call them: %j', async (text) => {
  const [conversation] = await read(text);
  expect(said(conversation!)).toEqual(['agent: Bonjour', 'client: Salut']);
});

test('a text with two speakers is detected as one', async () => {
  const { notices } = await reading('Conseiller : Bonjour\nClient : Salut\nConseiller : Dites-moi\n');
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'format', what: 'text' }));
});

test('a line without a speaker goes on with the turn; a colon in a sentence opens none', async () => {
  const [conversation] = await read(
    'Agent : Deux choses à retenir :\nAttention : le code expire\nen une heure\nClient : Noté\n',
  );
  expect(said(conversation!)).toEqual([
    'agent: Deux choses à retenir : Attention : le code expire en une heure',
    'client: Noté',
  ]);
});

test('time tags from zero are places in the call, others are times of day', async () => {
  const [call] = await read('[00:00:02] Agent : Oui ?\n[00:01:30] Client : Allô ?');
  expect(call!.turns.map((turn) => turn.startMs)).toEqual([2000, 90_000]);
  const [chat] = await read('[14:05] Agent : Oui ?\n[14:07] Client : Allô ?');
  expect(chat!.turns.map((turn) => [turn.startMs, turn.at])).toEqual([
    [0, '14:05'],
    [120_000, '14:07'],
  ]);
});

test('framed headings part conversations and say who and when', async () => {
  const conversations = await read(
    '=== 2026-03-01 09:30 | Conseiller : Luc | Cliente : Mme Petit ===\nLuc : Bonjour\nMme Petit : Bonjour\n\n' +
      '=== 2026-03-02 10:00 | Conseillère : Ève ===\nÈve : Oui ?\nClient : Allô\n',
  );
  expect(conversations.map((c) => [c.startedAt, c.agent.name, c.client?.name, said(c).length])).toEqual([
    ['2026-03-01T09:30', 'Luc', 'Mme Petit', 2],
    ['2026-03-02T10:00', 'Ève', undefined, 2],
  ]);
  expect(new Set(conversations.map((c) => c.id)).size).toBe(2);
});

test('ruled lines part conversations', async () => {
  const conversations = await read(
    'Agent : Un\nClient : Un\n---\nAgent : Deux\nClient : Deux\n-----\n\nAgent : Trois\n',
  );
  expect(conversations.map((c) => said(c).length)).toEqual([2, 2, 1]);
});

test('titles after a blank line part conversations and give the id', async () => {
  const conversations = await read(
    'Appel n° 4521 du 03/10/2026\nConseiller : Un\nClient : Un\n\nAppel n° 4522 du 03/10/2026\nConseiller : Deux\n',
  );
  expect(conversations.map((c) => [c.id, c.startedAt])).toEqual([
    ['4521', '2026-10-03'],
    ['4522', '2026-10-03'],
  ]);
});

test('a block of details above the first turn names people, and is not spoken', async () => {
  const [conversation] = await read(
    'Date : 03/10/2026 14:05\nConseiller : Aurélie Martin\nClient : M. Perrin\nMotif : facture\n\nConseiller : Bonjour\nClient : Salut\n',
  );
  expect(said(conversation!)).toEqual(['agent: Bonjour', 'client: Salut']);
  expect(conversation).toMatchObject({
    startedAt: '2026-10-03T14:05:00',
    agent: { name: 'Aurélie Martin' },
    client: { name: 'M. Perrin' },
  });
});

test('a text in which nobody is named is a problem, not a conversation', async () => {
  const { conversations, problems } = await reading('Il était une fois.\nFin.\n', { from: 'text' });
  expect(conversations).toEqual([]);
  expect(problems[0]!.reason).toContain('Conseiller');
});

test.each(['[SPEAKER_00]: ', 'Nathalie : '])(
  'speakers who are only names or numbers are recognised when they come back: %s',
  async (first) => {
    const second = first.replace('00', '01').replace('Nathalie', 'Paul');
    const { conversations, notices } = await reading(
      [
        `${first}Opticiens Le Goff bonjour, que puis-je pour vous ?`,
        `${second}Bonjour, je voudrais savoir si mes verres sont arrivés.`,
        `${first}Un instant, je regarde votre dossier.`,
        `${second}D'accord merci.`,
      ].join('\n'),
    );
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'format', what: 'text' }));
    expect(conversations[0]!.roles).toBe('guessed');
    expect(conversations[0]!.turns.map(({ role }) => role)).toEqual(['agent', 'client', 'agent', 'client']);
  },
);
