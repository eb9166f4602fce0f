import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chatLine, folderForTest, runEcoute } from './run-ecoute.ts';

test('the words of every piece of evidence are marked in the text, with their marker and lexicon line', async () => {
  const { code, stdout } = await runEcoute(['explain', '-'], { input: chatLine('c1') });
  expect(code).toBe(0);
  expect(stdout).toContain('[Bonjour');
  expect(stdout).toMatch(/└ .+ « Bonjour.* » fr\/greeting\.yaml:\d+/);
});

test('every missed behaviour names the turns that were searched', async () => {
  const { stdout } = await runEcoute(['explain', '-'], { input: chatLine('c1') });
  const shown = stdout.split('\n');
  const missed = shown.flatMap((line, i) =>
    line.startsWith('○') && line.endsWith('manqué') ? [shown[i + 1] ?? ''] : [],
  );
  expect(missed.length).toBeGreaterThan(0);
  for (const grounds of missed) expect(grounds).toMatch(/tours? \d/);
});

test('emotion stands beside each turn of the client', async () => {
  const { stdout } = await runEcoute(['explain', '-'], { input: chatLine('c1') });
  expect(stdout).toMatch(/\[1\] client −[123]/);
});

test('--id picks one conversation among many', async () => {
  const input = chatLine('c1') + chatLine('c2');
  expect((await runEcoute(['explain', '-', '--id', 'c2'], { input })).stdout).toMatch(/^c2 · /);
  const lost = await runEcoute(['explain', '-', '--id', 'c9'], { input });
  expect(lost.code).toBe(66);
  expect(lost.stderr).toContain('c1, c2');
  const open = await runEcoute(['explain', '-'], { input });
  expect(open.code).toBe(64);
  expect(open.stderr).toContain('--id');
});

test('a narrow screen gets narrow lines, and no word is lost', async () => {
  const folder = folderForTest();
  const file = join(folder, 'in.ndjson');
  const words =
    'alors je vous explique mon abonnement internet a été coupé anticonstitutionnellement hier soir 😀 '.repeat(6);
  writeFileSync(file, chatLine('c1', ['agent', 'Bonjour !'], ['client', words]));
  const { stdout } = await runEcoute(['explain', file], { env: { COLUMNS: '40' } });
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(40);
  expect(stdout.replaceAll(/[[\]]/g, '').replace(/\s+/g, ' ')).toContain(
    words.replace(/\s+/g, ' ').trim().slice(0, 300),
  );
});

test('colours come only where they are wanted', async () => {
  const input = chatLine('c1');
  expect((await runEcoute(['explain', '-'], { input })).stdout).not.toContain('\u001b');
  expect((await runEcoute(['explain', '-'], { input, env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
  const both = await runEcoute(['explain', '-'], { input, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  expect(both.stdout).not.toContain('\u001b');
});

test('what a transcript holds cannot drive the terminal', async () => {
  const input = chatLine('c\u001b]0;x\u0007', ['agent', 'Bonjour \u001b[2J\u202eruojnoB'], ['client', 'ok']);
  const { stdout } = await runEcoute(['explain', '-'], { input });
  for (const dangerous of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(dangerous);
});
