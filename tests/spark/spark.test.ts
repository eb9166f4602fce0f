// Runs the tests of bin/ecoute-spark.py (test_spark.py) where Java and PySpark are there; on CI they have to be.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';

const python = process.env.PYSPARK_PYTHON ?? 'python3';
const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

const missing = [
  works('java', '-version') ? [] : ['Java'],
  works(python, '-c', 'import pyspark') ? [] : [`PySpark for ${python}`],
].flat();
const isMust = !['', 'false', '0'].includes(process.env.CI ?? '');
if (missing.length > 0 && !isMust)
  console.warn(`no ${missing.join(', no ')} here: the tests on Apache Spark are skipped (pip install pyspark)`);

test.skipIf(missing.length > 0 && !isMust)(
  'on a cluster of two executors, whatever dies, every conversation gets the bytes of one machine',
  async () => {
    expect(missing).toEqual([]);
    const child = spawn(python, ['-W', 'ignore', '-m', 'unittest', '-v', 'test_spark'], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: '1',
        ECOUTE_PACKAGE: inject('builtPackage'),
        ECOUTE_NODE: process.execPath,
      },
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        told += bytes;
      });
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) console.error(told.slice(-20_000));
    expect(code).toBe(0);
  },
  20 * 60_000,
);
