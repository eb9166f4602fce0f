// Stands in for src/lexicon/load.ts: the rules that the file carries, instead of a lexicon directory.

import { ear, earHashes, rules } from 'ecoute:carried';
import { deserialize } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';
import { IoError } from '../src/errors.ts';

/** The rules of the bundle; those of another directory need another bundle. */
export async function loadRules({ lexicons, scorecard, region = '', ears = 'both' } = {}) {
  if (lexicons !== undefined || scorecard !== undefined)
    throw new IoError(
      'this single file carries its own rules; make one with yours: npm run bundle -- --lexicons DIR --scorecard FILE',
      66,
    );
  const found = deserialize(brotliDecompressSync(Buffer.from(rules[region], 'base64')));
  if (ears === 'lexicon' || ear === null) return found;
  return { ...found, ear: brotliDecompressSync(Buffer.from(ear, 'base64')), hash: earHashes[region] };
}
