import { expect, test } from 'vitest';
import { strongestClause } from '../../src/ear/clause.ts';
import { emptyFeatures } from '../../src/ear/features.ts';
import { emptyTokens } from '../../src/text/tokens.ts';

/** Tokens at the words of a text (id 9), sentence marks as breaks (id 1), one feature a word with the word's place as key. */
function turnOf(text: string) {
  const tokens = emptyTokens(32);
  const features = emptyFeatures(32);
  for (const match of text.matchAll(/[\p{L}']+|[.!?]/gu)) {
    const at = tokens.count++;
    tokens.id[at] = /\p{L}/u.test(match[0]) ? 9 : 1;
    tokens.start[at] = match.index;
    tokens.end[at] = match.index + match[0].length;
    features.key[at] = at;
    features.value[at] = 1;
    features.from[at] = at;
    features.to[at] = at;
    features.count++;
  }
  return { tokens, features };
}

test('the clause that weighs most is quoted, with its strongest words as reasons', () => {
  const text = 'Oui. Je vous rembourse demain, au revoir.';
  const { tokens, features } = turnOf(text);
  const weights = [5, 0, 0, 0, 9, 2, 0, 3];
  const clause = strongestClause(
    features,
    tokens,
    Float64Array.from({ length: features.count }, (_, i) => weights[i] ?? 0),
    text,
  );
  expect(text.slice(clause.start, clause.end)).toBe('Je vous rembourse demain');
  expect(clause.reasons).toEqual(['rembourse', 'demain']);
});

test('a clause without marks is cut to the window that weighs most', () => {
  const text = Array.from({ length: 30 }, (_, i) => `mot${'abcdefghij'[i % 10]}`).join(' ');
  const { tokens, features } = turnOf(text);
  const clause = strongestClause(
    features,
    tokens,
    Float64Array.from({ length: features.count }, (_, i) => (i === 25 ? 4 : 0)),
    text,
  );
  expect(text.slice(clause.start, clause.end).split(' ').length).toBeLessThanOrEqual(14);
  expect(clause.start).toBeLessThanOrEqual(tokens.start[25]!);
  expect(clause.end).toBeGreaterThanOrEqual(tokens.end[25]!);
});
