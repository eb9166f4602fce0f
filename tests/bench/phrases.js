// The phrases of the lexicons in the forms that other tools take, and lexicons of fewer phrases.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");

/** Phrases without lemmas, classes, clause borders and negations, folded: what every tool can be given. */
export function plainPhrases(lexicons, most) {
  const lines = readdirSync(join(lexicons, 'fr')).flatMap((file) =>
    readFileSync(join(lexicons, 'fr', file), 'utf8')
      .split('\n')
      .filter(isPhrase),
  );
  const plain = lines
    .map((line) => line.replace(/^ +- "?|"$/g, ''))
    .filter((phrase) => !/[{}#@^$!<>[\]~:]/.test(phrase) && !/\([^)]*\(/.test(phrase))
    .map(fold);
  const step = Math.max(1, plain.length / most);
  return Array.from({ length: Math.min(most, plain.length) }, (_, i) => plain[Math.floor(i * step)]);
}

/** Phrases stand one a line; so do the markers that a pair names, which are told by having no space. */
function isPhrase(line) {
  return /^ {2}- /.test(line);
}

/** One regular expression of phrases over folded text. */
export function asExpression(phrases) {
  const one = (phrase) =>
    phrase
      .replace(/\.\{(\d+),(\d+)\} ?/g, '(?:\\S+ ){$1,$2}')
      .replace(/(\([^)]*\)|[^\s()]+)\? ?/g, '(?:$1 )?')
      .replace(/\((?!\?)/g, '(?:')
      .replaceAll('.', '\\S');
  return new RegExp(`(?<![\\p{L}\\d])(?:${phrases.map(one).join('|')})(?![\\p{L}\\d])`, 'gu');
}

/** Copies lexicons with only a share of their phrases, and the least of their examples; tells how many phrases stay. */
export function thinned(lexicons, into, share) {
  cpSync(lexicons, into, { recursive: true });
  let seen = 0;
  let kept = 0;
  for (const folder of ['fr', 'fr-FR', 'fr-CA'])
    for (const name of readdirSync(join(into, folder)).filter((file) => file.endsWith('.yaml'))) {
      let inSection = 0;
      const lines = readFileSync(join(into, folder, name), 'utf8').split('\n');
      const thin = lines.filter((line) => {
        if (!isPhrase(line)) {
          if (/^\S/.test(line)) inSection = 0;
          return true;
        }
        const isKept = inSection++ === 0 || Math.floor(seen * share) > Math.floor((seen - 1) * share);
        seen++;
        if (isKept) kept++;
        return isKept;
      });
      writeFileSync(join(into, folder, name), thin.join('\n'));
    }
  return kept;
}
