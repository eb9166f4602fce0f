// How agreement reads on a terminal.
import { expect, test } from 'vitest';
import { agreement, measured } from '../../src/agreement/agreement.ts';
import { calibration } from '../../src/agreement/calibration.ts';
import { disagreements } from '../../src/agreement/disagreements.ts';
import { agreementTables } from '../../src/writers/agreement-tables.ts';
import { calibrationTables } from '../../src/writers/calibration-tables.ts';
import { disagreementList } from '../../src/writers/disagreement-list.ts';
import { made } from '../agreement/pairs.ts';

const fr = { columns: 100, hasColours: false, lang: 'fr' } as const;
const en = { ...fr, lang: 'en' } as const;

const pairs = [
  made(
    'a',
    4,
    { markers: [['greeting'], ['thanks']], emotion: [null, -2, null, 0], behaviours: { ownership: 'shown' } },
    { markers: [['greeting', 'ownership'], []], emotion: [null, 0, null, 0], behaviours: { ownership: 'missed' } },
  ),
  made('b', 2, { flags: [{ from: 0, to: 1, polarity: 'negative' }] }, {}, { source: 'autre' }),
];

test('figures are written as the reader writes numbers, and what is unknown is a dash', () => {
  const report = agreement(pairs);
  const french = agreementTables(report, fr);
  expect(french).toMatch(/marqueurs, micro-F1 +0,500 .*précision 0,500 {2}rappel 0,500/);
  expect(french).toMatch(/^apology +0 +0 +— +— +— +0 +0$/m);
  expect(agreementTables(report, en)).toMatch(/markers, micro F1 +0\.500/);
});

test('a group with one value says nothing that the whole does not: it is left out', () => {
  const text = agreementTables(agreement(pairs), fr);
  expect(text).toContain('PAR SOURCE');
  expect(text).not.toContain('PAR CANAL');
});

test('what is lost without punctuation is told in points', () => {
  const stripped = { ...measured(pairs), headlines: { ...measured(pairs).headlines, micro_f1: 0.46 } };
  expect(agreementTables(agreement(pairs), fr, stripped)).toMatch(/marqueurs, micro-F1 +0,500 +0,460 +-4,0/);
});

test('a miss and a false alarm show the turn before, the turn with its evidence, and the line that matched', () => {
  const text = disagreementList(disagreements(pairs), fr);
  expect(text).toContain('── thanks : manqué 1, à tort 0');
  expect(text).toContain('  0 conseiller : tour numéro 0\n    1 client (−2) : tour numéro 1');
  expect(text).toMatch(/à tort · a, made\.jsonl:1 · tour 0 · personne : greeting\n +0 conseiller : \[tour\] numéro 0/);
  expect(text).toContain('ecoute : ownership « tour » tour 0, fr/ownership.yaml:3');
});

test('a marker and a behaviour of one name are two lists', () => {
  const text = disagreementList(disagreements(pairs), fr);
  expect(text).toContain('── ownership : manqué 0, à tort 1');
  expect(text).toContain('── comportement ownership : 1 désaccord\n');
});

test('nobody disagreeing is said', () => {
  expect(disagreementList([], fr)).toBe('Aucun désaccord.');
});

test('nothing hostile in a transcript reaches the terminal', () => {
  const evil = made('\u001b[2Jx', 2, { markers: [['greeting']] }, {});
  expect(disagreementList(disagreements([evil]), fr)).not.toContain('\u001b');
});

test('a graded sheet shows each criterion, and each grade that is not shared beside ecoute’s verdict', () => {
  const assessments = new Map(pairs.map(({ assessment }) => [assessment.id, assessment]));
  const place = { file: 'g.csv', line: 7 };
  const grade = {
    conversation: 'a',
    behaviour: 'ownership',
    criterion: 'Prise en charge',
    verdict: 'shown',
    place,
  } as const;
  const sheet = {
    grades: [{ ...grade, written: '2', by: 'Zoé', comment: 'très nette' }],
    tellsViolations: false,
    scales: [{ criterion: 'Prise en charge', full: 2 }],
  };
  const text = calibrationTables(calibration(sheet, assessments), assessments, fr);
  expect(text).toMatch(/^Prise en charge +ownership +1 +0\s?% +0,000 +—$/mu);
  expect(text).toContain('Prise en charge 0–2');
  expect(text).toContain('a · Zoé ✓ 2 · ecoute ○ manqué  g.csv:7\n      « très nette »');
});
