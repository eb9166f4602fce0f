import { expect, test } from 'vitest';
import { en } from '../../src/cli/messages/en.ts';
import { fr } from '../../src/cli/messages/fr.ts';
import { languageTyped } from '../../src/cli/messages.ts';
import { words } from '../../src/writers/words.ts';

function keys(table: object, path = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && key !== 'titles' ? keys(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

test('both languages say the same things', () => {
  expect(keys(en).sort()).toEqual(keys(fr).sort());
  expect(keys(words.en).sort()).toEqual(keys(words.fr).sort());
});

test('French is spoken unless English is asked for', () => {
  expect(languageTyped(['score', 'x'])).toBe('fr');
  expect(languageTyped(['--lang', 'en', 'score'])).toBe('en');
  expect(languageTyped(['score', '--lang=en'])).toBe('en');
  expect(languageTyped(['score', '--lang'])).toBe('fr');
});
