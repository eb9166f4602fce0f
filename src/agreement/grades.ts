// The words in which teams grade, and what they mean among our verdicts.
import type { Verdict } from '../model/behaviour.ts';
import { fold } from '../text/fold.ts';

/** A grade understood: a verdict, or so many points of a scale. */
export type GradeMeaning =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'points'; readonly points: number; readonly full?: number };

/** Words that teams use, folded; `partial` ones are half marks, which do not reach `shown`. */
const vocabulary: Readonly<Record<Verdict | 'partial', readonly string[]>> = {
  shown: [
    ...['shown', 'ok', 'oui', 'yes', 'o', 'y', 'vrai', 'true', 'pass', 'passed', 'met', 'done', '✓', '✔', '✅'],
    ...[
      'montre',
      'conforme',
      'maitrise',
      'maitrise parfaitement',
      'parfaitement maitrise',
      'acquis',
      'atteint',
      'fait',
    ],
    ...['satisfaisant', 'tres satisfaisant', 'bien', 'tres bien', 'compliant', 'good'],
  ],
  partial: [
    ...['partiel', 'partielle', 'partiellement', 'partiellement conforme', 'partiellement maitrise', 'partial'],
    ...['partially', 'partly', 'maitrise avec difficulte', 'maitrise avec difficultes', 'en cours', 'a ameliorer'],
    ...['en cours d acquisition', 'moyen', 'moyennement'],
  ],
  missed: [
    ...[
      'missed',
      'nok',
      'ko',
      'non',
      'no',
      'n',
      'faux',
      'false',
      'fail',
      'failed',
      'not met',
      'not done',
      '✗',
      '✘',
      '❌',
    ],
    ...['manque', 'non conforme', 'non maitrise', 'pas maitrise', 'non acquis', 'non atteint', 'pas fait', 'non fait'],
    ...['insuffisant', 'non satisfaisant', 'mauvais', 'non compliant', 'noncompliant', 'not ok', 'pas ok', 'bad'],
  ],
  violated: [
    ...[
      'violated',
      'contredit',
      'viole',
      'si',
      'situation inacceptable',
      'inacceptable',
      'eliminatoire',
      'redhibitoire',
    ],
    ...['faute', 'faute grave', 'erreur critique', 'critique', 'critical', 'critical error', 'auto fail', 'autofail'],
  ],
  na: [
    ...['na', 'n a', 'n d', 'nd', 's o', 'so', 'ne', 'n e', 'non applicable', 'sans objet', 'non evaluable'],
    ...['non evalue', 'pas evalue', 'not applicable', 'not evaluated', '-', '–', '—', ''],
  ],
};

const verdictOf: ReadonlyMap<string, Verdict> = new Map(
  Object.entries(vocabulary).flatMap(([meaning, words]) =>
    words.map((word) => [word, meaning === 'partial' ? 'missed' : (meaning as Verdict)] as const),
  ),
);

/** What a grade means; undefined where nobody would know. Points may bear their scale (`3/5`). */
export function gradeMeaning(written: string): GradeMeaning | undefined {
  const word = bareWord(written);
  const verdict = verdictOf.get(word);
  if (verdict !== undefined) return { kind: 'verdict', verdict };
  const number = /^(\d+(?:[.,]\d+)?)\s*(%|\/\s*(\d+(?:[.,]\d+)?))?(?:\s*(?:pts?|points?))?$/.exec(written.trim());
  if (number === null) return undefined;
  const full = number[2] === '%' ? 100 : number[3] === undefined ? undefined : decimal(number[3]);
  return { kind: 'points', points: decimal(number[1]!), ...(full === undefined ? {} : { full }) };
}

/** Points as a verdict: more than half of full marks is `shown`. */
export function pointsVerdict(points: number, full: number): Verdict {
  return points > full / 2 ? 'shown' : 'missed';
}

/** What may be written as a grade, for error messages. */
export const allowedGrades =
  'shown/missed/violated/na, montré/manqué/contredit/sans objet, OK/NOK/NA, oui/non, conforme/partiel/non conforme, maîtrisé/non maîtrisé/non évaluable, or points (0–n, 3/5, 60 %)';

/** A word for comparison: no case, no accents, signs inside it as spaces. */
export function bareWord(text: string): string {
  const folded = fold(text).trim();
  const bare = folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return bare === '' ? folded : bare;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}
