import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parseStream } from 'fast-csv';
import { expect, test } from 'vitest';
import { type CsvShape, csvRows, type Row } from '../../src/readers/csv/rows.ts';

async function rowsOf(pieces: readonly string[], shape: CsvShape): Promise<Row[]> {
  async function* text(): AsyncGenerator<string> {
    yield* pieces;
  }
  const rows: (readonly Row[])[] = [];
  for await (const some of csvRows(text(), shape)) rows.push(some);
  return rows.flat();
}

const cellsOf = (rows: readonly Row[]): unknown[] => rows.map((row) => row.cells);

function byFastCsv(text: string, delimiter: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseStream(Readable.from([text]), { delimiter, ignoreEmpty: false })
      .on('error', reject)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => resolve(rows));
  });
}

function cutAt(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return at.slice(1).map((end, i) => text.slice(at[i], end));
}

test('any rows, written by the rules and cut anywhere, are read as fast-csv reads them', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r\n', '😀', '’', ' x', '0') });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const quoted = (value: string, always: boolean): string =>
    always || /["\n\r;,]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(';', ','),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 6 }),
      async (table, delimiter, end, always, cuts) => {
        const text = table.map((row) => row.map((c) => quoted(c, always)).join(delimiter) + end).join('');
        const ours = cellsOf(await rowsOf(cutAt(text, cuts), { delimiter }));
        expect(ours).toEqual(table);
        expect(await byFastCsv(text, delimiter)).toEqual(ours);
      },
    ),
    { numRuns: 500 },
  );
});

test('an unclosed quote costs its own row, wherever the text is cut', async () => {
  const text = 'id;texte\n1;"bonjour\n2;"salut"\n3;oui\n';
  for (let cut = 0; cut <= text.length; cut++) {
    const rows = await rowsOf([text.slice(0, cut), text.slice(cut)], { delimiter: ';', width: 2 });
    expect(cellsOf(rows)).toEqual([['id', 'texte'], undefined, ['2', 'salut'], ['3', 'oui']]);
    expect(rows[1]).toMatchObject({ line: 2, fault: expect.stringContaining('quote') });
  }
});

test('a quote that swallows whole rows is told by the number of cells', async () => {
  const rows = await rowsOf(['a;b;c\n1;"x;y\n2;z;"\n3;u;v\n'], { delimiter: ';', width: 3 });
  expect(rows.map((row) => row.fault ?? row.cells.join())).toEqual([
    'a,b,c',
    expect.any(String),
    expect.any(String),
    '3,u,v',
  ]);
});

test('a quote that is never closed costs one row and little time, in 8 MB as in 1', async () => {
  const rows = ['1;"jamais fermé\n', ...Array.from({ length: 400_000 }, (_, i) => `${i};encore une ligne\n`)];
  const began = performance.now();
  const read = await rowsOf(cutAt(rows.join(''), [65_536, 131_072, 2_000_000]), { delimiter: ';', width: 2 });
  expect(read.filter((row) => row.fault !== undefined)).toHaveLength(1);
  expect(read).toHaveLength(rows.length);
  expect(read.at(-1)!.line).toBe(rows.length);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('a row beyond the limit is told and skipped, not held', async () => {
  const rows = await rowsOf(['a;b\n1;', 'x'.repeat(5000), 'y'.repeat(5000), '\n2;z\n'], {
    delimiter: ';',
    limit: 1000,
  });
  expect(rows.map((row) => [row.line, row.fault === undefined])).toEqual([
    [1, true],
    [2, false],
    [3, true],
  ]);
});

test('quotes that people type inside a cell stay as they are', async () => {
  const rows = await rowsOf(['1;il a dit "non" hier\n2;"non" il a dit\n3;5" de pluie'], { delimiter: ';' });
  expect(cellsOf(rows)).toEqual([
    ['1', 'il a dit "non" hier'],
    ['2', '"non" il a dit'],
    ['3', '5" de pluie'],
  ]);
});

test('lines are numbered as an editor numbers them', async () => {
  const rows = await rowsOf(['a;b\r\n\r\n1;"deux\r\nlignes"\r\n2;x\r\n'], { delimiter: ';' });
  expect(rows.map((row) => row.line)).toEqual([1, 3, 5]);
});
