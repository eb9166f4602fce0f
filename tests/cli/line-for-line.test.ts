// The contract of the stream filter, through the real command line.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chatLine, folderForTest, launcher, runEcoute } from './run-ecoute.ts';

const filter = ['score', '--from', 'ndjson', '--to', 'ndjson', '--line-for-line', '-'];

/** Lines, a line feed ending each. */
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

interface Answer {
  readonly id: string | null;
  readonly problem?: string;
  readonly quality?: number;
}

const answersOf = (text: string): Answer[] => linesOf(text).map((line) => JSON.parse(line) as Answer);

test('every line gets one line, in order: bad, blank and torn ones too', async () => {
  const input = [
    chatLine('first').trimEnd(),
    '',
    '{"id":"torn","turns":[{"speaker":"agent"',
    '{"id":"mute","turns":[]}',
    '42',
    `${chatLine('windows').trimEnd()}\r`,
    '   ',
    chatLine('last, without line feed').trimEnd(),
  ].join('\n');
  const { code, stdout, stderr } = await runEcoute(filter, { input });
  expect(code).toBe(0);
  expect(answersOf(stdout).map(({ id, problem }) => [id, problem !== undefined])).toEqual([
    ['first', false],
    [null, true],
    ['torn', true],
    ['mute', true],
    [null, true],
    ['windows', false],
    [null, true],
    ['last, without line feed', false],
  ]);
  expect(stderr).toContain('8 enregistrements lus = 3 jugés + 5 mis de côté');
});

test('good lines get the bytes that an ordinary run gives, on one thread and on three', async () => {
  const good = Array.from({ length: 1200 }, (_, i) => chatLine(`c${i}`));
  const bad = '{"id":"bad"}\n';
  const mixed = good.map((line, i) => (i % 200 === 3 ? bad + line : line)).join('');
  const ordinary = await runEcoute(['score', '-', '--to', 'ndjson'], { input: good.join('') });
  for (const threads of ['1', '3']) {
    const { stdout } = await runEcoute([...filter, '--threads', threads], { input: mixed });
    const lines = linesOf(stdout);
    expect(lines).toHaveLength(1206);
    expect(lines.filter((line) => !line.includes('"problem"')).join('\n') === ordinary.stdout.trimEnd()).toBe(true);
    expect(
      lines.indexOf('{"id":"bad","problem":"no \\"turns\\"; a list of {\\"speaker\\", \\"text\\"} is expected"}'),
    ).toBe(3);
  }
}, 60_000);

test('the same line gets the same answer wherever the stream was cut', async () => {
  const nameless = chatLine('x').replace('"id":"x",', '');
  const lines = [chatLine('a'), '{"id":"b"}\n', 'x\n', nameless, chatLine('c')];
  const whole = await runEcoute(filter, { input: lines.join('') });
  const parts = await Promise.all(lines.map((input) => runEcoute(filter, { input })));
  expect(parts.map(({ stdout }) => stdout).join('')).toBe(whole.stdout);
  expect(answersOf(whole.stdout)[3]!.problem).toContain('no "id"');
});

test('whatever bytes come, there are as many lines out as in', async () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')),
    fc.json().map((json) => json.replaceAll('\n', ' ')),
    fc.json().map((json) => `{"id":"j","turns":${json}}`),
    fc.constant(chatLine('ok').trimEnd()),
  );
  const lines = fc.sample(line, { numRuns: 800, seed: 7 });
  const { code, stdout } = await runEcoute(filter, { input: `${lines.join('\n')}\n` });
  expect(code).toBe(0);
  const answers = answersOf(stdout);
  expect(answers).toHaveLength(lines.length);
  lines.forEach((sent, i) => {
    if (sent === chatLine('ok').trimEnd()) expect(answers[i]).toMatchObject({ id: 'ok', channel: 'chat' });
  });
});

