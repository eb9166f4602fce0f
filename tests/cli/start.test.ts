import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { launcher } from './run-ecoute.ts';

const rounds = 5;

/** Milliseconds over the start of a bare node, the best of some rounds: a busy machine only ever adds to them. */
function startCost(args: readonly string[]): number {
  const best = (words: readonly string[]): number =>
    Math.min(
      ...Array.from({ length: rounds }, () => {
        const before = performance.now();
        spawnSync(process.execPath, words);
        return performance.now() - before;
      }),
    );
  return best(args) - best(['-e', '0']);
}

test('importing the library costs less than 150 ms', () => {
  const index = pathToFileURL(join(inject('builtPackage'), 'dist', 'index.js')).href;
  expect(startCost(['--input-type=module', '-e', `import ${JSON.stringify(index)}`])).toBeLessThan(150);
});

test('the version costs less than 100 ms over the start of node', () => {
  expect(startCost([launcher(), '--version'])).toBeLessThan(100);
});
