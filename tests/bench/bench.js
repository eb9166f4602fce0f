// npm run bench: what scoring costs beside the cost of just reading the file, and beside other tools, in one table.
//   --size MB      of the corpus (50)            --rounds N     medians of so many rounds (3)
//   --check        fails where a ratio is 20 % worse than in baseline.json       --save   writes baseline.json
//   --long         also 100 MB and 2 GB, for memory              --package DIR   a built package elsewhere
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { plainPhrases, thinned } from './phrases.js';
import { beside, median, run } from './run.js';
import { compared, show } from './table.js';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    package: { type: 'string', default: resolve(beside('.'), '../..') },
    check: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
});
const root = resolve(options.package);
if (!existsSync(join(root, 'dist'))) throw new Error(`no ${root}/dist: npm run build first`);
const rounds = Number(options.rounds);
const baselineFile = beside('baseline.json');
const folder = join(tmpdir(), `ecoute-bench-${process.pid}`);
mkdirSync(folder);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const bin = join(root, 'bin/ecoute.js');
const lexicons = join(root, 'lexicons');
const file = (name) => join(folder, name);
const corpus = (name, megabytes) => {
  writeCorpus(megabytes * 1e6, file(`${name}.ndjson`), file(`${name}.csv`));
  return { name, bytes: statSync(file(`${name}.ndjson`)).size };
};
// What a start costs is the same for both sizes, and drops out of their difference.
const large = corpus('large', Number(options.size));
const small = corpus('small', Number(options.size) / 5);
const made = [large, small];
// The generator has few sentences: conversations of which no two sound alike show what a first hearing costs.
const varied = ['varied', 'varied-few'].map((name, few) => variedCorpus(name, few === 1 ? 5 : 1));
const turnsIn = (name) => readFileSync(file(`${name}.ndjson`), 'utf8').split('"speaker"').length - 1;
const turns = turnsIn('large');
const score = (input, ...rest) => [bin, 'score', input, '--threads', '1', ...rest];

/** The labelled conversations of the tests, or one in so many, as NDJSON. */
function variedCorpus(name, every) {
  const folderOf = beside('../training');
  const lines = readdirSync(folderOf)
    .filter((file) => file.endsWith('.transcripts.jsonl') && !file.startsWith('single-turns'))
    .flatMap((file) => readFileSync(join(folderOf, file), 'utf8').trimEnd().split('\n'))
    .filter((_, i) => i % every === 0);
  writeFileSync(file(`${name}.ndjson`), `${lines.join('\n')}\n`);
  return { name, bytes: statSync(file(`${name}.ndjson`)).size };
}

/** Microseconds a turn of spaCy's phrase matcher; null where there is no spaCy. */
function spacyPeer() {
  if (spawnSync('python3', ['-c', 'import spacy']).status !== 0) return null;
  writeFileSync(file('phrases.json'), JSON.stringify(plainPhrases(lexicons, 100_000)));
  const { stdout } = spawnSync('python3', [beside('spacy-peer.py'), file('small.ndjson'), file('phrases.json')]);
  return JSON.parse(stdout).microseconds;
}

/** The floor is so low that it is measured several times over. */
const floorTimes = 10;

const floor = 'floor: read + JSON.parse';
const variedFloor = 'floor, conversations that do not repeat';

/** Each way: its name, and its arguments for a corpus. */
const ways = {
  [floor]: (of) => [beside('floor.js'), file(`${of.name}.ndjson`), String(floorTimes)],
  [variedFloor]: (of) => [beside('floor.js'), file(`${of.name}.ndjson`), String(floorTimes)],
  'ecoute, lexicons alone': (of) => score(file(`${of.name}.ndjson`), '--to', 'ndjson', '--ears', 'lexicon'),
  'ecoute, both ears': (of) => score(file(`${of.name}.ndjson`), '--to', 'ndjson'),
  'lexicons alone, nothing repeats': (of) => score(file(`${of.name}.ndjson`), '--to', 'ndjson', '--ears', 'lexicon'),
  'both ears, nothing repeats': (of) => score(file(`${of.name}.ndjson`), '--to', 'ndjson'),
  'ecoute, CSV out': (of) => score(file(`${of.name}.ndjson`), '--to', 'csv', '--ears', 'lexicon'),
  'csv-parse alone': (of) => [beside('csv-floor.js'), file(`${of.name}.csv`)],
  'ecoute, CSV in': (of) => score(file(`${of.name}.csv`), '--to', 'ndjson', '--ears', 'lexicon'),
  'ecoute report': (of) => [bin, 'report', file(`${of.name}.scores.ndjson`), '--out', file(`${of.name}-pages`)],
};
for (const of of [large, small])
  await run([
    ...score(file(`${of.name}.ndjson`), '--to', 'ndjson', '--ears', 'lexicon'),
    '--out',
    file(`${of.name}.scores.ndjson`),
  ]);
const fewLexicons = file('few');
const allPhrases = thinned(lexicons, file('all'), 1);
const fewPhrases = thinned(lexicons, fewLexicons, 300 / allPhrases);
ways[`ecoute, ${fewPhrases} phrases of ${allPhrases}`] = (of) =>
  score(file(`${of.name}.ndjson`), '--to', 'ndjson', '--ears', 'lexicon', '--lexicons', fewLexicons);

