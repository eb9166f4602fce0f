// Names of people: those that the export gives, those said after a title or « je m'appelle », and first names with what follows.
import { fold } from '../text/fold.ts';
import { eitherCase, matches, type Span } from './mask.ts';

/** Who is known to take part. */
export interface KnownNames {
  readonly people: readonly string[];
  /** First names, folded. */
  readonly firstNames: ReadonlySet<string>;
}

const title = `(?:${eitherCase('madame|monsieur|mademoiselle')}|(?:${eitherCase('mme|mlle|melle|mr')})\\.?)`;
const otherTitle = `(?:${eitherCase('docteure?|maître|maitre')}|${eitherCase('dr')}\\.?|M\\.)`;
const particle = "(?:(?:de|du|des|la|le|van|von|ben|el|De|Du|Des|La|Le|Van|Von|Ben|El|[dDlL]['’])\\s?)*";
const capitals = `${particle}\\p{Lu}[\\p{L}'’-]+(?:\\s${particle}\\p{Lu}[\\p{L}'’-]+){0,2}`;
const titled = new RegExp(`(?<!\\p{L})(?:${title}|${otherTitle})\\s+(${capitals})`, 'gu');
const titledPlain = new RegExp(`(?<!\\p{L})${title}\\s+(\\p{Ll}[\\p{L}'’-]{2,})`, 'gu');
const giving = eitherCase(
  "je m['’]appelle|je me nomme|mon nom,? c['’]est|mon nom est|mon prénom,? c['’]est|mon prénom est|au nom de|de la part de|mon nom de famille,? c['’]est",
);
const said = new RegExp(
  `(?<!\\p{L})(?:${giving})\\s+(?:(?:${title}|M\\.)\\s+)?(\\p{L}[\\p{L}'’-]+(?:\\s${particle}\\p{Lu}[\\p{L}'’-]+){0,2})`,
  'gu',
);
const spelled = /(?<!\p{L})\p{L}(?:(?:\s?[-,.]\s?|\s(?=\p{Lu}))\p{L}(?!\p{L})){3,}/gu;
const word = /\p{L}[\p{L}'’-]*/gu;
const startsUpper = /^\p{Lu}/u;

/** Words that follow a title without being a name. */
const noNames = new Set(
  `je vous nous on il elle tu bonjour bonsoir merci oui non est a et ou mais donc pour que qui quoi comment alors
  votre vos mon ma mes le la les un une des du de dans sur pas ca cela c'est j'ai bien bonne voila s'il ne si en y au aux
  avez etes puis-je pouvez avec sans qu'est-ce tres tout moi toi lui peut peux desolee desole excusez attendez ecoutez
  client cliente service dossier contrat compte personne tiers votre-nom`.split(/\s+/),
);

/** Where names stand in a text. */
export function names(text: string, { people, firstNames }: KnownNames): readonly Span[] {
  return [
    ...ofGroup(text, titled, (found) => !noNames.has(foldedName(found))),
    ...ofGroup(text, titledPlain, (found) => !noNames.has(foldedName(found))),
    ...ofGroup(text, said, (found) => !noNames.has(foldedName(found.split(/\s/)[0]!))),
    ...matches(text, spelled),
    ...knownWords(text, people),
    ...withFirstName(text, firstNames),
  ];
}

// The name alone is hidden, not what announces it.
function ofGroup(text: string, pattern: RegExp, passes: (found: string) => boolean): Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => passes(match[1]!))
    .map((match) => {
      const end = match.index + match[0].length;
      return { start: end - match[1]!.length, end };
    });
}

/** Where parts of these names come up, whatever their accents and capitals. */
export function knownWords(text: string, people: readonly string[]): Span[] {
  if (people.length === 0) return [];
  const known = new Set(people.flatMap((name) => nameParts(name)));
  return wordsOf(text)
    .filter(({ text: found }) => nameParts(found).some((part) => known.has(part)))
    .map(({ start, end }) => ({ start, end }));
}

// A first name with a capital, and the words with a capital right after it.
function withFirstName(text: string, firstNames: ReadonlySet<string>): Span[] {
  const words = wordsOf(text);
  return words.flatMap((found, at) => {
    if (!startsUpper.test(found.text) || !firstNames.has(foldedName(found.text))) return [];
    let end = found.end;
    for (let next = at + 1; next < words.length && next <= at + 2; next++) {
      const follower = words[next]!;
      if (text.slice(end, follower.start) !== ' ' || !startsUpper.test(follower.text)) break;
      end = follower.end;
    }
    return [{ start: found.start, end }];
  });
}

function wordsOf(text: string): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Parts of a name that are worth hiding: not the particles. */
export function nameParts(name: string): readonly string[] {
  const whole = foldedName(name.replace(/^[dl]['’]/i, ''));
  const parts = whole
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 3 && !particles.has(part) && !noNames.has(part));
  return [
    ...new Set([
      ...parts,
      ...(whole.length >= 3 && /^\p{L}+$/u.test(whole) && !noNames.has(whole) && !particles.has(whole) ? [whole] : []),
    ]),
  ];
}

const particles = new Set([
  'van',
  'von',
  'den',
  'der',
  'des',
  'ben',
  'bin',
  'del',
  'della',
  'madame',
  'monsieur',
  'mme',
  'mlle',
]);

function foldedName(text: string): string {
  return fold(text.replace(/’/g, "'"));
}
