// Runs a program of its own process and tells what it cost: processor time in milliseconds, peak memory in MB, time passed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const account = new URL('./account.js', import.meta.url).href;

/** Runs `node …args`; its output is thrown away, or what it says with `isHeard` comes back. */
export function run(args, { isHeard = false, untilFirstLine = false } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', account, ...args], {
      stdio: ['ignore', isHeard || untilFirstLine ? 'pipe' : 'ignore', 'pipe'],
    });
    let said = '';
    let errors = '';
    let first;
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (first === undefined && said.includes('\n')) first = performance.now() - began;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const found = /ACCOUNT (\{.*\})/.exec(errors);
      if (code !== 0 || !found) reject(new Error(`${args.join(' ')} ended with code ${code}:\n${errors}`));
      else resolve({ ...JSON.parse(found[1]), wall: performance.now() - began, first, said });
    });
  });
}

/** Path of a file beside this one. */
export function beside(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