// The first run of a way pays for what is then kept: compiled rules, files in memory.
const corporaOf = (name) => (/repeat/.test(name) ? varied : made);
for (const [name, args] of Object.entries(ways)) await run(args(corporaOf(name)[1]));
const costs = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(ways)) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}: ${name.padEnd(40)}`);
    const [all, few] = corporaOf(name);
    const whole = await run(args(all));
    const part = await run(args(few));
    const times = args(all)[0] === beside('floor.js') ? floorTimes : 1;
    costs[name].push((whole.cpu - part.cpu) / (all.bytes - few.bytes) / times);
  }
/** Medians of the ratios within each round: what else the machine does drops out. */
const ratio = (name, to = costs[corporaOf(name) === varied ? variedFloor : floor]) =>
  median(costs[name].map((cost, round) => cost / to[round]));
const perTurn = large.bytes / turns;
const variedPerTurn = varied[0].bytes / turnsIn('varied');
const rows = Object.keys(ways).map((name) => ({
  name,
  perTurn: median(costs[name]) * (corporaOf(name) === varied ? variedPerTurn : perTurn) * 1000,
  toFloor: ratio(name),
}));

const timesFloor = (microseconds) => microseconds / (median(costs[floor]) * perTurn * 1000);
for (const [name, peer] of [
  ['compromise net + sweep, same phrases', 'compromise'],
  ['one regular expression, same phrases', 'expression'],
  ['natural, French sentiment', 'natural'],
  ['@nlpjs/lang-fr, sentiment', 'nlpjs'],
]) {
  process.stderr.write(`\r${name.padEnd(60)}`);
  const { said } = await run([beside('peers.js'), peer, file('small.ndjson'), lexicons, '100000'], { isHeard: true });
  const { microseconds } = JSON.parse(said);
  rows.push({ name, perTurn: microseconds, toFloor: timesFloor(microseconds) });
}
const spacy = spacyPeer();
if (spacy === null) process.stderr.write('\rspaCy is not there for python3: left out\n');
else
  rows.push({ name: 'spaCy, blank French, PhraseMatcher, same phrases', perTurn: spacy, toFloor: timesFloor(spacy) });
const lexiconsRow = rows.find(({ name }) => name === 'ecoute, lexicons alone');
for (const row of rows) row.toLexicons = row.perTurn / lexiconsRow.perTurn;

process.stderr.write(`\r${'threads, memory, start, latency'.padEnd(60)}`);
const threaded = (threads) => [
  bin,
  'score',
  file('long.ndjson'),
  '--to',
  'ndjson',
  '--threads',
  threads,
  '--ears',
  'lexicon',
];
const memory = [];
const threads = [];
// Threads take their time to warm up: what they gain is measured on the longer input.
for (const megabytes of options.long ? [100, 2000] : [10, 300]) {
  writeCorpus(megabytes * 1e6, file('long.ndjson'));
  const two = await run(threaded('2'));
  memory.push({ megabytes, peak: two.rss });
  if (memory.length < 2 || options.long) continue;
  const one = await run(threaded('1'));
  // Two programs with half of it each, which share nothing but the machine, gain no more than this.
  writeCorpus(megabytes * 5e5, file('long.ndjson'));
  const halves = await Promise.all([run(threaded('1')), run(threaded('1'))]);
  const bound = one.wall / Math.max(...halves.map(({ wall }) => wall));
  threads.push({ cpu: two.cpu / one.cpu, speedUp: one.wall / two.wall, bound });
}
const starts = { version: [], first: [] };
for (let round = 0; round < 5; round++) {
  starts.version.push((await run([bin, '--version'])).wall);
  const demo = [bin, 'score', join(root, 'samples/demo'), '--to', 'ndjson'];
  starts.first.push((await run(demo, { untilFirstLine: true })).first);
}
const latency = {};
for (const ears of ['lexicon', 'both'])
  latency[ears] = JSON.parse((await run([beside('latency.js'), root, ears], { isHeard: true })).said);

const ratios = {
  'lexicons alone / floor': ratio('ecoute, lexicons alone'),
  'both ears / floor': ratio('ecoute, both ears'),
  'lexicons alone, nothing repeats / floor': ratio('lexicons alone, nothing repeats'),
  'both ears, nothing repeats / floor': ratio('both ears, nothing repeats'),
  'CSV out / floor': ratio('ecoute, CSV out'),
  'CSV in / csv-parse': ratio('ecoute, CSV in', costs['csv-parse alone']),
  'all phrases / 300 phrases': ratio(
    'ecoute, lexicons alone',
    costs[rows.find(({ name }) => / phrases of /.test(name)).name],
  ),
  ...(threads.length > 0 ? { 'two threads / one, processor time': threads[0].cpu } : {}),
};
process.stderr.write(`\r${''.padEnd(60)}\r`);
show({ rows, ratios, threads, memory, starts, latency, size: Number(options.size), rounds, cores: cpus().length });

if (options.save)
  writeFileSync(
    baselineFile,
    `${JSON.stringify(Object.fromEntries(Object.entries(ratios).map(([name, value]) => [name, Number(value.toFixed(2))])), null, 2)}\n`,
  );
if (options.check && !compared(ratios, JSON.parse(readFileSync(baselineFile, 'utf8')))) process.exitCode = 1;
