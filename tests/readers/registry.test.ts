import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readers } from '../../src/readers/registry.ts';

const folder = fileURLToPath(new URL('../../src/readers/', import.meta.url));

test('every file that is a reader is in the list, once', () => {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}id: '([^']+)',$/gm)])
    .map((found) => found[1]);
  expect(readers.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
});

test('the README lists every format with a command, and no other', () => {
  const readme = readFileSync(join(folder, '../../README.md'), 'utf8');
  const listed = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| .+ \| `ecoute score .+` \|$/gm)].map((found) => found[1]);
  expect(listed).toEqual(readers.map(({ id }) => id));
});
