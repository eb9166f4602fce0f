// The report as files: what is there, what is safe, and what is written again.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { hostile, hostileNames } from './hostile.ts';
import { folderForTest, reportForTest } from './report-for-test.ts';
import { scored } from './scored.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const team = (n: number): Assessment[] =>
  ['A1', 'A2'].flatMap((agent) =>
    Array.from({ length: n }, (_, at) =>
      scored({ id: `${agent}-${at}`, agent, name: `Agent ${agent}`, quality: 70 + at }),
    ),
  );

test('a report is an index, a team, a page and a table for each agent, and a summary for machines', async () => {
  const out = folderForTest();
  await reportForTest(out, { assessments: team(6) });
  const files = filesIn(out);
  expect(files.filter((file) => file.startsWith('agents/'))).toHaveLength(4);
  expect(files).toEqual(expect.arrayContaining(['index.html', 'team.html', 'agents.csv', 'summary.json']));
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  expect(summary.team.conversations).toBe(12);
  expect(summary.agents.map((one: { agent_id: string }) => one.agent_id)).toEqual(['A1', 'A2']);
});

test('a second run writes nothing; one more conversation changes its agent and the team, not the others', async () => {
  const out = folderForTest();
  const first = [...team(6), scored({ id: 'only', agent: 'A3', name: 'Agent A3' })];
  await reportForTest(out, { assessments: first });
  expect((await reportForTest(out, { assessments: first })).written).toBe(0);
  const page = (agent: string) =>
    filesIn(out).find((file) => file.startsWith(`agents/${agent}-`) && file.endsWith('html'))!;
  writeFileSync(join(out, 'agents', 'notes-de-la-coach.txt'), 'à moi');
  const { removed } = await reportForTest(out, { assessments: first.slice(0, -1) });
  expect(removed).toBe(2);
  expect(page('a3')).toBeUndefined();
  expect(filesIn(out)).toContain('agents/notes-de-la-coach.txt');
});

test('a page that somebody changed by hand is made anew', async () => {
  const out = folderForTest();
  await reportForTest(out, { assessments: team(6) });
  writeFileSync(join(out, 'index.html'), 'oups');
  expect((await reportForTest(out, { assessments: team(6) })).written).toBe(1);
  expect(statSync(join(out, 'index.html')).size).toBeGreaterThan(1000);
});

test('a conversation met twice is counted once, and the account says so', async () => {
  const out = folderForTest();
  const all = team(3);
  const { counted } = await reportForTest(out, { assessments: [...all, ...all] });
  expect(counted).toBe(6);
  expect(readFileSync(join(out, 'team.html'), 'utf8')).toContain('déjà vues, comptées une seule fois');
});

test('a file without a single assessment is refused, and the old report stays', async () => {
  const out = folderForTest();
  await reportForTest(out, { assessments: team(2) });
  const before = readFileSync(join(out, 'index.html'), 'utf8');
  await expect(reportForTest(out, { assessments: [{ id: 'x' } as Assessment] })).rejects.toThrow(/no assessment/);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(before);
});

test('few conversations are said to be few, in French and in English', async () => {
  const out = folderForTest();
  const page = async (lang: 'fr' | 'en') => {
    await reportForTest(out, { assessments: team(2), lang });
    return readFileSync(join(out, filesIn(out).find((file) => /^agents\/a1-.*html$/.test(file))!), 'utf8');
  };
  expect(await page('fr')).toContain('trop peu de conversations pour comparer');
  const english = await page('en');
  expect(english).toContain('too few conversations to compare');
  expect(english).not.toMatch(/conversations? jugées?|équipe/);
});

test('French typography: narrow spaces before signs, decimal commas, real quotation marks', async () => {
  const out = folderForTest();
  await reportForTest(out, { assessments: [...team(6), scored({ id: 'z', agent: 'A1', quality: 71.5 })] });
  const page = readFileSync(join(out, filesIn(out).find((file) => /^agents\/a1-.*html$/.test(file))!), 'utf8');
  const text = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ' ');
  expect(text).toMatch(/\d,\d/);
  expect(text).not.toMatch(/\w [;!?%]/);
  expect(text).not.toMatch(/« \w/);
});

