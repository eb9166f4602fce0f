import { expect, test } from 'vitest';
import { stripText } from '../../src/agreement/strip.ts';

test.each([
  ['Où ça, à l’Hôtel-Dieu ?! Cœur…', 'ou ca a l hotel dieu coeur'],
  ["J'ai payé 12,50 € le 3/04 😡", 'j ai paye 12 50 le 3 04'],
  ['', ''],
  ['¿¡!', ''],
])('« %s » is heard as « %s »', (written, heard) => {
  expect(stripText(written)).toBe(heard);
  expect(stripText(heard)).toBe(heard);
});
