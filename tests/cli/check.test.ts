import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { behaviourIds } from '../../src/model/behaviour.ts';
import { markerIds } from '../../src/model/marker.ts';
import { folderForTest, runEcoute } from './run-ecoute.ts';

function ownLexicons(): string {
  const folder = join(folderForTest(), 'lexicons');
  cpSync(join(inject('builtPackage'), 'lexicons'), folder, { recursive: true, dereference: true });
  return folder;
}

test('the lexicons of the package are in order', async () => {
  const { code, stdout, stderr } = await runEcoute(['check']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Tout est bon : 36 marqueurs, .* 18 comportements\.\n$/);
  expect(code).toBe(0);
});

test('all faults come at once with file, line and column, and nothing is read before', async () => {
  const lexicons = ownLexicons();
  appendFileSync(join(lexicons, 'fr', 'greeting.yaml'), 'tone: warm\n');
  const apology = join(lexicons, 'fr', 'apology.yaml');
  writeFileSync(apology, readFileSync(apology, 'utf8').replace('phrases:\n', 'phrases:\n  - (désolé\n'));
  for (const args of [
    ['check', '--lexicons', lexicons],
    ['score', 'samples/demo', '--lexicons', lexicons],
  ]) {
    const { code, stdout, stderr } = await runEcoute(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/fr\/greeting\.yaml:\d+:\d+ /);
    expect(stderr).toMatch(/fr\/apology\.yaml:\d+:\d+ /);
    expect(stdout).toBe('');
  }
});

test('an example that is not heard as it says is a fault', async () => {
  const lexicons = ownLexicons();
  const greeting = join(lexicons, 'fr', 'greeting.yaml');
  const text = readFileSync(greeting, 'utf8');
  writeFileSync(greeting, text.replace(/examples: \|\n/, 'examples: |\n  + <Le chat> dort\n'));
  const { code, stderr } = await runEcoute(['check', '--lexicons', lexicons]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/fr\/greeting\.yaml:\d+:\d+ .*Le chat/);
});

test('a folder without lexicons is said to be one', async () => {
  const { code, stderr } = await runEcoute(['check', '--lexicons', folderForTest()]);
  expect(code).toBe(66);
  expect(stderr).toContain('pas de lexiques');
});

test('the table of markers names every marker and behaviour', async () => {
  const { stdout } = await runEcoute(['markers']);
  for (const id of [...markerIds, ...behaviourIds]) expect(stdout).toContain(id);
  const json = JSON.parse((await runEcoute(['markers', '--json'])).stdout);
  expect(json.markers.map((m: { id: string }) => m.id).sort()).toEqual([...markerIds].sort());
  expect(json.behaviours).toHaveLength(behaviourIds.length);
});
