// The house rules that a machine can check: who may import whom, how long a file may be, what nothing may be called.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Each part of the house, and the parts it may import besides itself. A part is a folder of src/, or a file right in it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  cli: ['index', 'package-file'],
  index: [
    'run',
    'analyse',
    'prove',
    'readers',
    'lexicon',
    'detect',
    'ear',
    'score',
    'writers',
    'redact',
    'report',
    'agreement',
    'model',
    'text',
    'errors',
    'seeded',
  ],
  run: [
    'analyse',
    'prove',
    'readers',
    'lexicon',
    'detect',
    'ear',
    'score',
    'writers',
    'redact',
    'report',
    'agreement',
    'model',
    'text',
    'errors',
    'seeded',
    'package-file',
  ],
  analyse: ['listening', 'detect', 'score', 'model', 'text', 'errors'],
  listening: ['detect', 'ear', 'score', 'model', 'text', 'errors'],
  prove: ['detect', 'model', 'text', 'errors'],
  readers: ['model', 'text', 'errors', 'package-file'],
  lexicon: ['model', 'text', 'errors', 'package-file'],
  detect: ['model', 'text', 'errors'],
  ear: ['model', 'text', 'errors', 'seeded'],
  score: ['model', 'text', 'errors'],
  writers: ['model', 'text', 'errors'],
  redact: ['model', 'text', 'errors'],
  report: ['model', 'text', 'errors', 'seeded'],
  agreement: ['model', 'text', 'errors', 'seeded'],
  model: ['text', 'errors'],
  text: [],
  errors: [],
  seeded: [],
  'package-file': [],
};

const longestFile = 250;
const banned = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'misc', 'service', 'impl', 'data', 'info'];

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

const files = sourcesIn(src);
const imports = files.flatMap(importsOf);

test('parts of the house import only what lies below them', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map((i) => ({ ...i, from: partOf(i.file), to: partOf(resolved(i)) }))
    .filter(({ from, to }) => from !== to && !(mayImport[from] ?? []).includes(to))
    .map(
      ({ file, line, from, to }) =>
        `${shown(file)}:${line} "${from}" may not import "${to}": see the table in tests/architecture.test.ts`,
    );
  expect(wrong).toEqual([]);
});

test('every part of the house is in the table', () => {
  const unknown = [...new Set(files.map(partOf))].filter((part) => !Object.hasOwn(mayImport, part));
  expect(
    unknown.map((part) => `src/${part} is not in the table of tests/architecture.test.ts: say what it may import`),
  ).toEqual([]);
});

test('no file imports itself by a detour', () => {
  const next = new Map(
    files.map((file) => [file, imports.filter((i) => i.file === file && i.target.startsWith('.')).map(resolved)]),
  );
  expect(files.flatMap((file) => detour(file, next))).toEqual([]);
});

test('no file is longer than a person reads in one go', () => {
  const long = files
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile)
    .map(
      ({ file, lines }) =>
        `${shown(file)} has ${lines} lines, more than ${longestFile}: find the second thing it does and give it a file`,
    );
  expect(long).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  const vague = files
    .filter((file) =>
      shown(file)
        .split(/[/.]/)
        .some((part) => banned.includes(part)),
    )
    .map((file) => `${shown(file)}: name it after what it does`);
  const shaped = files
    .filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(file.split('/').at(-1)!))
    .map((file) => `${shown(file)}: file names are kebab-case`);
  expect([...vague, ...shaped]).toEqual([]);
});

test('every file opens with what it is for', () => {
  const silent = files.filter((file) => !/^(\/\/ \S|\/\*\* \S)/.test(readFileSync(file, 'utf8')));
  expect(silent.map((file) => `${shown(file)} does not open with a line that says what it is for`)).toEqual([]);
});

test('natural is imported by sub-path only: its index prints on standard output and reads .env', () => {
  expect(
    imports.filter(({ target }) => target === 'natural').map(({ file, line }) => `${shown(file)}:${line}`),
  ).toEqual([]);
});

test('there are no default exports and no classes but the errors', () => {
  const wrong = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, i) => {
        const isClass = /^\s*(export\s+)?(abstract\s+)?class\s/.test(text) && shown(file) !== 'src/errors.ts';
        return isClass || /^export default\b/.test(text) ? [`${shown(file)}:${i + 1} ${text.trim()}`] : [];
      }),
  );
  expect(wrong).toEqual([]);
});

test('only the command line prints or sets an exit code', () => {
  const speaks = /\bconsole\.\w+\(|process\.(stdout|stderr)\b|process\.exit(Code)?\b/;
  const wrong = files
    .filter((file) => partOf(file) !== 'cli')
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((text, i) => (speaks.test(text) ? [`${shown(file)}:${i + 1} ${text.trim()}`] : [])),
    );
  expect(wrong).toEqual([]);
});

test('nothing names the machine it was written on', () => {
  const places = /\/work\/|\/home\/\w|\/tmp\/\w|\blocalhost:\d/;
  const wrong = [...files, ...sourcesIn(join(root, 'bin')), ...sourcesIn(join(root, 'tests')), join(root, 'README.md')]
    .filter((file) => !file.endsWith('architecture.test.ts'))
    .filter((file) => places.test(readFileSync(file, 'utf8')));
  expect(wrong.map(shown)).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|py)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found =
    /(?:^|[\s;}])(?:import|export)\b[^;'"`]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]|require\w*\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(found)].map((match) => ({
    file,
    line: text.slice(0, match.index + match[0].length).split('\n').length,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function resolved({ file, target }: Import): string {
  return join(dirname(file), target);
}

function partOf(file: string): string {
  return relative(src, file)
    .split('/')[0]!
    .replace(/\.tsx?$/, '');
}

function detour(file: string, next: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const queue = (next.get(file) ?? []).map((target) => [file, target]);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const last = path.at(-1)!;
    if (last === file) return [`${path.map(shown).join(' → ')} is a loop`];
    if (seen.has(last)) continue;
    seen.add(last);
    for (const target of next.get(last) ?? []) queue.push([...path, target]);
  }
  return [];
}

function shown(file: string): string {
  return relative(root, file);
}
