// A file as it lies there → the parts that are to be read: itself, what is compressed in it, or each file of an archive.
import type { Faults } from './faults.ts';
import { inflated, withMagic } from './inflate.ts';
import type { Part } from './part.ts';

/** The parts of a file. What is damaged ends early, and is told to `faults`. `path`: where it lies as a file. */
export async function* partsOf(
  file: string,
  source: AsyncIterable<Uint8Array>,
  faults: Faults,
  path?: string,
): AsyncGenerator<Part> {
  const { head, bytes } = await withMagic(source);
  if (isZip(head)) {
    const { zipParts } = await import('./zip.ts');
    yield* zipParts(file, bytes, faults, path);
  } else yield { file, bytes: inflated(file, head, bytes, faults) };
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5 || head[2] === 7);
}