test('nothing in, nothing out', async () => {
  expect(await runEcoute(filter, { input: '' })).toMatchObject({ code: 0, stdout: '' });
});

test('a line of 17 MB is answered, and so is the next one', async () => {
  const input = `${JSON.stringify({ id: 'huge', turns: [{ speaker: 'agent', text: 'x'.repeat(17 << 20) }] })}\n${chatLine('next')}`;
  const { code, stdout } = await runEcoute(filter, { input });
  const [huge, next, ...more] = answersOf(stdout);
  expect(code).toBe(0);
  expect(huge!.problem).toContain('longer than 16 MB');
  expect(next).toMatchObject({ id: 'next' });
  expect(more).toEqual([]);
});

test('an answer does not wait for the next line', async () => {
  const child = spawn(process.execPath, [launcher(), ...filter], { stdio: ['pipe', 'pipe', 'ignore'] });
  const next = (): Promise<string> =>
    new Promise((resolve) => child.stdout.once('data', (d: Buffer) => resolve(`${d}`)));
  for (const id of ['one', 'two']) {
    child.stdin.write(chatLine(id));
    expect(answersOf(await next())).toMatchObject([{ id }]);
  }
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});

test('a reader that leaves early makes it fail aloud, even while the writer says nothing', async () => {
  const child = spawn(process.execPath, [launcher(), ...filter], { stdio: ['pipe', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (d: Buffer) => {
    told += d;
  });
  child.stdin.on('error', () => {});
  child.stdout.once('data', () => {
    child.stdout.destroy();
    child.stdin.write(chatLine('two'));
  });
  child.stdin.write(chatLine('one'));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(74);
  expect(told).toContain('le lecteur est parti avant la fin');
});

test('rules at fault end it with the code of the table, not with half an answer', async () => {
  const input = chatLine('a');
  expect((await runEcoute([...filter, '--lexicons', 'nowhere'], { input })).code).toBe(66);
  expect((await runEcoute([...filter, '--scorecard', 'package.json'], { input })).code).toBe(2);
});

test('what has no place in a filter is a mistake in the command line', async () => {
  const wrong = [
    ['score', '--line-for-line', '-', '--to', 'csv'],
    ['score', '--line-for-line', '-', '--from', 'text'],
    ['score', '--line-for-line', '-', '--out', 'x'],
    ['score', '--line-for-line', '-', '--problems', 'x'],
    ['score', '--line-for-line', '-', '--pseudonymize-agents', 'x'],
    ['score', '--line-for-line', 'samples/demo'],
  ];
  for (const args of wrong) {
    const { code, stdout, stderr } = await runEcoute(args, { input: chatLine('a') });
    expect([code, stdout, stderr.includes('--line-for-line')]).toEqual([64, '', true]);
  }
});

test('nothing is left on disk', async () => {
  const folder = folderForTest();
  const env = { TMPDIR: folder, HOME: folder, XDG_CACHE_HOME: `${folder}/cache` };
  await runEcoute(filter, { input: chatLine('warm'), env });
  const before = readdirSync(folder, { recursive: true });
  await runEcoute(filter, { input: chatLine('a').repeat(100), env });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

test.runIf(process.platform === 'linux')('memory does not grow with the stream', async () => {
  const child = spawn(process.execPath, [launcher(), ...filter, '--threads', '1'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let answers = 0;
  let wake = (): void => {};
  child.stdout.on('data', (bytes: Buffer) => {
    for (const byte of bytes) if (byte === 10) answers += 1;
    wake();
  });
  /** Peak of the process in MB once every one of some more lines is answered. */
  const peakAfter = async (lines: number): Promise<number> => {
    const until = answers + lines;
    child.stdin.write(`${JSON.stringify({ id: 'x', about: 'y'.repeat(2000) })}\n`.repeat(lines));
    while (answers < until)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
  };
  const early = await peakAfter(20_000);
  const late = await peakAfter(100_000);
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  expect(late).toBeLessThan(early + 60);
});
