// Files that lie beside the program in its package. The one-file bundle carries them inside and has its own version of this.
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The text of a file of the package, by its path from the package's root. */
export function packageText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}
