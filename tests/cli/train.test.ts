import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chatLine, folderForTest, runEcoute } from './run-ecoute.ts';

const training = fileURLToPath(new URL('../training/', import.meta.url));
const inputs = ['--transcripts', join(training, 'chats.transcripts.jsonl'), '--labels'];

test('a team learns an ear of its own, and is told what it is worth on all that is judged', async () => {
  const out = join(folderForTest(), 'ear');
  const { code, stdout } = await runEcoute(['train', ...inputs, join(training, 'chats.labels.jsonl'), '--out', out]);
  expect(code).toBe(0);
  for (const figure of ['micro-F1', 'macro-F1', 'comportements, κ', 'émotion, κ quadratique', 'moments, F1'])
    expect(stdout).toMatch(new RegExp(`^${figure} +0\\.\\d+ +0\\.\\d+$`, 'm'));
  expect(existsSync(join(out, 'ear.bin'))).toBe(true);
  expect(JSON.parse(readFileSync(join(out, 'ear.json'), 'utf8'))).toMatchObject({ conversations: 40 });
}, 60_000);

test('too little to learn from is told, with how much is missing', async () => {
  const folder = folderForTest();
  const { code, stderr } = await runEcoute(
    ['train', '--transcripts', '-', '--labels', join(training, 'chats.labels.jsonl'), '--out', folder],
    {
      input: chatLine('c1'),
    },
  );
  expect(code).toBe(65);
  expect(stderr).toContain('il en manque 20');
});
