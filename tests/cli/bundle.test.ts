// The one-file bundle, alone in an empty folder, gives the bytes that the installed package gives.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, inject, test } from 'vitest';
import { chatLine, folderForTest, runEcoute } from './run-ecoute.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The text of the bundle; every test puts it in a folder of its own. */
let bundle: Buffer;

function make(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'bundle', 'bundle.js'), ...args], { encoding: 'utf8' });
}

function runAlone(args: readonly string[], input = '') {
  const folder = folderForTest();
  writeFileSync(join(folder, 'ecoute.mjs'), bundle);
  // No home, no search path, nothing to lean on.
  const options = { cwd: folder, input, env: {}, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const ran = spawnSync(process.execPath, ['ecoute.mjs', ...args], options);
  return { ...ran, left: readdirSync(folder) };
}

beforeAll(() => {
  const out = join(root, 'node_modules', '.cache', `bundle-test-${process.pid}.mjs`);
  const lexicons = join(inject('builtPackage'), 'lexicons');
  const { stderr, status } = make('--out', out, '--lexicons', lexicons);
  expect([status, stderr]).toEqual([0, '']);
  bundle = readFileSync(out);
  return () => spawnSync('rm', [out]);
}, 120_000);

const demo = readdirSync(join(root, 'samples', 'demo'))
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => readFileSync(join(root, 'samples', 'demo', name), 'utf8'))
  .join('');
const spoken =
  'Conseiller : Bonjour, que puis-je pour vous ?\nClient : Ma box ne marche plus.\nConseiller : Je regarde.\n';

test.each<[string, readonly string[], string]>([
  ['as a filter', ['--line-for-line', '-'], `${demo}\n{"id":"x"}\n`],
  ['with one region and the lexicons alone', ['--region', 'fr-CA', '--ears', 'lexicon', '-'], demo],
  ['with people hidden', ['--redact', '-'], chatLine('r', ['client', 'Mon numéro est le 06 12 34 56 78, Luc Roy.'])],
  ['as a table', ['--to', 'csv', '-'], demo],
  ['from plain text', ['-'], spoken],
])('%s', async (_, args, input) => {
  const alone = runAlone(['score', ...args], input);
  const installed = await runEcoute(['score', ...args], { input });
  expect([alone.status, alone.stderr]).toEqual([installed.code, installed.stderr]);
  expect(alone.stdout === installed.stdout).toBe(true);
  expect(alone.stdout).not.toBe('');
  expect(alone.left).toEqual(['ecoute.mjs']);
});

test('its threads are itself', async () => {
  const input = demo.repeat(20);
  const alone = runAlone(['score', '--threads', '2', '--line-for-line', '-'], input);
  const one = await runEcoute(['score', '--threads', '1', '--line-for-line', '-'], { input });
  expect(alone.status).toBe(0);
  expect(alone.stdout === one.stdout).toBe(true);
}, 120_000);

test('it tells its version and its rules', async () => {
  expect(runAlone(['--version']).stdout).toBe((await runEcoute(['--version'])).stdout);
  expect(runAlone(['markers', '--json']).stdout).toBe((await runEcoute(['markers', '--json'])).stdout);
});

test('what it does not carry it refuses with a sentence', () => {
  const other = runAlone(['score', '--scorecard', 'mine.yaml', '-'], demo);
  expect([other.status, other.stdout]).toEqual([66, '']);
  expect(other.stderr).toContain('npm run bundle');
  expect(runAlone(['report', 'x']).status).toBe(64);
});

test('faults in the rules, and a name that node would misread, are told before anything is made', () => {
  expect(make('--lexicons', root)).toMatchObject({ status: 1, stdout: '' });
  const scorecard = make('--scorecard', join(root, 'package.json'));
  expect(scorecard).toMatchObject({ status: 2, stdout: '' });
  expect(scorecard.stderr).toContain('scorecard.yaml:');
  expect(make('--out', 'ecoute.js')).toMatchObject({ status: 64, stdout: '' });
});
