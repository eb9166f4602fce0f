// Where the files of the package lie, from its root and beside its code. The one-file bundle carries what it needs inside
// and has its own version of this.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder; built or not, this code lies one folder below it. */
export const packageRoot = fileURLToPath(new URL('../', import.meta.url));

/** The text of a file of the package, by its path from the package's root. */
export function packageText(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8');
}

/** The file of a module that a thread starts from, by its path without an ending: `run/worker`. */
export function moduleFile(path: string): URL {
  return new URL(`./${path}${extname(import.meta.url)}`, import.meta.url);
}
