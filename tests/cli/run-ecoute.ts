// Runs the built command line as a user does, and gathers what came out.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given besides its arguments. */
export interface Given {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** The launcher of the built package. */
export function launcher(): string {
  return join(inject('builtPackage'), 'bin', 'ecoute.js');
}

/** Runs `ecoute` with arguments, in the folder of the built package. */
export function runEcoute(args: readonly string[], { input, env }: Given = {}): Promise<Ran> {
  const child = spawn(process.execPath, [launcher(), ...args], {
    cwd: inject('builtPackage'),
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', COLUMNS: '', ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** A folder that is gone after the test. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecoute-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One conversation as a line of the project's own NDJSON. */
export function chatLine(id: string, ...turns: readonly (readonly [speaker: string, text: string])[]): string {
  const spoken = turns.length > 0 ? turns : polite;
  return `${JSON.stringify({
    id,
    channel: 'chat',
    agent_id: 'A1',
    agent_name: 'Maud',
    client_name: 'Odile Garnier',
    turns: spoken.map(([speaker, text]) => ({ speaker, text })),
  })}\n`;
}

const polite = [
  ['agent', 'Bonjour, Maud du service livraison, que puis-je faire pour vous ?'],
  ['client', 'bonjour, mon colis est toujours pas là, ça commence à bien faire !!'],
  ['agent', 'Je suis vraiment désolée madame Garnier, je comprends votre agacement. Je vérifie tout de suite.'],
  ['client', 'merci'],
  ['agent', 'Il sera chez vous demain avant midi. Puis-je faire autre chose pour vous ?'],
  ['client', 'non c bon merci bcp'],
  ['agent', 'Bonne journée madame Garnier, au revoir.'],
] as const;
