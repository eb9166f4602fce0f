// The file that holds the key of the pseudonyms, and who is behind each: whoever has it can tell, nobody else.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { IoError } from '../errors.ts';

const shape = z.strictObject({ key: z.string().min(16), agents: z.record(z.string(), z.string()) });

/** What the file says. */
export interface KeyFile {
  readonly key: string;
  /** Agents by their pseudonym. */
  readonly agents: Readonly<Record<string, string>>;
}

/** Reads the file; where there is none, makes one with a key drawn by chance, readable by its owner alone. */
export function openKeyFile(file: string): KeyFile {
  if (!existsSync(file)) {
    const fresh: KeyFile = { key: randomBytes(24).toString('hex'), agents: {} };
    write(file, fresh);
    return fresh;
  }
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new IoError(`${file}: not a key file; give one that ecoute made, or the name of a new one`, 65);
  }
}

/** Adds the agents that were met. */
export function addToKeyFile(file: string, met: ReadonlyMap<string, string>): void {
  const { key, agents } = openKeyFile(file);
  const all = { ...agents, ...Object.fromEntries(met) };
  write(file, { key, agents: Object.fromEntries(Object.entries(all).sort()) });
}

function write(file: string, content: KeyFile): void {
  try {
    writeFileSync(`${file}.part`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.part`, file);
  } catch (error) {
    throw new IoError(`cannot write ${file}: ${(error as Error).message}`, 74);
  }
}
