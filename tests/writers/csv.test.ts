import fc from 'fast-check';
import { parseString, writeToString } from 'fast-csv';
import { expect, test } from 'vitest';
import { csv } from '../../src/writers/csv.ts';
import { csvTable } from '../../src/writers/csv-table.ts';
import { anAssessment } from './an-assessment.ts';

async function rows(text: string, delimiter = ','): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  return new Promise((resolve, reject) => {
    parseString(text, { headers: true, delimiter })
      .on('data', (row) => found.push(row))
      .on('error', reject)
      .on('end', () => resolve(found));
  });
}

test('a row tells verdicts, quality, emotion, flags and alerts', async () => {
  const writer = csv('plain');
  const text = (await writer.open()) + (await writer.write([anAssessment()])) + (await writer.close());
  expect(await rows(text)).toMatchObject([
    {
      id: 'c1',
      quality: '33.3',
      'first-impression': 'shown',
      'acceptable-refusal': 'violated',
      warmth: '',
      critical: 'acceptable-refusal',
      emotion_min: '-2',
      emotion_last: '-1',
      flags_negative: '1',
      flags_recovered: '0',
      alerts: 'churn-threat',
    },
  ]);
});

test('what has no value stays empty and never becomes 0', async () => {
  const writer = csv('plain');
  const text = (await writer.open()) + (await writer.write([anAssessment({ quality: null, emotion: [null] })]));
  expect(await rows(text)).toMatchObject([{ quality: '', emotion_min: '' }]);
});

test('the dialect of a French Excel has a mark, semicolons and decimal commas', async () => {
  const writer = csv('excel');
  const text = (await writer.open()) + (await writer.write([anAssessment()]));
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain(';33,3;');
  expect(text).toContain('\r\n');
});

test('no cell can start a formula', async () => {
  const writer = csv('plain');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '\u0000='),
      fc.string(),
      async (first, rest) => {
        const text =
          (await writer.open()) + (await writer.write([anAssessment({ id: first + rest, agent_name: first })]));
        const [row] = await rows(text);
        expect(row?.id).toMatch(/^'/);
        expect(row?.agent_name).toMatch(/^'/);
      },
    ),
    { numRuns: 50 },
  );
});

test('any text comes back as it was', async () => {
  const writer = csv('plain');
  const safe = fc.string({ unit: 'grapheme', minLength: 1 }).map((s) => `x${s.replaceAll('\u0000', '')}x`);
  await fc.assert(
    fc.asyncProperty(safe, async (name) => {
      const [row] = await rows((await writer.open()) + (await writer.write([anAssessment({ agent_name: name })])));
      expect(row?.agent_name).toBe(name);
    }),
    { numRuns: 50 },
  );
});

test('how assessments are cut into batches changes nothing', async () => {
  const writer = csv('plain');
  const [a, b] = [anAssessment(), anAssessment({ id: 'c2' })];
  expect(await writer.write([a, b])).toBe((await writer.write([a])) + (await writer.write([b])));
  expect(await writer.write([])).toBe('');
});

test('cells that cannot run are quoted as fast-csv quotes them', async () => {
  const cell = fc.array(fc.constantFrom('a', '"', ',', ';', '|', '\r', '\n', 'é', ' '), { maxLength: 5 });
  const table = fc.array(
    fc.array(
      cell.map((parts) => `x${parts.join('')}`),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(table, async (written) => {
      const shape = { headers: false, includeEndRowDelimiter: true };
      expect(csvTable(written, 'plain')).toBe(await writeToString(written, shape));
      const excel = await writeToString(written, { ...shape, delimiter: ';', rowDelimiter: '\r\n' });
      expect(csvTable(written, 'excel')).toBe(`\uFEFF${excel}`);
    }),
  );
});
