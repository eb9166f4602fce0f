import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderForTest, runEcoute } from './run-ecoute.ts';

const training = fileURLToPath(new URL('../training/', import.meta.url));
const transcripts = join(training, 'france.transcripts.jsonl');
const labels = join(training, 'france.labels.jsonl');

test('draws from conversations and from score files the same', async () => {
  const scores = join(folderForTest(), 'scores.ndjson');
  await runEcoute(['score', transcripts, '--out', scores]);
  const [heard, read] = await Promise.all([transcripts, scores].map((input) => runEcoute(['sample', input, '--json'])));
  expect(heard!.code).toBe(0);
  expect(JSON.parse(heard!.stdout)).toMatchObject({ seed: 1, per_agent: 5 });
  expect(read!.stdout).toBe(heard!.stdout);
});

test('says for each why it was drawn, and with labels what the draw gains over chance', async () => {
  const { code, stdout } = await runEcoute(['sample', transcripts, '--per-agent', '3', '--labels', labels]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ conversations à écouter sur \d+, pour \d+ conseillers \(graine 1\)/);
  expect(stdout).toMatch(/^ {2}à risque +tf-\d+ {2}\S/m);
  expect(stdout).toMatch(
    /mauvaises selon la personne : \d+ sur \d+\n {2}tirées pour cela : \d+ sur \d+ le sont ; au hasard /,
  );
});

test('wrong numbers, nothing to draw from, and labels of other conversations are told', async () => {
  const none = await runEcoute(['sample']);
  expect([none.code, none.stderr]).toEqual([64, expect.stringContaining('rien à tirer')]);
  const zero = await runEcoute(['sample', transcripts, '--per-agent', '0']);
  expect([zero.code, zero.stderr]).toEqual([64, expect.stringContaining('--per-agent attend un nombre entier')]);
  const other = join(folderForTest(), 'autres.jsonl');
  writeFileSync(other, '{"id":"ailleurs","turns":[]}\n');
  const misfit = await runEcoute(['sample', transcripts, '--labels', other]);
  expect([misfit.code, misfit.stdout]).toEqual([65, '']);
  expect(misfit.stderr).toContain('autres.jsonl:1 conversation "ailleurs" is labelled, but is in none');
});
