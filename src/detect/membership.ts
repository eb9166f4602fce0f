// Whether a word belongs to a set, asked of its row of bits: see `Membership`.

/** Whether the words of a row belong to a set. Most do not, which the summary of the row tells. */
export function isIn(bits: Int32Array, row: number, set: number): boolean {
  const summary = row + ((set >> 10) << 1);
  const some = bits[summary]!;
  const bit = 1 << ((set >> 5) & 31);
  if ((some & bit) === 0) return false;
  return (bits[bits[summary + 1]! + ones(some & (bit - 1))]! & (1 << (set & 31))) !== 0;
}

/** How many bits of a number are set (Warren, Hacker's Delight). */
function ones(of: number): number {
  let x = of - ((of >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
