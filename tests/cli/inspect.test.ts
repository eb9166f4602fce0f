import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chatLine, folderForTest, runEcoute } from './run-ecoute.ts';

test('inspect tells format, encoding, roles, languages, times, what was set aside, and shows turns', async () => {
  const file = join(folderForTest(), 'export.csv');
  const rows = [
    'conversation;horodatage;role;conseiller;texte',
    'c1;2026-03-02 09:00:00;client;Maud;Bonjour, ma commande est arrivée cassée et je suis très déçue',
    'c1;2026-03-02 09:01:00;agent;Maud;Bonjour, je suis désolée pour votre commande, je la remplace',
    'c2;2026-03-04 10:00:00;client;Maud;Hello, I would like to know where my parcel is, it should have been delivered last week and nobody answers my messages',
    'c2;2026-03-04 10:01:00;agent;Maud;Good morning, I have checked with the carrier and your parcel will be with you before the end of this week, thank you for waiting',
    ';2026-03-04 10:01:00;agent;Maud;perdu',
  ];
  writeFileSync(file, Buffer.from(rows.join('\n'), 'latin1'));
  const { code, stdout } = await runEcoute(['inspect', file], { env: { COLUMNS: '100' } });
  expect(code).toBe(0);
  for (const said of [
    'csv, windows-1252',
    'conversations : 2 (2 chats)',
    'tours : conseiller (2), client (2)',
    'rôles : donnés par l’export (2)',
    'conseillers : Maud (2)',
    'langues : français (1), anglais (1)',
    'période : du 2026-03-02',
    'mis de côté : 1',
    ':6 ',
    'ma commande est arrivée cassée',
  ])
    expect(stdout).toContain(said);
  const english = await runEcoute(['inspect', file, '--lang', 'en']);
  expect(english.stdout).toContain('languages: French (1), English (1)');
  const json = JSON.parse((await runEcoute(['inspect', file, '--json'])).stdout);
  expect(json).toMatchObject({ conversations: 2, problems: 1, files: [{ format: 'csv', encoding: 'windows-1252' }] });
});

test('a strange table is read by the mapping that inspect drafts, once the user has said who is who', async () => {
  const folder = folderForTest();
  const file = join(folder, 'journal.csv');
  writeFileSync(
    file,
    [
      'Réf échange|Quand|Qui|Ce qui est dit',
      'R1|2026-01-05 08:00|U|bonjour, je n’ai plus de chauffage',
      'R1|2026-01-05 08:01|L4|Bonjour, je comprends, je vous envoie quelqu’un ce matin.',
      'R2|2026-01-05 09:00|U|toujours rien reçu, ça commence à bien faire',
      'R2|2026-01-05 09:02|L4|Je suis désolée, je regarde tout de suite avec le transporteur.',
      'R2|2026-01-05 09:05|U|merci',
    ].join('\n'),
  );
  const draft = await runEcoute(['inspect', file, '--suggest-map']);
  expect(draft.stdout).toContain('text: Ce qui est dit');
  const map = join(folder, 'map.yaml');
  writeFileSync(map, draft.stdout.replace(/speakers:[\s\S]*/, 'speakers:\n  agent: [L4]\n  client: [U]\n'));
  const { stdout, stderr } = await runEcoute(['score', file, '--map', map]);
  expect(JSON.parse(stdout.split('\n')[0]!)).toMatchObject({ id: 'R1', turns: 2 });
  expect(stderr).toContain('2 enregistrements lus = 2 jugés + 0 mis de côté');
  const shown = await runEcoute(['inspect', file, '--map', map]);
  expect(shown.stdout).toContain('conversations : 2');
});

test('a fault in a mapping is told with file, line and column before anything is read', async () => {
  const folder = folderForTest();
  const map = join(folder, 'map.yaml');
  writeFileSync(map, 'each: message\nfields:\n  txt: Message\n');
  writeFileSync(join(folder, 'a.ndjson'), chatLine('c1'));
  const { code, stdout, stderr } = await runEcoute(['score', join(folder, 'a.ndjson'), '--map', map]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(`${map}:3:3 clé « txt » inconnue`);
});

test('inspect without an input, and of what is no transcript, says so', async () => {
  expect((await runEcoute(['inspect'])).code).toBe(64);
  const file = join(folderForTest(), 'x.bin');
  writeFileSync(file, Buffer.from([1, 2, 3, 255, 254, 7, 200, 9]));
  const { code, stderr } = await runEcoute(['inspect', file]);
  expect(code).toBe(65);
  expect(stderr).toContain('format inconnu');
});
