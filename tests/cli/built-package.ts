// Builds the package once for all tests of the command line, in a folder of its own: a build elsewhere never disturbs a test.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a built package, with `bin`, `dist`, `lexicons` and `samples`. */
    readonly builtPackage: string;
  }
}

/** Called by vitest before the first test; what it returns is called after the last one. */
export function setup(project: TestProject): () => void {
  const folder = join(root, 'node_modules', '.cache', `ecoute-test-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['bin', 'package.json', 'lexicons', 'samples'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', join(root, 'tsconfig.json'), '--outDir', join(folder, 'dist'), '--declaration', 'false'];
  // Types are the affair of `npm run types`; here only what runs counts.
  spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: 'ignore' });
  if (!existsSync(join(folder, 'dist', 'cli', 'main.js')))
    throw new Error('the package cannot be built: run `npm run types`');
  project.provide('builtPackage', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
