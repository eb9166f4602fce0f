import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { chatLine, folderForTest, launcher, runEcoute } from './run-ecoute.ts';

// Enough for the pool to start: it leaves small inputs to one thread.
const conversations = 7000;
let many = '';

beforeAll(() => {
  const broken = '{"id": "torn", "turns": [{"speaker": "agent"\n';
  many = Array.from({ length: conversations }, (_, i) => chatLine(`c${i}`) + (i % 1000 === 7 ? broken : '')).join('');
});

test('several threads give the same bytes, problems and account as one', async () => {
  const folder = folderForTest();
  const input = join(folder, 'many.ndjson');
  writeFileSync(input, many);
  for (const format of ['ndjson', 'csv']) {
    const [one, three] = await Promise.all(
      ['1', '3'].map(async (threads) => {
        const out = join(folder, `${threads}.${format}`);
        const problems = join(folder, `${threads}.${format}.problems`);
        const { stderr } = await runEcoute([
          'score',
          input,
          '--threads',
          threads,
          '--out',
          out,
          '--problems',
          problems,
        ]);
        return {
          stderr: stderr.split('\n')[0],
          out: readFileSync(out, 'utf8'),
          problems: readFileSync(problems, 'utf8'),
        };
      }),
    );
    expect(three!.stderr).toBe(one!.stderr);
    expect(three!.problems).toBe(one!.problems);
    expect(three!.out === one!.out).toBe(true);
    expect(one!.problems.split('\n')).toHaveLength(9);
  }
}, 120_000);

test('what is read record by record goes to the threads too: the same bytes, killed and resumed or not', async () => {
  const folder = folderForTest();
  const input = join(folder, 'many.csv');
  const rows = Array.from(
    { length: conversations },
    (_, i) => `c${i};Conseiller;bonjour, que puis-je faire pour vous ?\nc${i};Client;ma ligne est coupée\n`,
  );
  writeFileSync(input, `conversation;locuteur;message\n${rows.join('')}perdu;Client\n`);
  const args = (threads: string, name: string): string[] => {
    const target = ['--out', join(folder, name), '--problems', join(folder, `${name}.problems`)];
    return ['score', input, '--to', 'ndjson', '--threads', threads, ...target];
  };
  await runEcoute(args('1', 'one'));
  await runEcoute(args('3', 'three'));
  const part = join(folder, 'resumed.part.json');
  const child = spawn(process.execPath, [launcher(), ...args('2', 'resumed')], { stdio: 'ignore' });
  while (!existsSync(part) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  await runEcoute([...args('2', 'resumed'), '--resume']);
  for (const name of ['three', 'resumed'])
    for (const end of ['', '.problems'])
      expect(readFileSync(join(folder, name + end), 'utf8') === readFileSync(join(folder, `one${end}`), 'utf8')).toBe(
        true,
      );
  expect(readFileSync(join(folder, 'one'), 'utf8').split('\n')).toHaveLength(conversations + 1);
}, 120_000);

test.each(['1', '2'])(
  'killed in the middle, --resume goes on to the very same bytes (%s threads)',
  async (threads) => {
    const folder = folderForTest();
    const input = join(folder, 'many.ndjson');
    writeFileSync(input, many.repeat(2));
    const args = (name: string): string[] => {
      const target = ['--out', join(folder, name), '--problems', join(folder, `${name}.problems`)];
      return ['score', input, '--threads', threads, ...target];
    };
    await runEcoute(args('whole'));
    const part = join(folder, 'resumed.part.json');
    const child = spawn(process.execPath, [launcher(), ...args('resumed')], { stdio: 'ignore' });
    while (!existsSync(part) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    expect(existsSync(join(folder, 'resumed'))).toBe(false);
    const { stderr } = await runEcoute([...args('resumed'), '--resume']);
    expect(stderr).toContain('reprise après');
    for (const end of ['', '.problems'])
      expect(
        readFileSync(join(folder, `resumed${end}`), 'utf8') === readFileSync(join(folder, `whole${end}`), 'utf8'),
      ).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  },
  120_000,
);

test('--resume refuses what another run has left', async () => {
  const folder = folderForTest();
  const out = join(folder, 'out.ndjson');
  writeFileSync(`${out}.part`, '');
  writeFileSync(`${out}.part.json`, JSON.stringify({ run: 'another' }));
  const { code, stderr } = await runEcoute(['score', 'samples/demo', '--out', out, '--resume']);
  expect(code).toBe(65);
  expect(stderr).toContain('une autre exécution');
});

test('--resume without anything left begins at the beginning', async () => {
  const folder = folderForTest();
  const out = join(folder, 'out.ndjson');
  expect((await runEcoute(['score', 'samples/demo', '--out', out, '--resume'])).code).toBe(0);
  expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(40);
});

test('what several threads have judged goes out while the input makes them wait', async () => {
  const child = spawn(process.execPath, [launcher(), 'score', '-', '--threads', '2'], { stdio: 'pipe' });
  let lineFeeds = 0;
  const all = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) lineFeeds += 1;
      if (lineFeeds === conversations) resolve();
    });
  });
  child.stdin.write(Array.from({ length: conversations }, (_, i) => chatLine(`c${i}`)).join(''));
  await all;
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
}, 120_000);
