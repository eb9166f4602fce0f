// npm run bench:memory: peak memory of `ecoute score` on inputs far larger than it, both ears, and whether every record came out.
//   --scale F      sizes times so much (1): 100 MB and 2 GB of NDJSON, 1 GB of interleaved CSV, one JSON document of 500 MB
//   --only NAME    one of ndjson-100, ndjson-2000, csv, json         --package DIR   a built package elsewhere
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { conversations, messages, messagesHeader } from './corpus.js';
import { beside, run } from './run.js';

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    only: { type: 'string' },
    package: { type: 'string', default: resolve(beside('.'), '../..') },
  },
});
const root = resolve(options.package);
if (!existsSync(join(root, 'dist'))) throw new Error(`no ${root}/dist: npm run build first`);
const megabyte = 1e6 * Number(options.scale);
const folder = join(tmpdir(), `ecoute-memory-${process.pid}`);
mkdirSync(folder);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

/** So many conversations have their rows mixed with each other. */
const mixed = 20_000;

/** Each input: its size in bytes, the limit of its peak in MB, how it is written from conversations. */
const inputs = {
  'ndjson-100': { bytes: 100 * megabyte, limit: 300, write: lines },
  'ndjson-2000': { bytes: 2000 * megabyte, limit: 300, write: lines },
  csv: { bytes: 1000 * megabyte, limit: 400, write: interleaved },
  json: { bytes: 500 * megabyte, limit: 400, write: oneDocument },
};
if (options.only !== undefined && inputs[options.only] === undefined)
  throw new Error(`--only ${options.only}; one of ${Object.keys(inputs).join(', ')} is expected`);

for (const [name, { bytes, limit, write }] of Object.entries(inputs)) {
  if (options.only !== undefined && options.only !== name) continue;
  const file = join(folder, `${name}.${name.split('-')[0]}`);
  const written = write(file, bytes);
  const args = [join(root, 'bin/ecoute.js'), 'score', file, '--to', 'csv', '--threads', '2'];
  const { rss, wall, said } = await run(args, { isHeard: true });
  const judged = said.split('\n').length - 2;
  const size = (statSync(file).size / 1e6).toFixed(0);
  console.log(
    `${name.padEnd(12)} ${size.padStart(5)} MB, ${written} conversations, ${judged} judged: peak ${rss.toFixed(0)} MB (limit ${limit}), ${(wall / 1000).toFixed(0)} s`,
  );
  if (rss > limit || judged !== written) process.exitCode = 1;
  rmSync(file);
}

function lines(file, bytes) {
  return written(file, bytes, (conversation) => `${JSON.stringify(conversation)}\n`);
}

function oneDocument(file, bytes) {
  const separated = (conversation, at) => `${at === 0 ? '{"conversations":[' : ','}${JSON.stringify(conversation)}`;
  return written(file, bytes, separated, () => ']}\n');
}

/** The first messages of many conversations, then their second ones, and so on. */
function interleaved(file, bytes) {
  let held = [];
  const mix = () => {
    const rows = held.map((conversation) => messages(conversation).split(/(?<=\n)/));
    held = [];
    let text = '';
    for (let turn = 0; rows.some((own) => own.length > turn); turn++) for (const own of rows) text += own[turn] ?? '';
    return text;
  };
  const gathered = (conversation, at) => {
    held.push(conversation);
    return (at === 0 ? messagesHeader : '') + (held.length === mixed ? mix() : '');
  };
  return written(file, bytes, gathered, mix);
}

function written(file, bytes, textOf, end = () => '') {
  const handle = openSync(file, 'w');
  const next = conversations(2026);
  let count = 0;
  let size = 0;
  let held = '';
  const put = (text) => {
    held += text;
    if (held.length < 1 << 20) return;
    size += writeSync(handle, held);
    held = '';
  };
  for (; size < bytes; count++) put(textOf(next(), count));
  held += end();
  writeSync(handle, held);
  closeSync(handle);
  return count;
}
