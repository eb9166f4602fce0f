import { expect, test } from 'vitest';
import type { RuleError } from '../../src/errors.ts';
import { speakerWords } from '../../src/readers/settle/speaker-file.ts';
import { roleOfLabel } from '../../src/readers/settle/speaker-words.ts';
import { folderWith } from './folder.ts';

const words = await speakerWords();

test.each([
  ['Conseillère', 'agent'],
  ['CONSEILLER', 'agent'],
  ['conseiller clientèle', 'agent'],
  ['Agent 2', 'agent'],
  ['agent:Nadia', 'agent'],
  ['Agent Marion', 'agent'],
  ['Nadia (conseillère)', 'agent'],
  ['Préposée', 'agent'],
  ['HUMAN_AGENT', 'agent'],
  ['Client (M. Roy)', 'client'],
  ['END_USER', 'client'],
  ['endUser', 'client'],
  ['Assuré', 'client'],
  ['AUTOMATED_AGENT', 'bot'],
  ['Agent virtuel', 'bot'],
  ['SVI', 'bot'],
  ['Superviseur', 'system'],
  ['Marion', undefined],
  ['SPEAKER_00', undefined],
  ['constructor', undefined],
  ['', undefined],
])('%j is %s', (label, role) => {
  expect(roleOfLabel(label, words)).toBe(role);
});

test('faults of speakers.yaml are told at once, with their lines', async () => {
  const folder = folderWith({
    'speakers.yaml':
      'labels:\n  agent: [guichet]\n  client: [Guichet]\n  chef: [x]\ncues:\n  confidence: 2\n  agent: { bonjour: beaucoup }\n',
  });
  const faults = await speakerWords(folder).catch((error: RuleError) => error.faults);
  expect(faults).toMatchObject([
    { line: 4, message: expect.stringContaining('"chef"') },
    { line: 3, message: expect.stringContaining('both agent and client') },
    { line: 6, message: expect.stringContaining('confidence: 2') },
    { line: 7, message: 'a number is expected' },
  ]);
});

test('a folder without the file takes the words of the package', async () => {
  expect(await speakerWords(folderWith({ 'x.yaml': '' }))).toBe(words);
});
