import { Readable } from 'node:stream';
import fc from 'fast-check';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { expect, test } from 'vitest';
import { valueOfPrefix } from '../../src/readers/json/prefix.ts';
import { type JsonRecord, jsonRecords } from '../../src/readers/json/records.ts';

async function recordsOf(pieces: readonly string[], where: string, limit?: number): Promise<JsonRecord[]> {
  async function* text(): AsyncGenerator<string> {
    yield* pieces;
  }
  const records: JsonRecord[] = [];
  for await (const record of jsonRecords(text(), where, limit)) records.push(record);
  return records;
}

const values = (records: readonly JsonRecord[]): unknown[] =>
  records.map((record) => (record.fault === undefined ? record.value : record.fault));

function cutAt(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return at.slice(1).map((end, i) => text.slice(at[i], end));
}

async function byStreamJson(text: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { value } of Readable.from([text]).pipe(streamArray.withParserAsStream())) found.push(value);
  return found;
}

const anyList = fc.array(fc.jsonValue(), { maxLength: 6 });
const cuts = fc.array(fc.nat(), { maxLength: 5 });

test('any list, cut anywhere and indented in any way, gives its entries as stream-json does', async () => {
  await fc.assert(
    fc.asyncProperty(anyList, fc.nat({ max: 3 }), cuts, async (list, indent, places) => {
      const text = JSON.stringify(list, null, indent);
      const ours = values(await recordsOf(cutAt(text, places), '[]'));
      expect(ours).toEqual(JSON.parse(text));
      expect(await byStreamJson(text)).toEqual(ours);
    }),
    { numRuns: 500 },
  );
});

test('a list under a key gives its entries, whatever stands beside it', async () => {
  const beside = fc.dictionary(
    fc.string().filter((key) => key !== 'chats' && !key.includes('"') && !key.includes('\\')),
    fc.jsonValue(),
    { maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(beside, anyList, beside, cuts, async (before, list, after, places) => {
      const text = JSON.stringify({ ...before, chats: list, ...after });
      expect(values(await recordsOf(cutAt(text, places), 'chats'))).toEqual(JSON.parse(JSON.stringify(list)));
    }),
    { numRuns: 300 },
  );
});

test('values one after the other are records of their own', async () => {
  expect(values(await recordsOf(['{"a":1}{"a":2}\n\n[3]', ' 4 "5" '], ''))).toEqual([{ a: 1 }, { a: 2 }, [3], 4, '5']);
});

const list = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => JSON.stringify({ id: i, text: 'déjà "vu" '.repeat(20) }));

test('a quote that is lost in one record loses no other', async () => {
  const entries = list(50);
  entries[20] = entries[20]!.replace('"text"', 'text"');
  const records = await recordsOf([`[${entries.join(',\n')}]`], '[]');
  const good = records.filter(({ fault }) => fault === undefined);
  expect(good.length).toBeGreaterThanOrEqual(48);
  expect(records.length - good.length).toBeGreaterThanOrEqual(1);
});

test('a document that is cut short gives what is whole, and tells the rest', async () => {
  const text = `[${list(10).join(',')}]`;
  const records = await recordsOf([text.slice(0, -40)], '[]');
  expect(records.filter(({ fault }) => fault === undefined)).toHaveLength(9);
  expect(records.at(-1)!.fault).toMatch(/cut short/);
});

test('a record that is too long is told and not held; those behind it are read', async () => {
  const long = JSON.stringify({ id: 'long', text: 'x'.repeat(3_000_000) });
  const text = `[${[...list(2), long, ...list(2)].join(',')}]`;
  const pieces = text.match(/[\s\S]{1,100000}/g)!;
  const records = await recordsOf(pieces, '[]', 2_000_000);
  expect(records.map(({ fault }) => fault === undefined)).toEqual([true, true, false, true, true]);
});

test('any JSON that is cut short can be looked at up to there', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, place) => {
      const text = JSON.stringify(value);
      const cut = valueOfPrefix(text.slice(0, 1 + (place % text.length)));
      expect(typeof cut === 'object' || cut === undefined).toBe(true);
      expect(valueOfPrefix(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});
