import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { fileOutput, streamOutput } from '../../src/run/output.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ecoute-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('a file gets its name only when it is whole', async () => {
  const file = join(folder(), 'out');
  const output = await fileOutput(file, 0);
  await output.write('déjà ');
  expect(existsSync(file)).toBe(false);
  await output.write(new TextEncoder().encode('vu'));
  await output.close();
  expect(readFileSync(file, 'utf8')).toBe('déjà vu');
  expect(existsSync(`${file}.part`)).toBe(false);
});

test('going on drops what came after the checkpoint', async () => {
  const file = join(folder(), 'out');
  writeFileSync(`${file}.part`, 'kept|lost');
  const output = await fileOutput(file, 5);
  await output.write('new');
  await output.close();
  expect(readFileSync(file, 'utf8')).toBe('kept|new');
});

test('a stream that is full makes the writer wait', async () => {
  let release = (): void => {};
  const stream = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      release = done;
    },
  });
  const output = streamOutput(stream);
  let isThrough = false;
  const writing = output.write('abc').then(() => {
    isThrough = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isThrough).toBe(false);
  release();
  await writing;
});

test('a reader that has gone is told from a disk that is full', async () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
  const gone = streamOutput(failing('EPIPE'));
  await gone.write('x');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await gone.write('y')).toBe(false);
  const full = streamOutput(failing('ENOSPC'));
  await full.write('x').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  await expect(full.write('y')).rejects.toMatchObject({ exitCode: 74 });
});