test('nothing that a transcript or a name holds becomes markup, a formula, or a path', async () => {
  const out = folderForTest();
  await reportForTest(out, hostile);
  const files = filesIn(out);
  for (const file of files.filter((name) => name !== '.ecoute-report.json'))
    expect(file).toMatch(/^([a-z]+\/)?[a-z0-9-]+\.(html|csv|json)$/);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  expect(files.filter((file) => /^agents\/.*html$/.test(file))).toHaveLength(hostileNames.length);
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(out, file), 'utf8');
    expect(html.match(/<(script|iframe|img|svg onload|object|embed|link)/gi)).toBeNull();
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\ufffe/);
  }
  const table = readFileSync(join(out, 'agents.csv'), 'utf8');
  expect(table).toContain("'=HYPERLINK");
});

test('redacted and under pseudonyms, no name and no number is left in any file', async () => {
  const out = folderForTest();
  const keyFile = join(folderForTest(), 'cle.json');
  const evidence = [{ marker: 'client-name', turn: 0, start: 8, end: 19, quote: 'madame Kebé' }] as const;
  const assessments = Array.from({ length: 6 }, (_, at) =>
    scored({ id: `c${at}`, agent: 'A1', name: 'Nadia Benali', evidence, emotion: [null, 0] }),
  );
  const lines = [
    ['agent', 'Bonjour madame Kebé, ici Nadia.'],
    ['client', 'rappelez-moi au 06 12 34 56 78, nadia'],
  ] as const;
  const transcripts = Object.fromEntries(assessments.map(({ id }) => [id, lines]));
  await reportForTest(out, { assessments, transcripts, choices: { privacy: { redact: true, keyFile } } });
  const all = filesIn(out)
    .map((file) => readFileSync(join(out, file), 'utf8'))
    .join('\n');
  expect(all.match(/.{0,40}(?:Keb|Benali|nadia|06 12|\bA1\b).{0,20}/i)).toBeNull();
  expect(all).toContain('••••');
  expect(readFileSync(keyFile, 'utf8')).toContain('A1 (Nadia Benali)');
  expect(statSync(keyFile).mode & 0o077).toBe(0);
});

test('a transcript that is not the one that was scored is not quoted', async () => {
  const out = folderForTest();
  const assessments = [scored({ id: 'c', evidence: [{ turn: 0, quote: 'Bonjour' }], emotion: [null, 0] })];
  await reportForTest(out, {
    assessments,
    transcripts: {
      c: [
        ['agent', 'Autre chose, sans rapport'],
        ['client', 'ah'],
      ],
    },
  });
  expect(filesIn(out).some((file) => file.startsWith('conversations/'))).toBe(false);
  expect(readFileSync(join(out, 'team.html'), 'utf8')).toContain('qui ne vont pas avec leur score');
});

test('conversations of two exports that both count from 1 are two, each quoted in its own words', async () => {
  const out = folderForTest();
  const one = scored({ id: '1', agent: 'A1', evidence: [{ quote: 'Bonjour' }], emotion: [null, 0] });
  const other = scored({ id: '1', agent: 'A2', name: 'Marc', evidence: [{ quote: 'Bonsoir' }], emotion: [null, 0] });
  const { counted, agents } = await reportForTest(out, {
    assessments: [one, other, one],
    transcripts: {
      '1': [
        ['agent', 'Bonjour, ici Nadia'],
        ['client', 'oui'],
      ],
    },
  });
  expect({ counted, agents }).toEqual({ counted: 2, agents: 2 });
  expect(filesIn(out).filter((file) => file.startsWith('conversations/'))).toHaveLength(1);
  const marc = readFileSync(join(out, filesIn(out).find((file) => /^agents\/a2-.*html$/.test(file))!), 'utf8');
  expect(marc).not.toContain('ici Nadia');
});
