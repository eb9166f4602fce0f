import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reading, said } from './reading.ts';

const french = `id_conversation;horodatage;locuteur;message;conseiller;matricule;client;canal
T1;05/10/2026 09:00:00;Client;Bonjour, le colis est vide;Inès Faure;M7;Paul Rey;chat
T2;05/10/2026 09:00:10;Visiteur;quelqu'un ?;Bruno;M8;;chat
T1;05/10/2026 09:00:40;Conseillère;Vide, ah mince ! Je regarde.;Inès Faure;M7;Paul Rey;chat
`;

test('a French export is read by the names of its columns, interleaved rows are put together', async () => {
  const { conversations, problems } = await reading(french);
  expect(problems).toEqual([]);
  expect(conversations.map((c) => [c.id, said(c)])).toEqual([
    ['T1', ['client: Bonjour, le colis est vide', 'agent: Vide, ah mince ! Je regarde.']],
    ['T2', ["client: quelqu'un ?"]],
  ]);
  expect(conversations[0]).toMatchObject({
    channel: 'chat',
    startedAt: '2026-10-05T09:00:00',
    agent: { id: 'M7', name: 'Inès Faure' },
    client: { name: 'Paul Rey' },
    roles: 'given',
    turns: [{ startMs: 0 }, { startMs: 40_000, at: '2026-10-05T09:00:40' }],
    from: { line: 2 },
  });
});

test.each([',', '\t', '|'])('an English export with %j between the cells', async (delimiter) => {
  const rows = [
    ['conversationId', 'sendTime', 'senderType', 'text', 'agentId'],
    ['9', '2026-01-02T08:00:05Z', 'agent', 'Bonjour Mme Roy', '42'],
    ['9', '2026-01-02T08:00:00Z', 'visitor', 'allo', '42'],
    ['9', '2026-01-02T08:00:01Z', 'bot', 'Un conseiller arrive', '42'],
  ];
  const { conversations } = await reading(rows.map((row) => row.join(delimiter)).join('\n'));
  expect(said(conversations[0]!)).toEqual(['client: allo', 'bot: Un conseiller arrive', 'agent: Bonjour Mme Roy']);
});

test('rows without times keep their order, numbered rows follow their numbers', async () => {
  const numbered = 'ticket;ordre;auteur;texte\n1;2;agent;deux\n1;1;client;un\n';
  expect(said((await reading(numbered)).conversations[0]!)).toEqual(['client: un', 'agent: deux']);
  const plain = 'ticket;auteur;texte\n1;client;un\n1;agent;deux\n';
  expect(said((await reading(plain)).conversations[0]!)).toEqual(['client: un', 'agent: deux']);
});

test('a row that cannot be used is told with its line, the others are read', async () => {
  const { conversations, problems } = await reading(
    'ticket;auteur;texte\n1;client;un\n2\n;agent;sans numéro\n1;agent;deux\n',
  );
  expect(said(conversations[0]!)).toEqual(['client: un', 'agent: deux']);
  expect(problems.map(({ place }) => place.line)).toEqual([3, 4]);
});

test('columns that cannot be found are told with those that were', async () => {
  await expect(reading('numero;colonne b;colonne c\n1;2;3\n', { from: 'csv' })).rejects.toThrow(
    /colonne b.*text \(texte, message.*--map/,
  );
});

test('times may be counted from 1970', async () => {
  const { conversations } = await reading(
    'ticket,timestamp,sender,text\n1,1767603600000,client,un\n1,1767603660,agent,deux\n',
  );
  expect(conversations[0]!.turns.map((turn) => turn.at)).toEqual([
    '2026-01-05T09:00:00.000Z',
    '2026-01-05T09:01:00.000Z',
  ]);
});

test.each([
  ['windows-1252', Buffer.from(french.replace('mince', 'ça'), 'latin1')],
  ['utf-8 with BOM', Buffer.from(`\ufeff${french}`)],
  ['utf-16le', Buffer.from(`\ufeff${french}`, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${french}`, 'utf16le').swap16()],
])('%s is detected, decoded and said', async (encoding, bytes) => {
  const { conversations, notices } = await reading(bytes);
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'encoding', what: encoding }));
  expect(conversations[0]!.agent.name).toBe('Inès Faure');
});

test('a column of roles goes before a column of names', async () => {
  const { conversations } = await reading('ticket;auteur;type_auteur;texte\n1;Zoé;client;allo\n1;Marc;agent;oui\n');
  expect(said(conversations[0]!)).toEqual(['client: allo', 'agent: oui']);
});

test('however cells are quoted and rows interleaved, the conversations are those that were written', async () => {
  const word = fc.constantFrom('é', '’', '"', ';', '\n', 'a', '😀', '\r\n', 'oui', ',');
  const text = fc.array(word, { maxLength: 6 }).map((words) => `x${words.join('')}x`);
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), text, fc.boolean()), { minLength: 1, maxLength: 30 });
  const cell = (value: string, isQuoted: boolean) =>
    isQuoted || /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (written, end) => {
      const lines = written.map(([id, value, isQuoted]) => `${id};client;${cell(value, isQuoted)}`);
      const { conversations } = await reading(`conversation;auteur;texte${end}${lines.join(end)}${end}`);
      const expected = new Map<string, string[]>();
      for (const [id, value] of written) expected.set(`${id}`, [...(expected.get(`${id}`) ?? []), `client: ${value}`]);
      expect(new Map(conversations.map((c) => [c.id, said(c)]))).toEqual(expected);
    }),
  );
});
