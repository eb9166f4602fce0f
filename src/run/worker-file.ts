// Where the code of a thread lies. In the one-file bundle that is the bundle itself.
import { extname } from 'node:path';

/** The file that a thread starts from. */
export const workerFile = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
