import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAssessment } from '../../src/model/assessment-schema.ts';
import { chatLine, folderForTest, launcher, runEcoute } from './run-ecoute.ts';

const lines = (text: string): string[] => text.trimEnd().split('\n');

test('a pipe gets one valid assessment a line, in the order of the input', async () => {
  const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const { code, stdout, stderr } = await runEcoute(['score'], { input: ids.map((id) => chatLine(id)).join('') });
  const assessments = lines(stdout).map((line) => parseAssessment(JSON.parse(line)));
  expect(assessments.map((a) => a.id)).toEqual(ids);
  expect(stderr).toContain('40 enregistrements lus = 40 jugés + 0 mis de côté');
  expect(code).toBe(0);
});

test('a quote is exactly the words at its place', async () => {
  const { stdout } = await runEcoute(['score', '-'], { input: chatLine('c1') });
  const turns = JSON.parse(chatLine('c1')).turns as { text: string }[];
  const { evidence } = JSON.parse(stdout);
  expect(evidence.length).toBeGreaterThan(3);
  for (const e of evidence) expect(turns[e.turn]!.text.slice(e.start, e.end)).toBe(e.quote);
});

test('files, folders and globs are read in a steady order', async () => {
  const folder = folderForTest();
  mkdirSync(join(folder, 'sub'));
  for (const name of ['b', 'a', 'sub/c']) writeFileSync(join(folder, `${name}.ndjson`), chatLine(name));
  const ids = async (...inputs: string[]) => {
    const { stdout } = await runEcoute(['score', ...inputs]);
    return lines(stdout).map((line) => JSON.parse(line).id);
  };
  expect(await ids(folder)).toEqual(['a', 'b', 'sub/c']);
  expect(await ids(join(folder, '*.ndjson'))).toEqual(['a', 'b']);
  expect(await ids(join(folder, 'b.ndjson'), join(folder, 'a.ndjson'))).toEqual(['b', 'a']);
});

test('two runs give the same bytes', async () => {
  const [one, two] = await Promise.all([runEcoute(['score', 'samples/demo']), runEcoute(['score', 'samples/demo'])]);
  expect(one.stdout).toBe(two.stdout);
  expect(lines(one.stdout).length).toBeGreaterThanOrEqual(40);
});

test('a bad record is set aside with its place and reason, and all the others are judged', async () => {
  const folder = folderForTest();
  const problems = join(folder, 'problems.ndjson');
  const input = join(folder, 'in.ndjson');
  writeFileSync(input, `${chatLine('c1')}{"id": "c2", turns\n${chatLine('c3')}`);
  const { code, stdout, stderr } = await runEcoute(['score', input, '--problems', problems]);
  expect(lines(stdout).map((line) => JSON.parse(line).id)).toEqual(['c1', 'c3']);
  expect(lines(readFileSync(problems, 'utf8')).map((line) => JSON.parse(line))).toMatchObject([
    { file: input, line: 2 },
    { ledger: { read: 3, judged: 2, set_aside: 1, reasons: { 'not JSON': 1 } } },
  ]);
  expect(stderr).toContain('3 enregistrements lus = 2 jugés + 1 mis de côté');
  expect(code).toBe(0);
});

test('what was set aside is counted by reason, each with its first place', async () => {
  const { stderr } = await runEcoute(['score', '-'], { input: `${'x\n'.repeat(9)}{"turns":[]}\n${chatLine('c1')}` });
  expect(stderr).toContain('  9 × -:1 ce n’est pas du JSON');
  expect(stderr).toContain('  -:10 conversation vide');
  expect(stderr).toContain('11 enregistrements lus = 1 jugé + 10 mis de côté');
  expect(stderr).toContain('--problems');
});

test('an id that came twice is told, and both conversations are judged', async () => {
  const { stdout, stderr } = await runEcoute(['score', '-'], {
    input: chatLine('c1') + chatLine('c2') + chatLine('c1'),
  });
  expect(lines(stdout)).toHaveLength(3);
  expect(stderr).toContain('1 identifiant en double, chaque conversation est jugée : c1 (A1)');
});

test('among many files one that is no transcript is set aside, and how the others were read is told', async () => {
  const folder = folderForTest();
  writeFileSync(join(folder, 'a.ndjson'), chatLine('c1'));
  writeFileSync(join(folder, 'b.bin'), Buffer.from([1, 2, 3, 0, 255, 254, 7]));
  const messages = 'conversation;role;texte\nc2;agent;Bonjour, Maud\nc2;client;bonjour\n';
  writeFileSync(join(folder, 'c.csv'), messages);
  const { code, stdout, stderr } = await runEcoute(['score', folder]);
  expect(lines(stdout).map((line) => JSON.parse(line).id)).toEqual(['c1', 'c2']);
  expect(stderr).toContain('3 enregistrements lus = 2 jugés + 1 mis de côté');
  expect(stderr).toMatch(/b\.bin/);
  expect(stderr).toMatch(/lu comme : ndjson \(1\), csv \(1\)/);
  expect(code).toBe(0);
});

test('--strict fails on any record set aside', async () => {
  expect((await runEcoute(['score', '-', '--strict'], { input: `${chatLine('c1')}oups\n` })).code).toBe(1);
  expect((await runEcoute(['score', '-', '--strict'], { input: chatLine('c1') })).code).toBe(0);
});

