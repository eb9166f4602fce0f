import { expect, test } from 'vitest';
import { candidates } from '../../src/detect/anchors.ts';
import { anchor, anchorWidth, op } from '../../src/model/matching.ts';

test.each([100, 140_000])('pairs of words are told apart among %i words', (words) => {
  const [one, other] = words === 100 ? [16, 32] : [16_384, 32_768];
  // Two phrases of one word each.
  const program = Int32Array.from([op.word, one, 0, op.accept, 0, 0, op.word, other, 0, op.accept, 0, 0]);
  const first = Int32Array.from({ length: words }, (_, id) => Number(id > one) + Number(id > other));
  const records = new Int32Array(anchorWidth * 2);
  records[anchorWidth + anchor.phrase] = 1;
  records[anchorWidth + anchor.entry] = 2;
  const sets = { row: new Int32Array(words), bits: new Int32Array(2) };
  const { find, list } = candidates({ first, records }, program, sets);
  const heldBy = (id: number) => {
    const place = find(id, 9);
    return [...list().subarray(place + 1, place + 1 + list()[place]!)];
  };
  for (let round = 0; round < 2; round++) {
    expect(heldBy(one)).toEqual([0]);
    expect(heldBy(other)).toEqual([anchorWidth]);
    expect(heldBy(12)).toEqual([]);
  }
});
