// `ecoute report` and what hides people, as a user runs them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chatLine, folderForTest, runEcoute } from './run-ecoute.ts';

async function scores(folder: string, ...args: readonly string[]): Promise<string> {
  const out = join(folder, 'scores.ndjson');
  await runEcoute(['score', 'samples/demo', '--out', out, ...args]);
  return out;
}

test('scores and transcripts become pages, and the command says where to open them', async () => {
  const folder = folderForTest();
  const out = join(folder, 'rapport');
  const ran = await runEcoute(['report', await scores(folder), '--transcripts', 'samples/demo', '--out', out]);
  expect(ran).toMatchObject({ code: 0, stdout: '' });
  expect(ran.stderr).toMatch(/51 conversations, 10 conseillers/);
  expect(ran.stderr).toMatch(/à ouvrir : file:.*index\.html/);
  const index = readFileSync(join(out, 'index.html'), 'utf8');
  const page = /href="(agents\/a102-[0-9a-f]+\.html)"/.exec(index)![1]!;
  const agent = readFileSync(join(out, page), 'utf8');
  expect(agent).toContain('Damien Rouxel');
  expect(agent).toContain('il y avait place pour des mots comme');
  const conversation = /href="\.\.\/(conversations\/[0-9a-f]+\.html)#t\d+"/.exec(agent)![1]!;
  expect(existsSync(join(out, conversation))).toBe(true);
});

test('scores may come through a pipe, and a second run writes nothing', async () => {
  const folder = folderForTest();
  const input = readFileSync(await scores(folder));
  const out = join(folder, 'rapport');
  await runEcoute(['report', '-', '--out', out], { input });
  expect((await runEcoute(['report', '-', '--out', out], { input })).stderr).toMatch(/dont 0 écrit/);
});

test('the flat table has a row a conversation and behaviour', async () => {
  const folder = folderForTest();
  const file = await scores(folder);
  const { stdout } = await runEcoute(['report', file, '--to', 'csv', '--lang', 'en']);
  const [head, ...rows] = stdout.trim().split('\n');
  expect(head).toBe(
    'conversation,started_at,channel,agent_id,agent_name,quality,behaviour,label,section,weight,critical,verdict,turn,quote',
  );
  expect(rows).toHaveLength(51 * 18);
});

test.each([
  [['report'], 64, 'fichiers de scores'],
  [['report', 'samples/demo/appels.ndjson'], 64, '--out'],
  [['report', 'nulle-part.ndjson', '--out', 'x'], 66, 'nulle-part.ndjson'],
])('%j ends with %i and says why', async (args, code, hint) => {
  const ran = await runEcoute(args);
  expect(ran.code).toBe(code);
  expect(ran.stderr).toContain(hint);
});

test('conversations instead of scores are refused, with what is wanted', async () => {
  const out = join(folderForTest(), 'rapport');
  const { code, stderr } = await runEcoute(['report', 'samples/demo/appels.ndjson', '--out', out]);
  expect(code).toBe(65);
  expect(stderr).toContain('ce n’est pas un résultat d’ecoute score');
  expect(existsSync(out)).toBe(false);
});

const talk = [
  ['agent', 'Bonjour madame Garnier, ici Maud, que puis-je faire pour vous ?'],
  ['client', 'rappelez Odile Garnier au 06 12 34 56 78 ou a odile@exemple.fr, ca commence a bien faire'],
  ['agent', 'Je vous rappelle au 06 12 34 56 78 demain matin.'],
] as const;

test('redacted scores keep every place, and no name or number is left, on one thread and on several', async () => {
  const input = chatLine('c1', ...talk).repeat(80);
  for (const threads of ['1', '2']) {
    const { stdout } = await runEcoute(['score', '-', '--redact', '--threads', threads], { input });
    expect(stdout).not.toMatch(/Garnier|Odile|06 12/);
    const plain = (await runEcoute(['score', '-'], { input: chatLine('c1', ...talk) })).stdout;
    const [masked, open] = [JSON.parse(stdout.split('\n')[0]!), JSON.parse(plain)];
    const places = (one: typeof masked) => one.evidence.map(({ quote, ...rest }: { quote: string }) => rest);
    // The name of the agent stays where it was asked for: in its own field.
    expect(places(masked)).toEqual(places(open));
    expect(masked.behaviours).toEqual(open.behaviours);
  }
});

test('pseudonyms are the same for the same key, and only the key file tells who is who', async () => {
  const folder = folderForTest();
  const keyFile = join(folder, 'cle.json');
  const scored = async (key: string) =>
    JSON.parse(
      (await runEcoute(['score', '-', '--pseudonymize-agents', key], { input: chatLine('c1', ...talk) })).stdout,
    );
  const [one, two, other] = [await scored(keyFile), await scored(keyFile), await scored(join(folder, 'autre.json'))];
  expect(one.agent_id).toMatch(/^agent-[2-9a-z]{8}$/);
  expect(one.agent_name).toBeNull();
  expect(two.agent_id).toBe(one.agent_id);
  expect(other.agent_id).not.toBe(one.agent_id);
  expect(JSON.stringify(one)).not.toContain('Maud');
  expect(JSON.parse(readFileSync(keyFile, 'utf8')).agents).toEqual({ [one.agent_id]: 'A1 (Maud)' });
});

test('a file that is no key file is refused and left alone', async () => {
  const file = join(folderForTest(), 'notes.txt');
  writeFileSync(file, 'mes notes');
  const { code, stderr } = await runEcoute(['score', '-', '--pseudonymize-agents', file], { input: chatLine('c1') });
  expect(code).toBe(65);
  expect(stderr).toContain('pas un fichier de clé');
  expect(readFileSync(file, 'utf8')).toBe('mes notes');
});
