import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderForTest, runEcoute } from './run-ecoute.ts';

const training = fileURLToPath(new URL('../training/', import.meta.url));
const transcripts = join(training, 'chats.transcripts.jsonl');
const labels = join(training, 'chats.labels.jsonl');

interface Labelled {
  id: string;
  turns: { i: number; m: string[]; e?: number }[];
}

const firstLabels = (n: number): Labelled[] =>
  readFileSync(labels, 'utf8')
    .split('\n')
    .slice(0, n)
    .map((line) => JSON.parse(line) as Labelled);

function written(name: string, lines: readonly unknown[]): string {
  const file = join(folderForTest(), name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

test('tells figures, groups, markers and behaviours; several files are measured together', async () => {
  const more = ['france.transcripts.jsonl', 'france.labels.jsonl'].map((name) => join(training, name));
  const { code, stdout } = await runEcoute([
    'evaluate',
    transcripts,
    more[0]!,
    '--labels',
    labels,
    more[1]!,
    '--strip',
  ]);
  expect(code).toBe(0);
  for (const part of [
    /micro-F1 +[01],\d{3} /,
    /^PAR SOURCE/m,
    /^chats +\d+/m,
    /^SANS PONCTUATION/m,
    /^greeting +\d+/m,
    /^warmth .*\s%/mu,
  ])
    expect(stdout).toMatch(part);
});

test('--json is for machines, --errors lists each disagreement with its turn', async () => {
  const { stdout } = await runEcoute([
    'evaluate',
    transcripts,
    '--labels',
    labels,
    '--json',
    '--by',
    'channel',
    '--errors',
    'solution',
  ]);
  const report = JSON.parse(stdout) as {
    overall: { headlines: Record<string, number> };
    by: object;
    disagreements: { about: string; conversation: string; text: string }[];
  };
  expect(report.overall.headlines.micro_f1).toBeGreaterThan(0);
  expect(Object.keys(report.by)).toEqual(['channel']);
  for (const one of report.disagreements)
    expect(one).toMatchObject({ about: 'solution', text: expect.any(String) as string });
});

test('labels that do not fit are all told with file and line, and nothing is measured', async () => {
  const [a, b, c] = firstLabels(3) as [Labelled, Labelled, Labelled];
  a.turns[0]!.m = ['salut'];
  b.turns.pop();
  const bad = written('bad.jsonl', [a, b, { ...c, id: 'inconnue' }]);
  const { code, stdout, stderr } = await runEcoute(['evaluate', transcripts, '--labels', bad]);
  expect(code).toBe(65);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/bad\.jsonl:1 .*"salut" is no marker; markers are greeting/);
  expect(stderr).toMatch(
    new RegExp(`bad\\.jsonl:2 conversation "${b.id}" has \\d+ labelled turns, but \\d+ turns at .*:2`),
  );
  expect(stderr).toMatch(/bad\.jsonl:3 conversation "inconnue" is labelled, but is in none of the transcripts/);
});

test('a team’s sheet is compared criterion by criterion, also as a French Excel saves it', async () => {
  const rows = firstLabels(12).map(({ id }, at) => `${id};Warmth;${at % 3 === 0 ? 'NOK' : 'OK'}`);
  const sheet = join(folderForTest(), 'grille.csv');
  writeFileSync(sheet, Buffer.from(['N° appel;Critère;Évaluation', ...rows].join('\r\n'), 'latin1'));
  const { code, stdout } = await runEcoute(['evaluate', transcripts, '--labels', sheet]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^12 notes sur 12 conversations/);
  expect(stdout).toMatch(/^Warmth +warmth +12 +\d+\s% /mu);
});

test('an unknown criterion names what is allowed; a map makes it known', async () => {
  const [{ id }] = firstLabels(1) as [Labelled];
  const sheet = written('grille.csv', ['conversation,criterion,grade', `${id},Sourire,bof`]);
  const refused = await runEcoute(['evaluate', transcripts, '--labels', sheet]);
  expect(refused.code).toBe(65);
  expect(refused.stderr).toMatch(/grille\.csv:2 criterion "Sourire" is none of ours; allowed.*in-control/);
  const map = written('carte.yaml', ['criteria:', '  Sourire: warmth', 'grades:', '  bof: missed']);
  expect((await runEcoute(['evaluate', transcripts, '--labels', sheet, '--criteria', map])).code).toBe(0);
  const wrong = written('fausse.yaml', ['criteria:', '  Sourire: smile']);
  const faulty = await runEcoute(['evaluate', transcripts, '--labels', sheet, '--criteria', wrong]);
  expect(faulty.code).toBe(2);
  expect(faulty.stderr).toMatch(/fausse\.yaml:2:3 "smile" found for "Sourire"; allowed are in-control/);
});

test.each([
  [['--labels', labels], /donnez les transcriptions/],
  [[transcripts], /--labels/],
  [[transcripts, '--labels', labels, '--errors', 'greting'], /« greting » n’est ni un fichier/],
  [[transcripts, '--labels', labels, '--by', 'canal'], /source, channel, variety, none/],
  [[transcripts, '--labels', labels, '--leave-out', 'nom'], /« nom » ne convient pas/],
  [[transcripts, '--labels', labels, '--criteria', 'carte.yaml'], /vaut pour une grille notée/],
])('a bad command line (%#) is told with its usage', async (args, told) => {
  const { code, stderr } = await runEcoute(['evaluate', ...args]);
  expect(code).toBe(64);
  expect(stderr).toMatch(told);
  expect(stderr).toContain('ecoute evaluate TRANSCRIPTS…');
});

test('a file that is not there is told', async () => {
  const { code, stderr } = await runEcoute(['evaluate', transcripts, '--labels', 'absent.jsonl']);
  expect(code).toBe(66);
  expect(stderr).toContain('absent.jsonl : ce fichier n’existe pas');
});