test('--out writes the very bytes of standard output and leaves nothing else behind', async () => {
  const folder = folderForTest();
  const out = join(folder, 'out.ndjson');
  const [toFile, toPipe] = await Promise.all([
    runEcoute(['score', 'samples/demo', '--out', out]),
    runEcoute(['score', 'samples/demo']),
  ]);
  expect(readFileSync(out, 'utf8')).toBe(toPipe.stdout);
  expect(toFile.stdout).toBe('');
  expect(readdirSync(folder)).toEqual(['out.ndjson']);
});

test('a problems file that cannot be written leaves no beginning of the output behind', async () => {
  const folder = folderForTest();
  const files = ['--out', join(folder, 'out.ndjson'), '--problems', join(folder, 'no', 'problems')];
  expect((await runEcoute(['score', 'samples/demo', ...files])).code).toBe(74);
  expect(readdirSync(folder)).toEqual([]);
});

test('an output that cannot be written ends with 74 and leaves nothing half-written', async () => {
  const folder = folderForTest();
  const { code, stderr } = await runEcoute(['score', 'samples/demo', '--out', join(folder, 'no', 'out.ndjson')]);
  expect(code).toBe(74);
  expect(stderr).toContain('out.ndjson');
  expect(readdirSync(folder)).toEqual([]);
});

test('a missing input ends with 66 and leaves the old output alone', async () => {
  const folder = folderForTest();
  const out = join(folder, 'out.ndjson');
  writeFileSync(out, 'old\n');
  const { code, stderr } = await runEcoute(['score', join(folder, 'nowhere.ndjson'), '--out', out]);
  expect(code).toBe(66);
  expect(stderr).toContain('nowhere.ndjson');
  expect(readFileSync(out, 'utf8')).toBe('old\n');
  expect(readdirSync(folder)).toEqual(['out.ndjson']);
});

test('a reader that leaves early ends the run quietly with 0', async () => {
  const input = Array.from({ length: 3000 }, (_, i) => chatLine(`c${i}`)).join('');
  const child = spawn(process.execPath, [launcher(), 'score', '-']);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('an assessment comes out as soon as its conversation has come in', async () => {
  const child = spawn(process.execPath, [launcher(), 'score', '-']);
  child.stdin.write(chatLine('c1'));
  const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  expect(JSON.parse(first.toString()).id).toBe('c1');
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
});

test('csv is a row a conversation and a column a behaviour', async () => {
  const { stdout } = await runEcoute(['score', '-', '--to', 'csv'], { input: chatLine('c1') + chatLine('c2') });
  const [head, ...rows] = lines(stdout);
  expect(head).toMatch(/^id,channel,.*,first-impression,.*,emotion_min,/);
  expect(rows.map((row) => row.split(',')[0])).toEqual(['c1', 'c2']);
});

test('--excel opens right in a French Excel', async () => {
  const { stdout } = await runEcoute(['score', '-', '--to', 'csv', '--excel'], { input: chatLine('c1') });
  expect(stdout.startsWith('\uFEFFid;channel;')).toBe(true);
  expect(stdout).toMatch(/;\d+,\d+;|;100;|;\d+;/);
});

test.runIf(process.platform === 'linux')('on a terminal the output is made for eyes', async () => {
  const command = `${process.execPath} ${launcher()} score samples/demo/appels.ndjson`;
  const shown = execFileSync('script', ['-qec', command, '/dev/null'], {
    cwd: join(launcher(), '..', '..'),
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '' },
  }).toString();
  expect(shown).toContain('\u001b[');
  expect(shown).toContain('Par conseiller');
});

test('pretty in a pipe has no colours and keeps to the width', async () => {
  for (const columns of [40, 80]) {
    const { stdout } = await runEcoute(['score', 'samples/demo', '--to', 'pretty'], { env: { COLUMNS: `${columns}` } });
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...lines(stdout).map((line) => [...line].length))).toBeLessThanOrEqual(columns);
  }
});

test.each([
  [['score', '--formt', 'csv'], '--from'],
  [['scroe'], 'score'],
  [['score', '--to', 'xml'], 'ndjson, csv, pretty'],
  [['score', '--threads', 'deux'], '--threads'],
  [['score', '--resume'], '--out'],
  [['score', '--to', 'ndjson', '--excel'], '--to csv'],
  [['score', '--region', 'fr-BE'], 'fr-FR, fr-CA'],
  [['score', '--from', 'xml'], 'ndjson, '],
  [['explain'], 'ENTRÉE'],
])('a bad command line ends with 64 and names what would do: %j', async (args, hint) => {
  const { code, stderr, stdout } = await runEcoute(args);
  expect(code).toBe(64);
  expect(stderr).toContain(hint);
  expect(stderr).toMatch(/Usage : ecoute/);
  expect(stdout).toBe('');
});

test('the very errors speak English where English was asked for', async () => {
  const { stderr } = await runEcoute(['score', '--formt', 'csv', '--lang', 'en']);
  expect(stderr).toContain('unknown option "--formt". Did you mean --from?');
  const told = await runEcoute(['score', '-', '--lang', 'en'], { input: chatLine('c1') });
  expect(told.stderr).toContain('1 record read = 1 judged + 0 set aside');
});

test('the version comes at once', async () => {
  const version = JSON.parse(readFileSync(join(launcher(), '..', '..', 'package.json'), 'utf8')).version;
  expect((await runEcoute(['--version'])).stdout).toBe(`${version}\n`);
  expect(existsSync(launcher())).toBe(true);
});
